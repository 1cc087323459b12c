using System.Text;
using System.Text.Encodings.Web;
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
    private const int MostActions = 200;
    private const int MostBytes = 512 * 1024;
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
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

    /// <summary>ISO 3166-1 codes that permissions name as their limits, sorted; empty where none does.</summary>
    public IReadOnlyCollection<string> Territories => territories;

    /// <summary>Last day on which any permission still holds, in Seoul's days; null where one is open-ended.</summary>
    public DateOnly? EndsOn => openEnded ? null : lastDay;

    /// <summary>Checks a policy.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static OdrlPolicy Read(JsonElement? element, string field)
    {
        if (element is not { ValueKind: JsonValueKind.Object } root) throw Invalid(field, "", "it must be one JSON object with @type, uid and rules");
        if (OdrlJson.Fault(root) is { } fault) throw Invalid(field, fault.Path, fault.Why);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(root, Compact);
        if (json.Length > MostBytes) throw Invalid(field, "", $"it is longer than {MostBytes / 1024} KiB");
        var policy = new OdrlPolicy(Encoding.UTF8.GetString(json), field);
        policy.ReadPolicy(PolicyIn(root, field));
        return policy;
    }

    // A document may be the policy itself or a graph of which one node is.
    private static JsonElement PolicyIn(JsonElement root, string field)
    {
        if (!root.TryGetProperty("@graph", out JsonElement graph)) return root;
        List<JsonElement> policies = [.. OdrlJson.Elements(graph, "").Select(n => n.Item).Where(n => KindOf(n) is not null)];
        return policies.Count == 1 ? policies[0] : throw Invalid(field, "/@graph", "it must hold exactly one policy");
    }

    private static string? KindOf(JsonElement node) =>
        OdrlJson.Values(node, "@type", "type").SelectMany(t => OdrlJson.Elements(t, "")).Select(t => OdrlJson.Text(t.Item)).OfType<string>()
            .Select(OdrlJson.ShortName).FirstOrDefault(kind => Kinds.Contains(kind, StringComparer.Ordinal));

    private void ReadPolicy(JsonElement policy)
    {
        if (KindOf(policy) is null) throw Invalid(field, "/@type", $"use one of {string.Join(", ", Kinds)}");
        if (!OdrlJson.Values(policy, "uid", "@id").Select(OdrlJson.Text).Any(IsIri)) throw Invalid(field, "/uid", "give the policy an IRI");
        List<string> shared = Actions(policy, "");
        int rules = 0;
        foreach (string list in RuleLists)
        {
            foreach ((JsonElement rule, string path) in OdrlJson.Items(policy, list, ""))
            {
                if (++rules > MostRules) throw Invalid(field, path, $"it has more than {MostRules} rules");
                ReadRule(rule, path, shared, permission: list == "permission");
            }
        }

        if (rules == 0) throw Invalid(field, "", "it has no permission, prohibition or obligation");
    }

    private void ReadRule(JsonElement rule, string path, List<string> shared, bool permission)
    {
        if (rule.ValueKind != JsonValueKind.Object) throw Invalid(field, path, "a rule is an object");
        List<string> named = Actions(rule, path) is { Count: > 0 } own ? own : shared;
        if (named.Count == 0) throw Invalid(field, path + "/action", "a rule needs an action, of its own or of the policy");
        OdrlLimits limits = OdrlLimits.Of(OdrlJson.Items(rule, "constraint", path), (at, why) => Invalid(field, at, why));
        if (!permission) return;
        actions.UnionWith(named);
        if (actions.Count > MostActions) throw Invalid(field, path, $"it permits more than {MostActions} actions");
        territories.UnionWith(limits.Places);
        if (limits.LastDay is null) openEnded = true;
        else if (lastDay is null || limits.LastDay > lastDay) lastDay = limits.LastDay;
    }

    private List<string> Actions(JsonElement owner, string path) => [.. OdrlJson.Items(owner, "action", path).Select(a => ActionName(a.Item, a.Path))];

    // An action that is narrowed stands as an object: rdf:value with its refinement.
    private string ActionName(JsonElement action, string path) =>
        OdrlJson.Text(action) is { } text && OdrlJson.ShortName(text) is { Length: > 0 and <= 100 } name && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? name
            : throw Invalid(field, path, "an action is an IRI or short name, or an object with rdf:value");

    private static bool IsIri(string? text)
    {
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && colon < text!.Length - 1 && char.IsAsciiLetter(text[0]) && !text.Any(char.IsWhiteSpace);
    }

    private static DomainException Invalid(string field, string path, string why) => new(LicensingErrors.OdrlInvalid, field + path, path.Length == 0 ? "/" : path, why);
}
