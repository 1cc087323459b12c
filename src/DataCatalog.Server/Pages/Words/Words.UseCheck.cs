using DataCatalog.Core.Entitlements.UseCases.Ledger;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Server.Pages;

/// <summary>The use-check's questions and answers in a word or two; the sentences beside them tell why.</summary>
internal static partial class Words
{
    /// <summary>The actions that are asked for and granted most.</summary>
    public static readonly IReadOnlyList<string> CommonActions = ["train", "evaluate", "retrieve", "generateSynthetic", "distil", "releaseWeights", "offerService", "shareWithConsortium"];

    /// <summary>An answer.</summary>
    public static string Of(Viewer viewer, Verdict verdict) => verdict switch
    {
        Verdict.Permitted => viewer.T("허용", "Permitted"),
        Verdict.Prohibited => viewer.T("금지", "Prohibited"),
        Verdict.NotPermitted => viewer.T("허용되지 않음", "Not permitted"),
        Verdict.NotInForce => viewer.T("효력 없음", "Not in force"),
        _ => viewer.T("판단 불가", "Undetermined"),
    };

    /// <summary>The tone of its badge.</summary>
    public static string Tone(Verdict verdict) => verdict switch { Verdict.Permitted => "good", Verdict.Undetermined => "warn", _ => "bad" };

    /// <summary>The last day on which an answer holds; null where nothing known ends it.</summary>
    public static DateOnly? LastDay(Viewer viewer, DateTimeOffset? holdsUntil) => holdsUntil is { } end ? viewer.Calendar.DayOf(end.AddMicroseconds(-1)) : null;

    /// <summary>The terms that decided, as in <c>agreement A-1</c>.</summary>
    public static string Of(Viewer viewer, LayerKind? layer, string? source) => layer switch
    {
        LayerKind.Licence => viewer.T($"라이선스 {source}", $"licence {source}"),
        LayerKind.Agreement => viewer.T($"계약 {source}", $"agreement {source}"),
        LayerKind.Exemption => viewer.T($"법정 예외 {source}", $"exemption {source}"),
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

    /// <summary>An action by its short name, able to begin a line.</summary>
    public static string ActionFirst(Viewer viewer, string action) => First(Action(viewer, action));

    /// <summary>Actions by their short names; of none, all that the agreement permits.</summary>
    public static string Actions(Viewer viewer, IReadOnlyCollection<string> actions) =>
        actions.Count == 0 ? viewer.T("계약이 허용하는 모든 행위", "all that the agreement permits") : string.Join(", ", actions.Select(a => Action(viewer, a)));

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
}
