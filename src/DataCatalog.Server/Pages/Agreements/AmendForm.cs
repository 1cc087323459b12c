using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>New terms as someone writes them.</summary>
public sealed class AmendForm
{
    /// <summary>The choice of ODRL.</summary>
    public const string InOdrl = "odrl";

    /// <summary>First day on which they hold.</summary>
    public string? EffectiveFrom { get; set; }

    /// <summary>The rules in the short form.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is the name of the form.")]
    public string? Short { get; set; }

    /// <summary>The rules as ODRL, in place of the short form.</summary>
    public string? Odrl { get; set; }

    /// <summary>Which of the two is meant: <see cref="InOdrl"/>, or the short form.</summary>
    public string? Written { get; set; }

    /// <summary>What the pressed button does.</summary>
    public string? Do { get; set; }

    /// <summary>Whether the ODRL is meant.</summary>
    public bool IsOdrl => Written == InOdrl;

    /// <summary>State of the agreement that they were written for.</summary>
    public string? RowVersion { get; set; }

    /// <summary>What is said of the terms, in the form that was chosen; what stands in the other is left out.</summary>
    /// <exception cref="DomainException">A day or the ODRL cannot be read, or nothing is written in the form that was chosen.</exception>
    public TermsInput ToInput() => new()
    {
        EffectiveFrom = FormValue.Day(EffectiveFrom, nameof(EffectiveFrom)),
        Short = IsOdrl ? null : FormValue.Said(Short) ?? throw Missing(nameof(Short), "짧은 형식의 조건", "Terms in the short form"),
        Odrl = IsOdrl ? Read(FormValue.Said(Odrl) ?? throw Missing(nameof(Odrl), "ODRL 조건", "Terms in ODRL")) : null,
    };

    private static DomainException Missing(string field, string ko, string en) => new(CommonErrors.Required, field, LocalizedText.Of(ko, en, field, 100));

    private static System.Text.Json.JsonElement Read(string odrl)
    {
        using System.Text.Json.JsonDocument document = PolicyReader.Parse(odrl, nameof(Odrl));
        return document.RootElement.Clone();
    }
}
