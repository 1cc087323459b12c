using System.CommandLine;
using System.Text;
using System.Text.Json;
using DataCatalog.Cli.Check;
using DataCatalog.Cli.Http;

namespace DataCatalog.Cli.Clear;

/// <summary>The commands about clearances: <c>clear</c>, <c>verify</c>, <c>keys</c>.</summary>
internal static class ClearCommands
{
    /// <summary>Has a permitted mix cleared.</summary>
    public static Command Clear(Func<ParseResult, CatalogClient> client, TextWriter output)
    {
        var question = new CheckCommand();
        var file = new Option<FileInfo?>("--out") { Description = "Write the envelope to this file; to the output by default" };
        var command = new Command("clear", "Have a permitted mix cleared: a signed statement that can be verified offline; --model is required");
        question.AddTo(command);
        command.Options.Add(file);
        command.SetAction(async (parsed, cancellation) =>
        {
            using CatalogClient service = client(parsed);
            using var body = new StringContent(question.Settings(parsed).Body(), Encoding.UTF8, "application/json");
            JsonElement made = JsonElement.Parse(await service.SendAsync(HttpMethod.Post, "odata/Clear", body, cancellation));
            string envelope = made.GetProperty("Envelope").GetString()!;
            if (parsed.GetValue(file) is not { } target)
            {
                await output.WriteLineAsync(envelope);
                return ExitCodes.Done;
            }

            await Files.WriteAsync(target.FullName, envelope, cancellation);
            await output.WriteLineAsync($"Cleared {made.GetProperty("Id")}, signed with key {made.GetProperty("KeyId")}: {target.FullName}");
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Verifies an envelope, offline.</summary>
    public static Command Verify(Func<ParseResult, bool> json, TextWriter output)
    {
        var file = new Argument<FileInfo>("file") { Description = "The envelope" };
        var keys = new Option<FileInfo[]>("--key") { Description = "Public keys in PEM, of which one must have signed it", Required = true, AllowMultipleArgumentsPerToken = true };
        var command = new Command("verify", "Verify a clearance offline. Exit codes: 0 it holds, 1 it does not, 2 usage") { file, keys };
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] pems = await Task.WhenAll(parsed.GetRequiredValue(keys).Select(k => Files.ReadAsync(k.FullName, cancellation)));
            Verification found = Envelope.Verify(await Files.ReadAsync(parsed.GetRequiredValue(file).FullName, cancellation), pems);
            await output.WriteLineAsync(json(parsed) ? found.ToJson() : found.ToText(TimeProvider.System.GetUtcNow()));
            return found.Holds ? ExitCodes.Done : ExitCodes.No;
        });
        return command;
    }

    /// <summary>Fetches the public keys; <c>keys rotate</c> makes the next.</summary>
    public static Command Keys(Func<ParseResult, CatalogClient> client, TextWriter output)
    {
        var folder = new Option<DirectoryInfo?>("--out") { Description = "Write each key to KEYID.pem in this folder; to the output by default" };
        var rotate = new Command("rotate", "Make the key that signs from now on; for programme administrators") { folder };
        var command = new Command("keys", "Fetch the public keys that clearances are verified with") { folder, rotate };
        command.SetAction(async (parsed, cancellation) =>
        {
            using CatalogClient service = client(parsed);
            JsonElement all = JsonElement.Parse(await service.SendAsync(HttpMethod.Get, "odata/ClearanceKeys?$orderby=MadeAt desc&$top=1000", null, cancellation));
            foreach (JsonElement key in all.GetProperty("value").EnumerateArray()) await TellAsync(key, parsed.GetValue(folder), output, cancellation);
            return ExitCodes.Done;
        });
        rotate.SetAction(async (parsed, cancellation) =>
        {
            using CatalogClient service = client(parsed);
            using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
            await TellAsync(JsonElement.Parse(await service.SendAsync(HttpMethod.Post, "odata/ClearanceKeys/Rotate", nothing, cancellation)), parsed.GetValue(folder), output, cancellation);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task TellAsync(JsonElement key, DirectoryInfo? folder, TextWriter output, CancellationToken cancellation)
    {
        (string id, string pem) = (key.GetProperty("KeyId").GetString()!, key.GetProperty("PublicKey").GetString()!);
        bool named = id.Length == 64 && id.All(char.IsAsciiHexDigitLower);
        if (!named) throw new CliException(ExitCodes.Unreachable, "The service answered with a key whose id is no SHA-256.");
        string state = key.GetProperty("RetiredAt").ValueKind == JsonValueKind.Null ? "signs" : $"retired {key.GetProperty("RetiredAt")}";
        if (folder is null)
        {
            await output.WriteLineAsync($"# {id} {state}\n{pem.Trim()}");
            return;
        }

        Directory.CreateDirectory(folder.FullName);
        string path = Path.Combine(folder.FullName, id + ".pem");
        await Files.WriteAsync(path, pem.Trim() + "\n", cancellation);
        await output.WriteLineAsync($"{path}\t{state}");
    }
}
