using System.Globalization;
using System.Text.Json;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing;

/// <summary>
/// An ODRL 2.2 policy (https://www.w3.org/TR/odrl-model/) checked for its form, with the plain facts that search and alerts need.
/// The engine that decides by it reads the kept JSON.
/// </summary>
public sealed class OdrlPolicy
{
    private const int MostRules = 10_000;
    private const int MostBytes = 512 * 1024;
    private static readonly string[] Kinds = ["Set", "Offer", "Agreement", "Policy", "Request", "Assertion", "Privacy", "Ticket"];
    private static readonly string[] RuleLists = ["permission", "prohibition", "obligation"];
    private readonly SortedSet<string> actions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> territories = new(StringComparer.Ordinal);
    private readonly string field;
    private bool openEnded;
    private DateOnly? lastDay;

    private OdrlPolicy(string json, string field) => (Json, this.field) = (json, field);

    /// <summary>The policy as it is kept: the sender's JSON without white space.</summary>
    public string Json { get; }

    /// <summary>Short names of the permitted actions, sorted.</summary>
    public IReadOnlyCollection<string> PermittedActions => actions;

    /// <summary>ISO 3166-1 codes that permissions are limited to, sorted; empty where they are not.</summary>
    public IReadOnlyCollection<string> Territories => territories;

    /// <summary>Last day on which any permission still holds; null where one is open-ended.</summary>
    public DateOnly? EndsOn => openEnded ? null : lastDay;

    /// <summary>Checks a policy.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static OdrlPolicy Read(JsonElement? element, string field)
    {
        if (element is not { ValueKind: JsonValueKind.Object } root) throw Invalid(field, "", "it must be one JSON object with @type, uid and rules");
        string json = JsonSerializer.Serialize(root);
        if (json.Length > MostBytes) throw Invalid(field, "", $"it is longer than {MostBytes / 1024} KiB");
        var policy = new OdrlPolicy(json, field);
        policy.ReadRoot(root);
        return policy;
    }

    private void ReadRoot(JsonElement root)
    {
        string? kind = First(root, "@type", "type") is { ValueKind: JsonValueKind.String } type ? Short(type.GetString()!) : null;
        if (kind is null || !Kinds.Contains(kind, StringComparer.Ordinal)) throw Invalid(field, "/@type", $"use one of {string.Join(", ", Kinds)}");
        if (First(root, "uid", "@id") is not { ValueKind: JsonValueKind.String } uid || !Uri.TryCreate(uid.GetString(), UriKind.Absolute, out _))
        {
            throw Invalid(field, "/uid", "give the policy an IRI");
        }

        int rules = 0;
        foreach (string list in RuleLists)
        {
            foreach ((JsonElement rule, string path) in Items(root, list, ""))
            {
                if (++rules > MostRules) throw Invalid(field, path, $"it has more than {MostRules} rules");
                ReadRule(rule, path, permission: list == "permission");
            }
        }

        if (rules == 0) throw Invalid(field, "", "it has no permission, prohibition or obligation");
    }

    private void ReadRule(JsonElement rule, string path, bool permission)
    {
        if (rule.ValueKind != JsonValueKind.Object) throw Invalid(field, path, "a rule is an object");
        var named = Items(rule, "action", path).Select(a => (Name: ActionName(a.Item), a.Path)).ToList();
        if (named.Count == 0) throw Invalid(field, path + "/action", "a rule needs an action");
        if (named.Find(a => a.Name is null) is { Path: not null } bad) throw Invalid(field, bad.Path, "an action is an IRI or short name, or an object with rdf:value");
        DateOnly? end = null;
        List<string> places = [];
        foreach ((JsonElement constraint, string at) in Items(rule, "constraint", path)) ReadConstraint(constraint, at, ref end, places, depth: 0);
        if (!permission) return;
        foreach ((string? name, _) in named) actions.Add(name!);
        territories.UnionWith(places);
        if (end is null) openEnded = true;
        else if (lastDay is null || end > lastDay) lastDay = end;
    }

