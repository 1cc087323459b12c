using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataCatalog.Core.Licensing.Odrl;
using ValueType = DataCatalog.Core.Licensing.Odrl.ValueType;

namespace DataCatalog.Interop.Odrl;

/// <summary>Writes compliance reports as JSON-LD. The same input gives the same report, identifiers of its nodes among it.</summary>
internal static class ReportWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON-LD of the reports: one as itself, several as a graph.</summary>
    public static string Write(IReadOnlyList<ComplianceReport> reports)
    {
        var document = new JsonObject { ["@context"] = Context() };
        if (reports.Count != 1)
        {
            document["@graph"] = new JsonArray([.. reports.Select(Policy)]);
            return document.ToJsonString(Indented);
        }

        foreach ((string name, JsonNode? value) in Policy(reports[0])) document[name] = value?.DeepClone();
        return document.ToJsonString(Indented);
    }

    private static JsonArray Context() => new("http://www.w3.org/ns/odrl.jsonld", new JsonObject { ["ex"] = "http://example.org/", ["temp"] = ReportNames.Temp, ["report"] = ReportNames.Report });

    private static JsonObject Policy(ComplianceReport report)
    {
        string seed = $"{report.Policy}|{report.Request}|{report.Created:O}";
        return new JsonObject
        {
            ["@type"] = "report:PolicyReport",
            ["uid"] = Uuid(seed),
            ["dct:created"] = Literal(Value.Of(report.Created)),
            ["report:policy"] = Reference(report.Policy),
            ["report:policyRequest"] = Reference(report.Request),
            ["report:ruleReport"] = OneOrMany(report.Rules.Select((rule, index) => Rule(rule, $"{seed}|{index}"))),
        };
    }

    private static JsonObject Rule(RuleReport report, string seed)
    {
        var json = new JsonObject
        {
            ["@type"] = $"report:{report.Kind}Report",
            ["uid"] = Uuid(seed),
            ["report:rule"] = Reference(report.Rule),
            ["report:ruleRequest"] = Reference(report.Request),
            ["report:attemptState"] = State(report.Attempted ? "Attempted" : "NotAttempted"),
            ["report:activationState"] = State(report.Active ? "Active" : "Inactive"),
        };
        if (report.Performance is { } performance) json["report:performanceState"] = State(performance);
        if (report.Deontic is { } deontic) json["report:deonticState"] = State(deontic);
        if (report.Conditions.Count > 0) json["report:conditionReport"] = OneOrMany(report.Conditions.Select(Reference));
        AddPremises(json, report.Premises, seed);
        return json;
    }

    private static JsonObject Premise(PremiseReport premise, string seed)
    {
        var json = new JsonObject { ["@type"] = $"report:{premise.Type}", ["uid"] = Uuid(seed) };
        if (premise.Constraint?.Uid is { } uid) json["report:constraint"] = Reference(uid);
        if (premise.Constraint is LogicalConstraint logical) json["report:constraintLogicalOperand"] = Reference("odrl:" + Lower(logical.Connective.ToString()));
        if (premise.Constraint is Comparison comparison)
        {
            if (premise.Left.Count > 0) json["report:constraintLeftOperand"] = OneOrMany(premise.Left.Select(Literal));
            json["report:constraintOperator"] = Reference("odrl:" + Lower(comparison.Operator.ToString()));
            json["report:constraintRightOperand"] = OneOrMany(comparison.Right.Select(Literal));
        }

        json["report:satisfactionState"] = State(premise.Satisfied ? "Satisfied" : "Unsatisfied");
        AddPremises(json, premise.Parts, seed);
        return json;
    }

    private static void AddPremises(JsonObject json, IReadOnlyList<PremiseReport> premises, string seed)
    {
        if (premises.Count > 0) json["report:premiseReport"] = OneOrMany(premises.Select((p, index) => Premise(p, $"{seed}|{index}")));
    }

    private static JsonNode? OneOrMany(IEnumerable<JsonNode> nodes) => nodes.ToList() is [var one] ? one : new JsonArray([.. nodes]);

    private static JsonObject State(string name) => Reference("report:" + name);

    private static JsonObject Reference(string iri) => new() { ["uid"] = iri };

    private static JsonNode Literal(Value value) => value.Type switch
    {
        ValueType.Iri => Reference(value.Text),
        ValueType.Instant => Typed("dateTime", value.Text),
        ValueType.Day => Typed("date", value.Text),
        ValueType.Duration => Typed("duration", value.Text),
        // What no decimal holds was written as a double.
        ValueType.Number => Typed(value.Number is decimal.MinValue or decimal.MaxValue ? "double" : "decimal", value.Text),
        ValueType.Boolean => JsonValue.Create(value.Text == "true"),
        _ => JsonValue.Create(value.Text),
    };

    private static JsonObject Typed(string type, string text) => new() { ["@type"] = "xsd:" + type, ["@value"] = text };

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    // A UUID of version 8 (RFC 9562): made from what the node is about.
    private static string Uuid(string seed)
    {
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
