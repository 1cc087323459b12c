using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.ShortForm;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Conditions in Korean: as a phrase before the verb (<c>대한민국에서</c>), or as a noun clause (<c>지역이 대한민국</c>).</summary>
internal sealed class KoreanConditions(Namer namer)
{
    private const int Late = 9;

    /// <summary>All phrases in the order that Korean has them: time, place, the rest, conditions last.</summary>
    public IEnumerable<string> Phrases(IReadOnlyList<Constraint> constraints, bool late) =>
        constraints.Select(Ranked).Where(p => (p.Rank == Late) == late).OrderBy(p => p.Rank).Select(p => p.Text);

    /// <summary>What narrows an action, party or asset, in round brackets after it.</summary>
    public string Narrowing(IReadOnlyList<Constraint> refinements) => refinements.Count == 0 ? "" : $"({string.Join(", ", refinements.Select(r => Ranked(r).Text))})";

    /// <summary>A noun clause, after which <c>인 경우</c> can follow.</summary>
    public string Clause(Constraint constraint) => constraint switch
    {
        Comparison c => $"{Particles.Subject(namer.Operand(c.LeftOperand))} {Compared(c)}",
        LogicalConstraint l => Joined(l),
        _ => "",
    };

    private (int Rank, string Text) Ranked(Constraint constraint) =>
        constraint is Comparison comparison && Known(comparison) is { } known ? known : (Late, $"{Clause(constraint)}인 경우");

    private (int Rank, string Text)? Known(Comparison c)
    {
        bool among = c.Operator is Operator.Eq or Operator.IsAnyOf;
        bool not = c.Operator is Operator.Neq or Operator.IsNoneOf;
        return c.LeftOperand switch
        {
            Operands.DateTime => Dated(c),
            Operands.Event when c.Operator is Operator.Gt or Operator.Lt => (1, c.Operator == Operator.Gt ? $"{Any(c)} 후" : $"{Any(c)} 전에"),
            Operands.DelayPeriod when c.Operator == Operator.Lteq => (2, $"{Any(c)} 이내에"),
            Operands.TimeInterval when c.Operator == Operator.Eq => (2, $"{Any(c)}마다"),
            Operands.Spatial when among || not => (3, not ? $"{All(c)} 밖에서" : $"{Any(c)}에서"),
            Operands.Purpose when among || not => (5, not ? $"{All(c)} 외의 목적으로" : $"{Any(c)} 목적으로"),
            Operands.Media or Operands.Language when among => (5, $"{Any(c)}에 한하여"),
            Operands.Industry when among => (5, $"{Any(c)} 분야에서"),
            Operands.Product when among => (5, $"{Particles.Object(Any(c))} 위해"),
            Operands.Recipient when among => (5, $"{Any(c)}에게"),
            Operands.ReleaseLicence when among => (Late, $"가중치를 {Particles.By(Any(c))} 공개하는 경우"),
            Operands.Count when c.Operator == Operator.Lteq => (6, $"{Any(c)}까지"),
            Operands.Percentage when c.Operator == Operator.Lteq => (6, $"데이터의 {Any(c)}%까지"),
            Operands.ModelSize when c.Operator <= Operator.Gteq => (Late, $"모델의 매개변수가 {ValueWords.Spaced(Any(c), "개")}{Bound(c.Operator)}인 경우"),
            Operands.ProgrammePhase when among => (1, $"사업 {Particles.Joined([.. c.Right.Select(v => namer.Value(c.LeftOperand, v) + "단계")], or: true)} 동안"),
            Operands.PayAmount when c.Operator == Operator.Eq => (6, Any(c)),
            _ => null,
        };
    }

    private (int Rank, string Text)? Dated(Comparison c) => c.Operator switch
    {
        Operator.Gteq => (0, $"{Any(c)}부터"),
        Operator.Lteq => (0, $"{Any(c)}까지"),
        Operator.Gt => (0, $"{Any(c)} 후에"),
        Operator.Lt => (0, $"{Any(c)} 전에"),
        Operator.Eq => (0, $"{Any(c)}에"),
        _ => null,
    };

    private string Compared(Comparison c) => (c.LeftOperand, c.Operator) switch
    {
        (Operands.DateTime, Operator.Lteq) => $"{Any(c)}까지",
        (Operands.DateTime or Operands.Event, Operator.Lt) => $"{Any(c)} 전",
        (Operands.DateTime or Operands.Event, Operator.Gt) => $"{Any(c)} 후",
        (Operands.DateTime, Operator.Gteq) => $"{Any(c)}부터",
        (_, Operator.Eq) => Any(c),
        (_, Operator.Neq) => $"{Any(c)} 이외",
        (_, Operator.Lt or Operator.Lteq or Operator.Gt or Operator.Gteq) => Any(c) + Bound(c.Operator),
        (_, Operator.IsA) => $"{Any(c)}의 한 종류",
        (_, Operator.IsPartOf) => $"{Any(c)}의 일부",
        (_, Operator.HasPart) => $"{All(c)} 포함",
        (_, Operator.IsAnyOf) => $"{All(c)} 가운데 하나",
        (_, Operator.IsAllOf) => $"{All(c)} 모두",
        _ => $"{All(c)} 이외",
    };

    private static string Bound(Operator comparison) => comparison switch
    {
        Operator.Lt => " 미만",
        Operator.Lteq => " 이하",
        Operator.Gt => " 초과",
        Operator.Gteq => " 이상",
        Operator.Neq => " 이외",
        _ => "",
    };

    private string Joined(LogicalConstraint logical)
    {
        List<string> parts = [.. logical.Operands.Select(o => o is LogicalConstraint ? $"({Clause(o)})" : Clause(o))];
        return logical.Connective switch
        {
            Connective.And => string.Join(" 그리고 ", parts),
            Connective.Or => string.Join(" 또는 ", parts),
            Connective.Xone => $"다음 중 정확히 하나({string.Join("; ", parts)})",
            _ => $"다음을 차례로 충족하는 상태({string.Join(" → ", parts)})",
        };
    }

    private string Any(Comparison c) => Listed(c, or: true);

    private string All(Comparison c) => Listed(c, or: false);

    private string Listed(Comparison c, bool or) =>
        Particles.Joined([.. c.Right.Select(v => c.ByReference ? $"{v.Text}의 값" : namer.Value(c.LeftOperand, v, c.Unit))], or);
}
