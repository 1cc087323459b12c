using System.Globalization;
using System.Text;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Numbers as each language writes them: 70 billion, 700억.</summary>
internal static class Numbers
{
    private static readonly (decimal Factor, string Word)[] English = [(1e12m, "trillion"), (1e9m, "billion"), (1e6m, "million")];
    private static readonly (decimal Factor, string Word)[] Korean = [(1e16m, "경"), (1e12m, "조"), (1e8m, "억"), (1e4m, "만")];

    /// <summary>The number in words and digits.</summary>
    public static string In(decimal number, Language language) => language == Language.Korean ? InKorean(number) : InEnglish(number);

    private static string InEnglish(decimal number)
    {
        foreach ((decimal factor, string word) in English)
        {
            decimal scaled = number / factor;
            if (Math.Abs(scaled) >= 1 && decimal.Round(scaled, 2) == scaled) return $"{Plain(scaled)} {word}";
        }

        return Plain(number);
    }

    // 1조 2,345억: each part of four digits with its word; what is not whole stays in digits.
    private static string InKorean(decimal number)
    {
        decimal rest = Math.Abs(number);
        if (rest < 10_000 || decimal.Truncate(rest) != rest || rest >= 1e20m) return Plain(number);
        var text = new StringBuilder(number < 0 ? "-" : "");
        foreach ((decimal factor, string word) in Korean)
        {
            decimal part = decimal.Truncate(rest / factor);
            rest -= part * factor;
            if (part > 0) text.Append(text.Length > 1 ? " " : "").Append(Plain(part)).Append(word);
        }

        return rest > 0 ? $"{text} {Plain(rest)}" : text.ToString();
    }

    private static string Plain(decimal number) => number.ToString("#,##0.##########", CultureInfo.InvariantCulture);
}