    private void ReadConstraint(JsonElement constraint, string path, ref DateOnly? end, List<string> places, int depth)
    {
        if (constraint.ValueKind != JsonValueKind.Object || depth > 50) throw Invalid(field, path, "a constraint is an object, nested at most 50 deep");
        foreach (string logical in (string[])["and", "or", "xone", "andSequence"])
        {
            if (First(constraint, logical, "odrl:" + logical) is not { } operands) continue;
            bool conjunction = logical is "and" or "andSequence";
            DateOnly? inner = null;
            foreach ((JsonElement operand, string at) in Elements(operands, $"{path}/{logical}")) ReadConstraint(operand, at, ref inner, conjunction ? places : [], depth + 1);
            if (conjunction) end = Earlier(end, inner);
            return;
        }

        ReadAtom(constraint, path, ref end, places);
    }

    private void ReadAtom(JsonElement constraint, string path, ref DateOnly? end, List<string> places)
    {
        string left = Name(constraint, "leftOperand", path);
        string comparison = Name(constraint, "operator", path);
        JsonElement right = First(constraint, "rightOperand", "rightOperandReference") ?? throw Invalid(field, path + "/rightOperand", "a constraint needs a right operand");
        if (left == "dateTime" && comparison is "lt" or "lteq" or "eq") end = Earlier(end, LastDay(Text(right), path, before: comparison == "lt"));
        if (left == "spatial" && comparison is "eq" or "isAnyOf" or "isPartOf" or "isA")
        {
            places.AddRange(Elements(right, path).Select(e => Place(Text(e.Item))).OfType<string>());
        }
    }

    // An instant before midnight in Seoul still belongs to the day that ends there.
    private DateOnly? LastDay(string? text, string path, bool before)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return before ? day.AddDays(-1) : day;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant) || !HasZone(text!))
        {
            throw Invalid(field, path + "/rightOperand", "write a date as 2027-12-31, or an instant with its zone as 2027-12-31T23:59:59+09:00");
        }

        DateTimeOffset last = before ? instant.AddTicks(-1) : instant;
        return DateOnly.FromDateTime(last.ToOffset(TimeSpan.FromHours(9)).DateTime);
    }

    private static bool HasZone(string text) => text.EndsWith('Z') || (text.LastIndexOfAny(['+', '-']) is var i && i > text.IndexOf('T', StringComparison.Ordinal) && text.Contains('T', StringComparison.Ordinal));

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b ?? a : a;

    private string Name(JsonElement constraint, string property, string path) =>
        First(constraint, property, "odrl:" + property) is { } value && Text(value) is { } text
            ? Short(text)
            : throw Invalid(field, $"{path}/{property}", "it is missing or not a name");

    private static string? ActionName(JsonElement action) => action.ValueKind == JsonValueKind.Object
        ? First(action, "rdf:value", "@id") is { } value && Text(value) is { Length: > 0 } inner ? Short(inner) : null
        : Text(action) is { Length: > 0 } text ? Short(text) : null;

    private static string? Place(string? text)
    {
        string code = text is null ? "" : text[(text.LastIndexOfAny([':', '/', '#']) + 1)..];
        return code.Length == 2 && code.All(char.IsAsciiLetterUpper) ? code : null;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => First(value, "@value", "@id") is { ValueKind: JsonValueKind.String } inner ? inner.GetString() : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string Short(string name) => name[(name.LastIndexOfAny(['/', '#', ':']) + 1)..];

    private static JsonElement? First(JsonElement element, string name, string other) =>
        element.TryGetProperty(name, out JsonElement value) || element.TryGetProperty(other, out value) ? value : null;

    private static IEnumerable<(JsonElement Item, string Path)> Items(JsonElement owner, string property, string path) =>
        First(owner, property, "odrl:" + property) is { } value ? Elements(value, $"{path}/{property}") : [];

    private static IEnumerable<(JsonElement Item, string Path)> Elements(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@list", out JsonElement list)) value = list;
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, i) => (item, $"{path}/{i}")) : [(value, path)];
    }

    private static DomainException Invalid(string field, string path, string why) => new(LicensingErrors.OdrlInvalid, field + path, path.Length == 0 ? "/" : path, why);
}
