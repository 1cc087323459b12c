using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Decisions in Korean.</summary>
internal sealed class KoreanDecisions(Namer namer, RuleSentences rules) : DecisionPhrases
{
    /// <inheritdoc/>
    public override string Verdict(Verdict verdict, Layer? layer)
    {
        string by = layer is null ? "" : $"{Name(layer)}에 따라 ";
        return verdict switch
        {
            UseCheck.Verdict.Permitted => $"예, {by}허용됩니다.",
            UseCheck.Verdict.Prohibited => $"아니요, {by}금지됩니다.",
            UseCheck.Verdict.NotPermitted => "아니요, 이를 허용하는 조건이 없습니다.",
            UseCheck.Verdict.NotInForce => "아니요, 이를 허용할 조건이 그 시점에는 효력이 없습니다.",
            _ => "필요한 사실이 빠져 있어 판단할 수 없습니다. 허용을 뜻하지 않습니다.",
        };
    }

    /// <inheritdoc/>
    public override string Says(Layer layer, string sentence) => $"{Particles.Topic(Name(layer))} 다음과 같이 정합니다: {sentence}";

    /// <inheritdoc/>
    public override string Interpreted => "이는 라이선스의 문구 그대로가 아니라 등록부의 해석입니다.";

    /// <inheritdoc/>
    public override string ReadByOfficer(string note) => $"등록부의 담당자가 라이선스를 이렇게 해석했습니다: {note}";

    /// <inheritdoc/>
    public override string Holds(DateTimeOffset end) => $"이 답은 {namer.Times.Last(end)} 유효합니다.";

    /// <inheritdoc/>
    public override string NotInForce(RuleReason reason) => $"{Particles.Topic(Named(reason))} 그 시점에 효력이 없습니다{Term(reason.Layer)}.";

    /// <inheritdoc/>
    public override string Fails(RuleReason reason, string premise) =>
        $"{Particles.Topic(Named(reason))} {(reason.Outcome == Satisfaction.Unknown ? "적용 여부를 알 수 없습니다" : "적용되지 않습니다")}: {premise}.";

    /// <inheritdoc/>
    public override string Premise(Premise premise) => premise.Kind switch
    {
        PremiseKind.Action => "다른 행위에 관한 것입니다",
        PremiseKind.Party => "다른 당사자를 위한 것입니다",
        PremiseKind.Target => "다른 데이터에 관한 것입니다",
        PremiseKind.Right when premise.Satisfaction == Satisfaction.Unknown => "부여된 이용권은 한 모델에 한정되어 있는데, 어느 모델인지 묻지 않았습니다",
        PremiseKind.Right => "부여된 이용권은 다른 이용이나 다른 모델을 위한 것입니다",
        PremiseKind.Duty when premise.Duty is { } duty => $"먼저 {Particles.Object(Particles.Joined([.. duty.Actions.Select(a => namer.Action(a.Iri))]))} 해야 합니다",
        _ when premise.Constraint is { } constraint => $"필요한 조건은 ‘{rules.Clause(constraint)}’이며, {Given(premise)}",
        _ => "전제가 충족되지 않습니다",
    };

    /// <inheritdoc/>
    public override string Missing(IReadOnlyList<string> operands) => $"주어지지 않은 사실: {string.Join(", ", operands.Select(namer.Fact))}.";

    /// <inheritdoc/>
    public override string Way(Way way) => way.Kind switch
    {
        WayKind.GiveFacts => $"판단하려면 다음 사실을 알려 주세요: {string.Join(", ", way.Premises.SelectMany(DecisionFacts.Unknown).Distinct(StringComparer.Ordinal).Select(namer.Fact))}.",
        WayKind.MeetPremises when way.Reason?.Rule.Kind == RuleKind.Prohibition => $"다음에 해당하지 않으면 금지되지 않습니다: {Joined(way)}.",
        WayKind.MeetPremises => $"다음을 충족하면 허용됩니다: {Joined(way)}.",
        WayKind.AskWithinTerm => $"효력이 있는 기간에는 허용됩니다{(way.Reason is null ? "" : $"({Name(way.Reason.Layer)}{Days(way.Reason.Layer)})")}.",
        WayKind.AskForRight => "이를 허용하는 계약의 이용권이 있어야 합니다.",
        _ => "조건을 변경해야만 허용될 수 있습니다.",
    };

    private string Joined(Way way) => string.Join(", ", way.Premises.SelectMany(DecisionFacts.Leaves).Select(Wanted));

    private string Wanted(Premise premise) => premise switch
    {
        { Constraint: { } constraint } => $"‘{rules.Clause(constraint)}’",
        { Duty: { } duty } => $"먼저 {Particles.Joined([.. duty.Actions.Select(a => namer.Action(a.Iri))])} 이행",
        { Kind: PremiseKind.Right } => "이 이용과 이 모델을 위한 이용권",
        { Kind: PremiseKind.Party } => "다른 당사자의 이용",
        { Kind: PremiseKind.Target } => "다른 데이터의 이용",
        _ => "다른 행위",
    };

    private string Given(Premise premise) => premise is { Given: { Count: > 0 } given, Constraint: Comparison c }
        ? $"주어진 값은 {Particles.Joined([.. given.Select(v => namer.Value(c.LeftOperand, v, c.Unit))])}입니다"
        : premise.Satisfaction == Satisfaction.Unknown ? "충족 여부를 알 수 없습니다" : "충족되지 않습니다";

    private static string Named(RuleReason reason)
    {
        string kind = reason.Rule.Kind == RuleKind.Permission ? "허용" : "금지";
        return $"{Name(reason.Layer)}의 {kind}{(reason.Rule.Clause is { } clause ? $"({clause.Article})" : " 규칙")}";
    }

    private string Term(Layer layer) => Days(layer) is { Length: > 0 } days ? $"({days.TrimStart()})" : "";

    private string Days(Layer layer)
    {
        string from = layer.From is { } start ? $" {namer.Times.First(start)}부터" : "";
        return layer.Until is { } end ? $"{from} {namer.Times.Last(end)}" : from;
    }

    private static string Name(Layer layer) => layer.Kind switch
    {
        LayerKind.Licence => $"라이선스 {layer.Source}",
        LayerKind.Agreement => $"계약 {layer.Source}",
        _ => $"법정 예외 {layer.Source}",
    };
}
