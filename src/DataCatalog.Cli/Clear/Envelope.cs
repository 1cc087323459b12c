using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataCatalog.Cli.Clear;

/// <summary>Verifies clearances: in-toto Statements v1 in DSSE v1 envelopes, signed with ECDSA on P-256 and SHA-256.</summary>
internal static class Envelope
{
    private const string PayloadType = "application/vnd.in-toto+json";
    private const string StatementType = "https://in-toto.io/Statement/v1";
    private const string PredicateType = "urn:datacatalog:clearance:v1";

    /// <summary>Verifies an envelope with public keys in PEM; nothing of the payload is believed before a signature holds.</summary>
    /// <exception cref="CliException">A key is no public key.</exception>
    public static Verification Verify(string envelope, IReadOnlyList<string> keys)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(envelope, new JsonDocumentOptions { AllowDuplicateProperties = false });
            JsonElement root = document.RootElement;
            if (root.GetProperty("payloadType").GetString() != PayloadType) return Verification.Not($"the payload is not of the type {PayloadType}");
            byte[] payload = root.GetProperty("payload").GetBytesFromBase64();
            byte[] signed = [.. Encoding.UTF8.GetBytes($"DSSEv1 {PayloadType.Length} {PayloadType} {payload.Length} "), .. payload];
            byte[][] signatures = [.. root.GetProperty("signatures").EnumerateArray().Select(s => s.GetProperty("sig").GetBytesFromBase64())];
            string? by = keys.Select(pem => Signer(pem, signed, signatures)).FirstOrDefault(id => id is not null);
            return by is null ? Verification.Not("no signature was made with any of these keys over this payload") : Read(payload, by);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return Verification.Not("it is not a clearance's envelope");
        }
    }

    private static string? Signer(string pem, byte[] signed, byte[][] signatures)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            return signatures.Any(s => key.VerifyData(signed, s, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
                ? Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))
                : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
        {
            throw new CliException(ExitCodes.Usage, "A key is not a public key in PEM, as 'catalog keys' writes it.");
        }
    }

    private static Verification Read(byte[] payload, string keyId)
    {
        JsonElement statement = JsonElement.Parse(payload);
        bool known = statement.GetProperty("_type").GetString() == StatementType && statement.GetProperty("predicateType").GetString() == PredicateType;
        return known ? new Verification(true, null, keyId, statement) : Verification.Not("the signature holds, but what is signed is not a clearance");
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Holds">Whether the signature holds.</param>
/// <param name="Why">Why not, or null.</param>
/// <param name="KeyId">Identity of the key that signed, or null.</param>
/// <param name="Statement">What was signed.</param>
internal sealed record Verification(bool Holds, string? Why, string? KeyId, JsonElement Statement)
{
    /// <summary>It does not hold.</summary>
    public static Verification Not(string why) => new(false, why, null, default);

    /// <summary>For machines.</summary>
    public string ToJson() => Holds
        ? JsonSerializer.Serialize(new { holds = true, keyid = KeyId, statement = Statement }, JsonText.Readable)
        : JsonSerializer.Serialize(new { holds = false, why = Why }, JsonText.Readable);

    /// <summary>For people.</summary>
    public string ToText(DateTimeOffset now)
    {
        if (!Holds) return $"NOT VALID: {Why}.";
        JsonElement said = Statement.GetProperty("predicate");
        string until = said.TryGetProperty("holdsUntil", out JsonElement end) && end.ValueKind == JsonValueKind.String ? end.GetString()! : "further notice";
        JsonElement audit = said.GetProperty("audit");
        bool over = DateTimeOffset.TryParse(until, System.Globalization.CultureInfo.InvariantCulture, out DateTimeOffset last) && last <= now;
        string[] lines =
        [
            $"VALID: {said.GetProperty("verdict")} for {said.GetProperty("model")} of {said.GetProperty("consortium")}, {Statement.GetProperty("subject").GetArrayLength()} files, at {said.GetProperty("at")} until {until}{(over ? " (OVER)" : "")}; "
                + $"key {KeyId}; audit checkpoint {audit.GetProperty("count")} {audit.GetProperty("hash")}.",
            $"For: {List(said, "actions")}{(said.TryGetProperty("releaseLicence", out JsonElement release) ? $", released as {release}" : "")}.",
            $"Under these facts only: {Facts(said)}. Said to be done: {List(said, "dutiesDone")}.",
            $"Owed: {Duties(said)}.",
        ];
        return string.Join('\n', lines.Select(JsonText.Plain));
    }

    private static string Duties(JsonElement said) =>
        !said.TryGetProperty("duties", out JsonElement duties) ? "none named" : Joined(duties.EnumerateArray().Select(d => $"{List(d, "actions")} ({d.GetProperty("source")}{(d.TryGetProperty("article", out JsonElement article) ? $", {article}" : "")})"));

    private static string Facts(JsonElement said) =>
        said.TryGetProperty("facts", out JsonElement facts) ? Joined(facts.EnumerateArray().Select(f => $"{f.GetProperty("name")} = {List(f, "values")}")) : "none named";

    private static string List(JsonElement said, string name) => said.TryGetProperty(name, out JsonElement list) ? Joined(list.EnumerateArray().Select(i => i.ToString())) : "none named";

    private static string Joined(IEnumerable<string> items) => string.Join("; ", items) is { Length: > 0 } text ? text : "none";
}
