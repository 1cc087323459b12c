using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Makes the constraints and actions that both forms of the short form say.</summary>
internal static class Conditions
{
    private static readonly LocalizedText ActionWord = LocalizedText.Of("행위", "action", nameof(ActionWord), 20);
    private static readonly LocalizedText OperandWord = LocalizedText.Of("왼쪽 피연산자", "left operand", nameof(OperandWord), 20);

    /// <summary>A comparison with one value.</summary>
    public static Comparison Compare(string operand, Operator comparison, Value value) => new(operand, comparison, [value]);

    /// <summary>Before or after the start or the end of the terms, a day or an instant.</summary>
    public static Comparison Moment(Literals literals, Operator comparison, Item item) => (item.Kind, item.Text) switch
    {
        (TokenKind.Word, "end") => Compare(Operands.Event, comparison, Value.OfIri(Operands.End)),
        (TokenKind.Word, "start") => Compare(Operands.Event, comparison, Value.OfIri(Operands.Start)),
        _ => Compare(Operands.DateTime, comparison, literals.Moment(item)),
    };

    /// <summary>A percentage at most.</summary>
    public static Comparison Percentage(decimal most, At at) =>
        most is >= 0 and <= 100 ? Compare(Operands.Percentage, Operator.Lteq, Value.Of(most)) : throw at.Expected(Expectations.Percentage, Value.Of(most).Text);

    /// <summary>An amount of money.</summary>
    public static Comparison Payment(decimal amount, string currency, At at) =>
        Vocabulary.IsCurrency(currency) ? Compare(Operands.PayAmount, Operator.Eq, Value.Of(amount)) with { Unit = currency } : throw at.Expected(Expectations.Currency, currency);

    /// <summary>The duty to pay.</summary>
    public static Rule PaymentDuty(Comparison payment) => new() { Kind = RuleKind.Duty, Actions = [new RuleAction(Operands.Compensate, [payment])] };

    /// <summary>The payment of a duty that says nothing else, or null.</summary>
    public static Comparison? PaymentOf(Rule duty) =>
        duty is { Actions: [{ Iri: Operands.Compensate, Refinements: [Comparison { LeftOperand: Operands.PayAmount } payment] }], Constraints.Count: 0 } && IsPayment(payment) ? payment : null;

    /// <summary>Whether <see cref="Payment"/> says the same.</summary>
    public static bool IsPayment(Comparison comparison) =>
        comparison is { LeftOperand: Operands.PayAmount, Operator: Operator.Eq, Right: [{ Type: ValueType.Number }], Unit: { } currency } && Vocabulary.IsCurrency(currency);

    /// <summary>IRI of an action by its short name.</summary>
    public static string Action(string name, At at) => Named(Lexicon.Actions, name, at, ActionWord);

    /// <summary>IRI of a left operand by its short name.</summary>
    public static string Operand(string name, At at) => Named(Lexicon.Operands, name, at, OperandWord);

    private static string Named(IReadOnlyDictionary<string, Words> terms, string name, At at, LocalizedText kind) =>
        Lexicon.Resolve(terms, name) ?? throw at.Unknown(kind, name, Lexicon.ShortNames(terms));
}
