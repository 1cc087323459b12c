using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.ShortForm;

namespace DataCatalog.Server.Pages.Register;

/// <summary>What terms in the short form say, where they cannot be read or contradict themselves, and what the use-check would answer under them.</summary>
public sealed class TermsTrial(IRegistryDb db, TryTerms trying, Core.Common.Calendar calendar)
{
    /// <summary>Number that terms under trial go by where none is given.</summary>
    public const string Number = "TRIAL-1";

    /// <summary>The terms in Korean.</summary>
    public IReadOnlyList<string> Korean { get; private set; } = [];

    /// <summary>The terms in English.</summary>
    public IReadOnlyList<string> English { get; private set; } = [];

    /// <summary>Rules that permit and prohibit the same: what each says, in both languages.</summary>
    public IReadOnlyList<(LocalizedText Permission, LocalizedText Prohibition)> Contradictions { get; private set; } = [];

    /// <summary>Why the terms, or the question, cannot be read; null where they can.</summary>
    public DomainException? Fault { get; private set; }

    /// <summary>The answer; null where nothing was asked.</summary>
    public UseAnswer? Answer { get; private set; }

    /// <summary>Reads the terms, and asks where a consortium and a dataset are named.</summary>
    public async Task RunAsync(TermsForm form, DecisionWords words, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(form.Terms)) return;
        try
        {
            string number = string.IsNullOrWhiteSpace(form.Agreement) ? Number : form.Agreement.Trim();
            Policy policy = ShortTerms.Parse(form.Terms.ReplaceLineEndings("\n"), Iris.Agreement(number), calendar.Zone, nameof(form.Terms));
            await TellAsync(policy, cancellation);
            if (Contradictions.Count == 0 && form.Asks) Answer = await trying.HandleAsync(new TermsInput { Short = form.Terms.ReplaceLineEndings("\n") }, number, form.ToQuestion(), words, cancellation);
        }
        catch (DomainException refused)
        {
            Fault = refused;
        }
    }

    private async Task TellAsync(Policy policy, CancellationToken cancellation)
    {
        PolicyNames names = await PolicyNames.OfAsync(db, policy, cancellation);
        Korean = PlainWords.Of(policy, Language.Korean, iri => names.In("ko", iri), calendar.Zone);
        English = PlainWords.Of(policy, Language.English, iri => names.In("en", iri), calendar.Zone);
        Contradictions = [.. Core.Licensing.Odrl.Contradictions.Of(policy).Select(c => (Told(c.Permission), Told(c.Prohibition)))];

        LocalizedText Told(Rule rule) => LocalizedText.Of(
            PlainWords.Of(rule, Language.Korean, iri => names.In("ko", iri), calendar.Zone)[0], PlainWords.Of(rule, Language.English, iri => names.In("en", iri), calendar.Zone)[0], nameof(Rule), 20_000);
    }
}

/// <summary>Terms that are being tried, and what is asked under them.</summary>
public sealed class TermsForm
{
    /// <summary>The terms in the short form.</summary>
    public string? Terms { get; set; }

    /// <summary>Key of the consortium that asks.</summary>
    public string? Consortium { get; set; }

    /// <summary>Key of the dataset that is asked about.</summary>
    public string? Dataset { get; set; }

    /// <summary>What it wants to do.</summary>
    public string? Action { get; set; }

    /// <summary>Where.</summary>
    public string? Territory { get; set; }

    /// <summary>On which day.</summary>
    public string? On { get; set; }

    /// <summary>Under which licence weights would be released.</summary>
    public string? Release { get; set; }

    /// <summary>Number of the agreement that the terms are for.</summary>
    public string? Agreement { get; set; }

    /// <summary>Whether enough is given to ask.</summary>
    public bool Asks => !string.IsNullOrWhiteSpace(Consortium) && !string.IsNullOrWhiteSpace(Dataset);

    /// <summary>The question.</summary>
    public UseCheckInput ToQuestion() => new()
    {
        Consortium = Consortium, Dataset = Dataset?.Trim(), Actions = [string.IsNullOrEmpty(Action) ? "train" : Action], Territory = Blank(Territory), At = Blank(On), ReleaseLicence = Blank(Release),
    };

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
