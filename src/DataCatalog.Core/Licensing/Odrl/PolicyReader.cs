using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl.JsonLd;
using DataCatalog.Core.Licensing.Odrl.Reading;

namespace DataCatalog.Core.Licensing.Odrl;

/// <summary>
/// Reads ODRL 2.2 policies from JSON-LD, as the specification and its published context write them: short, prefixed and full names, single values, arrays
/// and lists, nodes in place or elsewhere in the document, compact policies. What is not supported is refused with its path, and nothing is dropped; where only
/// the form matters, what cannot be read is not satisfied.
/// </summary>
public static class PolicyReader
{
    /// <summary>Reads the one policy of a document; other policies in it must be such as it inherits from, and are resolved.</summary>
    /// <param name="element">The document.</param>
    /// <param name="field">Input field that it came in, for refusals.</param>
    /// <param name="strictness">What to insist on.</param>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static Policy Read(JsonElement? element, string field = "", Strictness strictness = Strictness.Terms)
    {
        IReadOnlyList<Policy> policies = ReadAll(element, field, strictness);
        if (policies.All(p => p.InheritFrom.Count == 0) || strictness == Strictness.Form)
        {
            return policies.Count == 1 ? policies[0] : throw Invalid(field, "/@graph", "it must hold exactly one policy");
        }

        HashSet<string> parents = policies.SelectMany(p => p.InheritFrom).ToHashSet(StringComparer.Ordinal);
        List<Policy> children = [.. policies.Where(p => !parents.Contains(p.Uid))];
        if (children.Count > 1) throw Invalid(field, "/@graph", "it must hold exactly one policy beside those that it inherits from");
        return Inheritance.Resolve(children.FirstOrDefault() ?? policies[0], uid => policies.FirstOrDefault(p => p.Uid == uid), field);
    }

    /// <summary>Reads a policy from its JSON text.</summary>
    /// <inheritdoc cref="Read(JsonElement?, string, Strictness)"/>
    public static Policy Read(string json, string field = "", Strictness strictness = Strictness.Terms)
    {
        using JsonDocument document = Parse(json, field);
        return Read(document.RootElement, field, strictness);
    }

    /// <summary>Reads all policies of a document, in order.</summary>
    /// <inheritdoc cref="Read(JsonElement?, string, Strictness)"/>
    public static IReadOnlyList<Policy> ReadAll(JsonElement? element, string field = "", Strictness strictness = Strictness.Terms)
    {
        IReadOnlyList<LdNode> nodes = Expand(element, field);
        var reading = new ReadingScope(field, strictness);
        List<LdNode> policies = [.. nodes.Where(n => PolicyNodeReader.KindOf(n) is not null)];
        if (policies.Count == 0 && strictness == Strictness.Form) policies.AddRange(nodes.Where(PolicyNodeReader.HasRules));
        if (policies.Count == 0) throw Invalid(field, nodes.Count == 1 ? "/@type" : "/@graph", $"it holds no policy: use one of the types {string.Join(", ", PolicyNodeReader.KindNames)}");
        var reader = new PolicyNodeReader(reading, nodes);
        List<Policy> read = [.. policies.Select(reader.One)];
        if (read.GroupBy(p => p.Uid).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Invalid(field, "/@graph", $"the policy {twice.Key} stands twice");
        return [reader.WithRest(read[0], nodes), .. read.Skip(1)];
    }

    /// <summary>Expands a document after its bounds have been checked.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static IReadOnlyList<LdNode> Expand(JsonElement? element, string field)
    {
        if (element is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } root) throw Invalid(field, "", "it must be a JSON object with @type, uid and rules");
        if (JsonShape.Fault(root) is { } fault) throw Invalid(field, fault.Path, fault.Why);
        if (CompactSize.Of(root) > PolicyLimits.MostBytes) throw Invalid(field, "", $"it is longer than {PolicyLimits.MostBytes / 1024} KiB");
        return LdReader.Read(root, (path, why) => Invalid(field, path, why));
    }

    /// <summary>Reads one constraint of a document by its form alone, wherever it stands.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static Constraint ReadConstraint(LdItem item, string field)
    {
        var reading = new ReadingScope(field, Strictness.Form);
        return new ConstraintReader(reading, new AnnotationReader(reading)).One(item);
    }

    /// <summary>Reads one value of a document as a right operand is read.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c>, with the path of the fault.</exception>
    public static Value ReadValue(LdItem item, string field) => new ValueReader(new ReadingScope(field, Strictness.Form)).Read(item, OperandKind.Any, null);

    /// <summary>The IRI or label by which a policy of a node is known where only the form matters.</summary>
    public static string UidOf(LdNode node) => node.Id ?? "_:policy";

    /// <summary>Parses JSON to the depth that policies may have.</summary>
    /// <exception cref="DomainException"><c>odrl-invalid</c> where it is no JSON, or deeper.</exception>
    public static JsonDocument Parse(string json, string field)
    {
        try
        {
            return JsonDocument.Parse(json, JsonShape.Options);
        }
        catch (JsonException wrong)
        {
            throw Invalid(field, "", $"it is no JSON, or nested too deep: {wrong.Message}");
        }
    }

    private static DomainException Invalid(string field, string path, string why) => new(LicensingErrors.OdrlInvalid, field + path, path.Length == 0 ? "/" : path, why);
}
