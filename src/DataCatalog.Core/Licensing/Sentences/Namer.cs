using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Core.Licensing.Sentences;

/// <summary>Names parties, assets, actions and values in one language; an IRI that nobody knows is told as it is.</summary>
/// <param name="language">The language.</param>
/// <param name="zone">The zone that instants are told in.</param>
/// <param name="names">The name of an IRI such as <c>urn:consortium:KEY</c>, or null.</param>
internal sealed class Namer(Language language, TimeZoneInfo zone, Func<string, string?>? names)
{
    private static readonly (string Prefix, Words Kind)[] Kinds =
    [
        (Iris.Dataset(""), new("dataset", "데이터셋")), (Iris.Agreement(""), new("agreement", "계약")), (Iris.Consortium(""), new("consortium", "컨소시엄")),
        (Iris.Organisation(""), new("organisation", "기관")), (Iris.Model(""), new("model", "모델")), (Iris.Programme(""), new("programme", "사업")), (Iris.Licence(""), new("licence", "라이선스")),
    ];

    private bool Korean => language == Language.Korean;

    /// <summary>Days, instants and durations.</summary>
    public Times Times { get; } = new(language, zone);

    /// <summary>An action's verb or noun.</summary>
    public string Action(string iri) => Lexicon.Actions.TryGetValue(iri, out Words? words) ? words.In(language) : iri;

    /// <summary>A left operand's name.</summary>
    public string Operand(string iri) => Lexicon.Operands.TryGetValue(iri, out Words? words) ? words.In(language) : iri;

    /// <summary>What is to be known: a left operand, or a duty that was done.</summary>
    public string Fact(string iri) => Lexicon.Operands.ContainsKey(iri) ? Operand(iri) : Action(iri);

    /// <summary>A party or an asset.</summary>
    public string Subject(Subject subject)
    {
        if (subject.Iri is not { } iri) return Korean ? "조건에 기술된 대상" : "what the terms describe";
        string name = Named(iri);
        if (!subject.Collection) return name;
        if (iri.StartsWith(Iris.Agreement(""), StringComparison.Ordinal)) return Korean ? $"{name}의 모든 데이터" : $"all that {name} covers";
        if (iri.StartsWith(Iris.Programme(""), StringComparison.Ordinal)) return Korean ? $"{name}의 컨소시엄" : $"the consortia of {name}";
        return iri.StartsWith(Iris.Consortium(""), StringComparison.Ordinal)
            ? Korean ? $"{name}의 구성 기관" : $"the members of {name}"
            : Korean ? $"{name}에 속한 모든 것" : $"all in {name}";
    }

    /// <summary>What an IRI stands for: its kind with its name, else with its key.</summary>
    public string Named(string iri)
    {
        string? name = names?.Invoke(iri);
        foreach ((string prefix, Words kind) in Kinds)
        {
            if (!iri.StartsWith(prefix, StringComparison.Ordinal) || iri.Length == prefix.Length) continue;
            return name is null ? $"{kind.In(language)} {Uri.UnescapeDataString(iri[prefix.Length..])}" : WithKind(name, prefix, kind.In(language));
        }

        return name ?? iri;
    }

    /// <summary>A value under a left operand.</summary>
    public string Value(string operand, Value value, string? unit = null) => value.Type switch
    {
        ValueType.Number => ValueWords.Counted(Numbers.In(value.Number, language), unit, language),
        ValueType.Day or ValueType.Instant => Times.Moment(value),
        ValueType.Duration => Times.Duration(value.Text),
        ValueType.Boolean when Korean => value.Number != 0 ? "예" : "아니요",
        ValueType.Boolean => value.Number != 0 ? "yes" : "no",
        _ when value.Text == ShortForm.Operands.End => Korean ? "이용 기간 종료" : "the end of the term",
        _ when value.Text == ShortForm.Operands.Start => Korean ? "이용 기간 시작" : "the start of the term",
        _ when operand == ShortForm.Operands.Spatial => Territories.Name(value.Text, language) ?? Named(value.Text),
        _ when operand == ShortForm.Operands.ReleaseLicence => names?.Invoke(value.Text) ?? value.Text[(value.Text.StartsWith(Iris.Licence(""), StringComparison.Ordinal) ? Iris.Licence("").Length : 0)..],
        _ => ValueWords.Of(operand, value.Text, language) ?? Named(value.Text),
    };

    // An organisation goes by its name alone; a consortium by its name and the word, where the name does not hold it.
    private string WithKind(string name, string prefix, string kind)
    {
        if (prefix == Iris.Organisation("")) return name;
        if (prefix == Iris.Consortium("")) return name.Contains(kind, StringComparison.OrdinalIgnoreCase) ? name : $"{name} {kind}";
        return Korean ? $"{kind} ‘{name}’" : $"{kind} “{name}”";
    }
}
