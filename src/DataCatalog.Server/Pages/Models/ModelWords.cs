using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.UseCases.Ledger;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Pages.Models;

/// <summary>Words of models, what they learnt from and what was decided of it.</summary>
public static class ModelWords
{
    /// <summary>How far a model has come.</summary>
    public static string Of(Viewer viewer, ModelStatus status) => status switch
    {
        ModelStatus.Planned => viewer.T("계획", "planned"),
        ModelStatus.InDevelopment => viewer.T("개발 중", "in development"),
        ModelStatus.Released => viewer.T("공개됨", "released"),
        _ => viewer.T("철회됨", "withdrawn"),
    };

    /// <summary>The tone of its badge.</summary>
    public static string Tone(ModelStatus status) => status switch { ModelStatus.Released => "good", ModelStatus.InDevelopment => "info", ModelStatus.Withdrawn => "bad", _ => "" };

    /// <summary>An answer of the use-check.</summary>
    public static string Of(Viewer viewer, Verdict verdict) => verdict switch
    {
        Verdict.Permitted => viewer.T("허용", "permitted"),
        Verdict.Prohibited => viewer.T("금지", "prohibited"),
        Verdict.NotPermitted => viewer.T("허용되지 않음", "not permitted"),
        Verdict.NotInForce => viewer.T("기간 밖", "not in force"),
        _ => viewer.T("알 수 없음", "undetermined"),
    };

    /// <summary>The tone of its badge.</summary>
    public static string Tone(Verdict verdict) => verdict switch { Verdict.Permitted => "good", Verdict.Undetermined => "warn", _ => "bad" };

    /// <summary>The terms that decided, as in <c>agreement A-1</c>.</summary>
    public static string Of(Viewer viewer, LayerKind? layer, string? source) => layer switch
    {
        LayerKind.Licence => viewer.T($"라이선스 {source}", $"licence {source}"),
        LayerKind.Agreement => viewer.T($"계약 {source}", $"agreement {source}"),
        LayerKind.Exemption => viewer.T($"특례 {source}", $"exemption {source}"),
        _ => viewer.T("정한 조건이 없음", "no terms say anything"),
    };

    /// <summary>What becomes of weights once an agreement has ended.</summary>
    public static string Of(Viewer viewer, WeightsAfterEnd after) => after switch
    {
        WeightsAfterEnd.MayBeKept => viewer.T("보유할 수 있음", "may be kept"),
        WeightsAfterEnd.MustBeDestroyed => viewer.T("삭제해야 함", "must be destroyed"),
        _ => viewer.T("정한 바 없음", "the terms say nothing"),
    };

    /// <summary>The tone of its badge.</summary>
    public static string Tone(WeightsAfterEnd after) => after switch { WeightsAfterEnd.MayBeKept => "good", WeightsAfterEnd.MustBeDestroyed => "bad", _ => "warn" };

    /// <summary>An action by its short name.</summary>
    public static string Action(Viewer viewer, string action) => PlainWords.Action(action, viewer.Sentences);

    /// <summary>A condition of a duty, as in <c>delay period: P30D</c>.</summary>
    public static string Condition(Viewer viewer, PremiseAnswer condition) => condition.Parts.Count > 0
        ? string.Join(", ", condition.Parts.Select(p => Condition(viewer, p)))
        : $"{PlainWords.Fact(condition.LeftOperand ?? "", viewer.Sentences)}: {string.Join(", ", condition.Required)}";

    /// <summary>What a licence demands of a release: one of several licences, of which the first are named.</summary>
    public static string ReleaseClass(Viewer viewer, string licences)
    {
        string[] each = licences.Split('|');
        return each.Length <= 3 ? string.Join(viewer.T(" 또는 ", " or "), each) : viewer.T($"{each[0]} 등 {each.Length}개 라이선스 가운데 하나", $"one of {each.Length} licences such as {each[0]}");
    }

    /// <summary>How large a model is or shall be.</summary>
    public static string Size(Viewer viewer, long? from, long? to) => (from, to) switch
    {
        (null, null) => "–",
        ({ } least, { } most) when least != most => $"{viewer.Count(least)} – {viewer.Count(most)}",
        var (least, most) => viewer.Count((least ?? most)!.Value),
    };
}
