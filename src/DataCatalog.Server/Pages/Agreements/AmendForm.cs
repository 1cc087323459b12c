using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>New terms as someone writes them.</summary>
public sealed class AmendForm
{
    /// <summary>First day on which they hold.</summary>
    public string? EffectiveFrom { get; set; }

    /// <summary>The rules in the short form.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is the name of the form.")]
    public string? Short { get; set; }

    /// <summary>The rules as ODRL, in place of the short form.</summary>
    public string? Odrl { get; set; }

    /// <summary>State of the agreement that they were written for.</summary>
    public string? RowVersion { get; set; }

    /// <summary>What is said of the terms.</summary>
    /// <exception cref="Core.Common.DomainException">A day or the ODRL cannot be read.</exception>
    public TermsInput ToInput() => new()
    {
        EffectiveFrom = FormValue.Day(EffectiveFrom, nameof(EffectiveFrom)),
        Short = FormValue.Said(Short),
        Odrl = FormValue.Said(Odrl) is { } odrl ? Read(odrl) : null,
    };

    private static System.Text.Json.JsonElement Read(string odrl)
    {
        using System.Text.Json.JsonDocument document = PolicyReader.Parse(odrl, nameof(Odrl));
        return document.RootElement.Clone();
    }
}
