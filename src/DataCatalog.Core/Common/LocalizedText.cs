namespace DataCatalog.Core.Common;

/// <summary>A text in Korean and English, at least one of the two.</summary>
public sealed record LocalizedText
{
    private LocalizedText(string? ko, string? en) => (Ko, En) = (ko, en);

    /// <summary>The Korean text, or null.</summary>
    public string? Ko { get; private init; }

    /// <summary>The English text, or null.</summary>
    public string? En { get; private init; }

    /// <summary>Checks and makes the text.</summary>
    /// <param name="ko">Korean, or blank.</param>
    /// <param name="en">English, or blank.</param>
    /// <param name="field">Name of the pair, as in <c>Title</c>; the halves are <c>TitleKo</c> and <c>TitleEn</c>.</param>
    /// <param name="maximum">Longest length of each half, in UTF-16 units.</param>
    /// <exception cref="DomainException">Both are blank, or one is too long or holds control characters.</exception>
    public static LocalizedText Of(string? ko, string? en, string field, int maximum)
    {
        string? korean = Check.OptionalText(ko, field + "Ko", maximum);
        string? english = Check.OptionalText(en, field + "En", maximum);
        return korean is null && english is null
            ? throw new DomainException(CommonErrors.TranslationMissing, field, field)
            : new LocalizedText(korean, english);
    }

    /// <summary>The text in the reader's language, or the other where that one is missing.</summary>
    public string In(string language) => (language == "ko" ? Ko ?? En : En ?? Ko)!;
}
