using System.Text.Json;
using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Catalogue.Modalities;
using DataCatalog.Core.Common;
using DataCatalog.Core.Import;
using DataCatalog.Interop.Rows;

namespace DataCatalog.Interop.DataProvenance;

/// <summary>Makes a dataset of one record: its facts, and a sentence of our own from them; no description of others is taken.</summary>
internal static class RecordMapper
{
    private const int MostLinks = 20;

    private static readonly string[] LinkFields =
    [
        "Dataset URL", "Website URL", "Hugging Face URL", "GitHub URL", "ArXiv URL", "Paper URL", "Papers with Code URL", "Collection URL",
    ];

    /// <summary>Makes the row.</summary>
    public static ImportRow Map(long place, string name, JsonElement element, int bytes)
    {
        List<ImportNote> warnings = [];
        var fields = new JsonFields(element, warnings);
        if (fields.Text("Unique Dataset Identifier") is { } id && id.StartsWith("string: ", StringComparison.Ordinal))
        {
            return ImportRow.Unreadable(place, Excerpt.Of(name), ImportNote.Of(ImportErrors.Template, null, Excerpt.Of(name)), bytes);
        }

        Facts facts = Facts.Of(name, fields, warnings);
        if (facts.TakenDown) warnings.Add(ImportNote.Of(ImportErrors.TakenDown, "Taken Down"));
        OrganisationInput provider = Provider(fields, facts, warnings);
        var item = new DatasetItem(Input(name, fields, facts, warnings), provider, LicenceMapper.Map(fields.Objects("Licenses")))
        {
            Versions = Details(facts) is { } details ? [details] : [],
        };
        return ImportRow.Of(place, Excerpt.Of(name), item, bytes, [.. warnings.Distinct()]);
    }

    private static DatasetInput Input(string name, JsonFields fields, Facts facts, List<ImportNote> warnings) => new()
    {
        Key = KeyOf(facts.Collection, name),
        TitleEn = facts.Title,
        DescriptionEn = Sentences.English(facts),
        DescriptionKo = Sentences.Korean(facts),
        Modalities = [facts.Modality],
        Languages = facts.Languages,
        Domains = Short(facts.Domains, 100),
        Tasks = Short(facts.Tasks, 200),
        Links = Links(fields, warnings),
        Volumes = [.. facts.Volumes.Select(v => new Volume { Amount = v.Amount, Unit = v.Unit })],
        Acquisition = AcquisitionClass.Public,
        Sensitivity = Sensitivity.Unknown,
    };

    private static string KeyOf(string? collection, string name)
    {
        string own = Slug.Of(name);
        if (collection is null) return own;
        string whole = Slug.Of(collection);
        return own == whole || own.StartsWith(whole + "-", StringComparison.Ordinal) ? own : Slug.Of($"{collection} {name}");
    }

    private static OrganisationInput Provider(JsonFields fields, Facts facts, List<ImportNote> warnings)
    {
        if (facts.Creators is [var first, ..])
        {
            string named = first.Length <= 300 ? first : first[..300];
            return new OrganisationInput { Key = Slug.Of(named), NameEn = named, Kind = KindOf(fields.Texts("Creator Categories")) };
        }

        warnings.Add(ImportNote.Of(ImportErrors.ProviderNotStated, "provider"));
        return new OrganisationInput { Key = "not-stated", NameEn = "Provider not stated", NameKo = "제공처 미상" };
    }

    private static OrganisationKind KindOf(IReadOnlyList<string> categories) => categories is not [var first, ..] ? OrganisationKind.Unknown : first switch
    {
        "Academia" or "Research Group" => OrganisationKind.Academic,
        "Industry" or "Industry Lab" or "Corporation" or "Startup" => OrganisationKind.Company,
        "Government" => OrganisationKind.PublicBody,
        _ => OrganisationKind.Unknown,
    };

    private static DatasetVersionInput? Details(Facts facts) => facts.Modality switch
    {
        "audio" when facts.Hours is not null || facts.Speakers is not null => new DatasetVersionInput
        {
            Number = Facts.VersionNumber, Audio = new AudioDetails { Hours = facts.Hours, Speakers = facts.Speakers },
        },
        "video" when facts.Hours is not null => new DatasetVersionInput { Number = Facts.VersionNumber, Video = new VideoDetails { Hours = facts.Hours } },
        _ => null,
    };

    private static List<string> Links(JsonFields fields, List<ImportNote> warnings)
    {
        List<string> links = [];
        foreach (string field in LinkFields)
        {
            foreach (string link in fields.Texts(field).SelectMany(t => t.Split([' ', ',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                if (links.Contains(link, StringComparer.Ordinal) || links.Count == MostLinks) continue;
                if (IsAddress(link)) links.Add(link);
                else warnings.Add(ImportNote.Of(ImportErrors.ValueIgnored, field, Excerpt.Of(link), "it is not a whole web address"));
            }
        }

        return links;
    }

    private static bool IsAddress(string link)
    {
        try
        {
            return Check.OptionalWebAddress(link, "link") is not null;
        }
        catch (DomainException)
        {
            return false;
        }
    }

    private static List<string> Short(IEnumerable<string> values, int longest) => [.. values.Where(v => v.Length <= longest).Take(200)];
}
