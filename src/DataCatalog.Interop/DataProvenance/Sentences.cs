using System.Globalization;
using System.Text;

namespace DataCatalog.Interop.DataProvenance;

/// <summary>Describes a record in a few sentences of our own, from its facts alone.</summary>
internal static class Sentences
{
    private const int MostNames = 6;

    /// <summary>In English.</summary>
    public static string English(Facts facts)
    {
        var text = new StringBuilder(Kind(facts.Modality) + " dataset");
        string languages = Languages.English(facts.Languages);
        if (languages.Length > 0) text.Append(" in ").Append(languages);
        if (facts.Volumes.Count > 0) text.Append(", ").AppendJoin(", ", facts.Volumes.Select(v => $"{Number(v.Amount)} {v.Unit}"));
        text.Append('.');
        if (facts.Tasks.Count > 0) text.Append(" Tasks: ").Append(Names(facts.Tasks, "and {0} more")).Append('.');
        if (facts.Creators.Count > 0) text.Append(" Made by ").Append(Names(facts.Creators, "and {0} more")).Append('.');
        if (facts.Year is { } year) text.Append(CultureInfo.InvariantCulture, $" Released in {year}.");
        if (facts.Collection is { } collection && collection != facts.Title) text.Append(" Part of ").Append(collection).Append('.');
        if (facts.DerivedFrom.Count > 0) text.Append(" Derived from ").Append(Names(facts.DerivedFrom, "and {0} more")).Append('.');
        if (facts.TakenDown) text.Append(" Taken down by its publisher, as the source says.");
        return text.ToString();
    }

    /// <summary>In Korean.</summary>
    public static string Korean(Facts facts)
    {
        string languages = Languages.Korean(facts.Languages);
        var text = new StringBuilder(languages.Length > 0 ? languages + " " : "");
        text.Append(facts.Modality switch { "audio" => "음성", "video" => "영상", _ => "텍스트" }).Append(" 데이터셋");
        if (facts.Volumes.Count > 0) text.Append(", ").AppendJoin(", ", facts.Volumes.Select(v => $"{Number(v.Amount)}{Unit(v.Unit)}"));
        text.Append('.');
        if (facts.Tasks.Count > 0) text.Append(" 과제: ").Append(Names(facts.Tasks, "외 {0}개")).Append('.');
        if (facts.Creators.Count > 0) text.Append(" 만든 곳: ").Append(Names(facts.Creators, "외 {0}곳")).Append('.');
        if (facts.Year is { } year) text.Append(CultureInfo.InvariantCulture, $" {year}년 공개.");
        if (facts.Collection is { } collection && collection != facts.Title) text.Append(" 모음: ").Append(collection).Append('.');
        if (facts.DerivedFrom.Count > 0) text.Append(" 바탕 데이터: ").Append(Names(facts.DerivedFrom, "외 {0}개")).Append('.');
        if (facts.TakenDown) text.Append(" 원자료에 따르면 공개가 중단됨.");
        return text.ToString();
    }

    private static string Kind(string modality) => modality switch { "audio" => "Speech", "video" => "Video", _ => "Text" };

    private static string Unit(string unit) => unit switch { "hours" => "시간", "speakers" => "명 화자", "dialogs" => "건 대화", _ => " " + unit };

    private static string Number(double amount) => amount.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Names(IReadOnlyList<string> names, string more)
    {
        string shown = string.Join(", ", names.Take(MostNames).Select(n => n.Length <= 120 ? n : n[..120] + "…"));
        return names.Count <= MostNames ? shown : $"{shown} {more.Replace("{0}", $"{names.Count - MostNames}", StringComparison.Ordinal)}";
    }
}
