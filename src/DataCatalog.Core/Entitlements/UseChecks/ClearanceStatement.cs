using System.Text;
using System.Text.Json;
using DataCatalog.Core.Audit;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Entitlements.UseChecks;

/// <summary>
/// Writes a clearance as an in-toto Statement v1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md) in a DSSE v1 envelope
/// (https://github.com/secure-systems-lab/dsse/blob/master/protocol.md); <c>schemas/clearance-statement.schema.json</c> says what it holds.
/// </summary>
internal static class ClearanceStatement
{
    /// <summary>The envelope's payload type.</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    /// <summary>The statement's predicate type.</summary>
    public const string PredicateType = "urn:datacatalog:clearance:v1";

    /// <summary>The statement in UTF-8.</summary>
    public static byte[] Write(DecidedUse decided, Guid decisionId, IReadOnlyList<ClearedFile> files, Checkpoint checkpoint, DateTimeOffset issuedAt) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["_type"] = "https://in-toto.io/Statement/v1",
            ["subject"] = files.Select(f => new { name = f.Name, digest = new { sha256 = f.Sha256 } }),
            ["predicateType"] = PredicateType,
            ["predicate"] = Predicate(decided, decisionId, checkpoint, issuedAt),
        },
        QuestionText.Options);

    /// <summary>What is signed: the payload with its type and their lengths (DSSE's pre-authentication encoding).</summary>
    public static byte[] Signed(byte[] payload) => [.. Encoding.UTF8.GetBytes($"DSSEv1 {PayloadType.Length} {PayloadType} {payload.Length} "), .. payload];

    /// <summary>The envelope.</summary>
    public static string Envelope(byte[] payload, string keyId, byte[] signature) => JsonSerializer.Serialize(
        new { payloadType = PayloadType, payload = Convert.ToBase64String(payload), signatures = new[] { new { keyid = keyId, sig = Convert.ToBase64String(signature) } } },
        QuestionText.Options);

    private static object Predicate(DecidedUse decided, Guid decisionId, Checkpoint checkpoint, DateTimeOffset issuedAt) => new
    {
        issuedAt,
        model = Iris.Model(decided.Asked.Model!.Key),
        consortium = Iris.Consortium(decided.Consortium.Key),
        actions = decided.Asked.Actions,
        releaseLicence = decided.Asked.ReleaseLicence,
        facts = decided.Asked.Facts.Known.Order(StringComparer.Ordinal).Select(k => new { name = k, values = decided.Asked.Facts[k]!.Select(v => v.Text) }),
        dutiesDone = decided.Asked.Facts.DutiesDone.Order(StringComparer.Ordinal),
        at = decided.Asked.At,
        knownAt = decided.Asked.KnownAt,
        verdict = decided.Mix.Verdict.ToString(),
        holdsUntil = decided.Mix.HoldsUntil,
        decision = decisionId,
        decisions = decided.Parts.Select(p => new
        {
            dataset = Iris.Dataset(p.Put.Dataset), action = p.Put.Action, verdict = p.Decision.Verdict.ToString(), holdsUntil = p.Decision.HoldsUntil,
            layer = p.Decision.DecidedBy!.Kind.ToString(), source = p.Decision.DecidedBy.Source, termsVersion = p.Decision.DecidedBy.Version, termsSha256 = p.Decision.DecidedBy.Sha256,
        }),
        duties = decided.Mix.Duties.Select(Answers.Of).Select(d => new { actions = d.Actions, layer = d.Layer.ToString(), source = d.Source, article = d.Article }),
        audit = new { count = checkpoint.Count, hash = checkpoint.Hash },
    };
}

/// <summary>A file of a cleared dataset.</summary>
/// <param name="Name">The dataset's IRI, version and file.</param>
/// <param name="Sha256">Its SHA-256.</param>
internal sealed record ClearedFile(string Name, string Sha256);
