using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.ShortForm;

/// <summary>A way to name an asset or a party: <c>dataset KEY</c>, <c>members of consortium KEY</c>, <c>&lt;IRI&gt;</c>.</summary>
/// <param name="Words">Its keywords; none before a bare IRI.</param>
/// <param name="Property">Its name in JSON.</param>
/// <param name="Prefix">What its IRIs begin with, or null where the IRI itself is written.</param>
/// <param name="Collection">Whether it stands for the members.</param>
internal sealed record SubjectForm(IReadOnlyList<string> Words, string Property, string? Prefix, bool Collection)
{
    private static readonly SubjectForm AllIn = new(["all", "in"], "allIn", null, true);
    private static readonly SubjectForm One = new([], "iri", null, false);
    private static readonly SubjectForm AgreementForm = new(["agreement"], "agreement", Iris.Agreement(""), true);

    /// <summary>Ways to name assets.</summary>
    public static readonly IReadOnlyList<SubjectForm> Targets = [new(["dataset"], "dataset", Iris.Dataset(""), false), AgreementForm, AllIn, One];

    /// <summary>Ways to name parties.</summary>
    public static readonly IReadOnlyList<SubjectForm> Parties =
    [
        new(["consortium"], "consortium", Iris.Consortium(""), false),
        new(["members", "of", "consortium"], "membersOf", Iris.Consortium(""), true),
        new(["organisation"], "organisation", Iris.Organisation(""), false),
        new(["programme"], "programme", Iris.Programme(""), true),
        AllIn,
        One,
    ];

    /// <summary>The subject that an item names.</summary>
    public Subject Read(Item item, IReadOnlyList<Constraint> refinements)
    {
        if (Expected(item) is { } expected) throw item.At.Expected(expected, item.Text);
        string iri = Prefix is null ? item.Text : this == AgreementForm ? Iris.Agreement(item.Text) : Prefix + item.Text;
        return new Subject(iri, Collection, refinements);
    }

    /// <summary>The item of a subject, or null where this way cannot say it.</summary>
    public (TokenKind Kind, string Text)? Written(Subject subject)
    {
        if (subject.Collection != Collection || subject.Iri is not { } iri) return null;
        if (Prefix is null) return IriForm.IsIri(iri) ? (TokenKind.Iri, iri) : null;
        if (!iri.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        string text = iri[Prefix.Length..];
        if (this == AgreementForm) text = Uri.UnescapeDataString(text);
        var item = new Item(TokenKind.Quoted, text, default);
        return Expected(item) is null && TextForm.IsQuotable(text) && Read(item, []).Iri == iri ? (TokenKind.Quoted, text) : null;
    }

    private LocalizedText? Expected(Item item)
    {
        if (Prefix is null) return item.Kind == TokenKind.Iri ? null : Expectations.Iri;
        if (item.Kind == TokenKind.Iri) return this == AgreementForm ? Expectations.Name : Expectations.Key;
        if (this == AgreementForm) return item.Text.Trim().Length > 0 ? null : Expectations.Name;
        return KeyForm.IsKey(item.Text) ? null : Expectations.Key;
    }
}
