extern alias Schemas;

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataCatalog.Server.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Tests.Api.UseChecks;

/// <summary>Clearances, on a service whose keys are this test's own to rotate.</summary>
public sealed class ClearanceTests
{
    [Fact]
    public async Task Clear_SignsWhatAnyoneCanVerify_AndRotationKeepsOldKeys()
    {
        await using RegistryService service = await RegistryService.StartAsync();
        var given = new Given(service.Admin);
        string provider = (await given.OrganisationAsync()).Id;
        string programme = (await given.ProgrammeAsync()).Id;
        string consortium = (await given.ConsortiumAsync(programme, provider)).Id;
        Answer model = await given.ModelAsync(consortium);
        Answer dataset = await given.AvailableAsync(provider);
        Answer agreement = await given.AgreementAsync(provider, [dataset.Id], new { Terms = new { Short = "permit train provided attribute; forbid distil" } });
        await given.EntitlementAsync(dataset.Id, consortium, agreement.Id);
        ApiClient member = service.Client(await given.KeyAsync("consortium-member", consortium));
        string key = dataset["Key"].GetString()!;
        object mix = new { Datasets = new[] { key }, Actions = new[] { "train" }, Model = model["Key"].GetString() };

        (await member.PostAsync("/odata/Clear", mix)).Refused(409, "no-clearance-key");
        (await member.PostAsync("/odata/ClearanceKeys/Rotate", new { })).OfStatus(HttpStatusCode.NotFound);
        Answer first = (await service.Admin.PostAsync("/odata/ClearanceKeys/Rotate", new { })).OfStatus(HttpStatusCode.Created);
        Assert.DoesNotContain("PRIVATE", first.Text, StringComparison.Ordinal);
        (await member.PostAsync("/odata/Clear", new { Datasets = new[] { key }, Actions = new[] { "distil" }, Model = model["Key"].GetString() })).Refused(409, "mix-not-permitted");
        (await member.PostAsync("/odata/Clear", new { Datasets = new[] { key }, Actions = new[] { "train" } })).Refused(422, "required");

        Answer made = (await member.PostAsync("/odata/Clear", mix)).OfStatus(HttpStatusCode.Created);
        string envelope = made["Envelope"].GetString()!;
        JsonElement statement = Verified(envelope, first["PublicKey"].GetString()!)!.Value;
        Assert.Equal("https://in-toto.io/Statement/v1", statement.GetProperty("_type").GetString());
        Assert.Equal(new string('a', 64), statement.GetProperty("subject")[0].GetProperty("digest").GetProperty("sha256").GetString());
        Schemas::Json.Schema.JsonSchema schema = Schemas::Json.Schema.JsonSchema.FromFile(Path.Combine(SchemasTests.Folder, "clearance-statement.schema.json"));
        Assert.True(schema.Evaluate(statement).IsValid, statement.ToString());
        JsonElement audit = statement.GetProperty("predicate").GetProperty("audit");
        long count = audit.GetProperty("count").GetInt64();
        Assert.Equal(audit.GetProperty("hash").GetString(), await service.ReadAsync(db => db.AuditEvents.Where(e => e.Sequence == count).Select(e => e.Hash).SingleAsync()));

        Answer second = (await service.Admin.PostAsync("/odata/ClearanceKeys/Rotate", new { })).OfStatus(HttpStatusCode.Created);
        Assert.Equal(2, (await member.GetAsync("/odata/ClearanceKeys")).Rows.Count);
        Assert.NotNull(Verified(envelope, first["PublicKey"].GetString()!));
        Assert.Null(Verified(envelope, second["PublicKey"].GetString()!));
        Assert.Equal(second["KeyId"].GetString(), (await member.PostAsync("/odata/Clear", mix)).OfStatus(HttpStatusCode.Created)["KeyId"].GetString());
        Assert.Null(Verified(Tampered(envelope), first["PublicKey"].GetString()!));
    }

    private static string Tampered(string envelope)
    {
        JsonElement root = JsonElement.Parse(envelope);
        string payload = Encoding.UTF8.GetString(root.GetProperty("payload").GetBytesFromBase64()).Replace("Permitted", "permitted", StringComparison.Ordinal);
        return JsonSerializer.Serialize(new { payloadType = root.GetProperty("payloadType"), payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)), signatures = root.GetProperty("signatures") });
    }

    private static JsonElement? Verified(string envelope, string publicKey)
    {
        JsonElement root = JsonElement.Parse(envelope);
        byte[] payload = root.GetProperty("payload").GetBytesFromBase64();
        string type = root.GetProperty("payloadType").GetString()!;
        byte[] signed = [.. Encoding.UTF8.GetBytes($"DSSEv1 {type.Length} {type} {payload.Length} "), .. payload];
        using var key = ECDsa.Create();
        key.ImportFromPem(publicKey);
        bool holds = key.VerifyData(signed, root.GetProperty("signatures")[0].GetProperty("sig").GetBytesFromBase64(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return holds ? JsonElement.Parse(payload) : null;
    }
}
