using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>Reads what follows <c>permit</c>, <c>forbid</c> or <c>owe</c>.</summary>
internal sealed class RuleReader(TokenReader tokens, Literals literals)
{
    private readonly ConditionReader conditions = new(tokens, literals);

    /// <summary>The rule that follows.</summary>
    public Rule Read(RuleKind kind)
    {
        var draft = new Draft(kind);
        do draft.Actions.Add(Action());
        while (tokens.TrySign(","));
        while (ReadPart(draft)) { }
        return draft.ToRule();
    }

    private bool ReadPart(Draft draft)
    {
        if (tokens.Try("of")) Subjects(draft.Targets, SubjectForm.Targets, Expectations.Target);
        else if (tokens.Try("for")) Subjects(draft.Assignees, SubjectForm.Parties, Expectations.Party);
        else if (tokens.Try("by")) Subjects(draft.Assigners, SubjectForm.Parties, Expectations.Party);
        else if (tokens.Next.Is("provided") || tokens.Next.Is("first") || tokens.Next.Is("paying")) PermissionDuties(draft);
        else if (tokens.Next.Is("else")) Else(draft);
        else if (tokens.Next.IsSign("(")) draft.Clause = draft.Clause is null ? Clause() : throw tokens.Expected(Expectations.OnlyOnce);
        else if (conditions.Try(within: false) is { } condition) draft.Constraints.Add(condition);
        else return false;
        return true;
    }

    private RuleAction Action()
    {
        Item name = tokens.TakeItem(Expectations.Action);
        string iri = name.Kind switch
        {
            TokenKind.Iri => name.Text,
            TokenKind.Word => Conditions.Action(name.Text, name.At),
            _ => throw name.At.Expected(Expectations.Action, name.Text),
        };
        return new RuleAction(iri, conditions.Refinements());
    }

    private void Subjects(List<Subject> subjects, IReadOnlyList<SubjectForm> forms, LocalizedText expected)
    {
        if (forms == SubjectForm.Parties && tokens.Try("anyone")) return;
        SubjectForm? before = null;
        do
        {
            SubjectForm form = forms.FirstOrDefault(f => f.Words.Count > 0 && tokens.Try(f.Words))
                ?? (tokens.Next.Kind == TokenKind.Iri ? forms[^1] : before) ?? throw tokens.Expected(expected);
            Item item = tokens.TakeItem(form.Prefix is null ? Expectations.Iri : Expectations.Name);
            Subject subject = form.Read(item, []);
            subjects.Add(subject with { Refinements = conditions.Refinements() });
            before = form;
        }
        while (tokens.TrySign(","));
    }

    private void PermissionDuties(Draft draft)
    {
        if (draft.Kind != RuleKind.Permission) throw tokens.Expected(Expectations.OfPermission);
        if (tokens.Try("paying"))
        {
            draft.Duties.Add(Conditions.PaymentDuty(conditions.Payment()));
            return;
        }

        bool first = tokens.Take().Is("first");
        do
        {
            Token name = tokens.Next;
            Rule duty = Duty();
            if (DutyOrder.ComesFirst(duty.Actions[0].Iri) != first) throw name.At.Expected(first ? Expectations.DutyBefore : Expectations.DutyAfter, name.Shown);
            draft.Duties.Add(duty);
        }
        while (tokens.TrySign(","));
    }

    private void Else(Draft draft)
    {
        if (draft.Kind == RuleKind.Permission) throw tokens.Expected(Expectations.OfOther);
        tokens.Take();
        do draft.Otherwise.Add(Duty());
        while (tokens.TrySign(","));
    }

    // A duty has conditions of time only, so that what follows it belongs to the rule.
    private Rule Duty()
    {
        RuleAction action = Action();
        var timing = new List<Constraint>();
        while (conditions.TryTiming() is { } condition) timing.Add(condition);
        return new Rule { Kind = RuleKind.Duty, Actions = [action], Constraints = timing };
    }

    private Clause Clause()
    {
        tokens.MustSign("(");
        tokens.Must("article");
        string article = Words();
        string? words = tokens.Next.Kind == TokenKind.Quoted ? Words() : null;
        tokens.MustSign(")");
        return new Clause(article, words);
    }

    private string Words()
    {
        Token token = tokens.Next;
        if (token.Kind != TokenKind.Quoted || string.IsNullOrWhiteSpace(token.Text)) throw tokens.Expected(Expectations.QuotedWords);
        return tokens.Take().Text;
    }
}
