using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataCatalog.Storage.Idempotency;

namespace DataCatalog.Server.Api.Idempotency;

/// <summary>What tells requests apart, and how a kept answer is given again.</summary>
internal static class Replies
{
    private static readonly string[] Kept = ["Content-Type", "Location", "ETag", "OData-Version", "OData-EntityId", "Preference-Applied"];

    /// <summary>SHA-256 of the method, the address with its query, and the body, which is left to be read again.</summary>
    public static async Task<string> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering(bufferThreshold: 1024 * 1024);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path.Value}{request.QueryString.Value}\n"));
        byte[] piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0;) hash.AppendData(piece, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The headers that are part of the answer, as JSON.</summary>
    public static string Headers(HttpResponse response) =>
        JsonSerializer.Serialize(Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString()));

    /// <summary>Gives an answer again.</summary>
    public static async Task ReplayAsync(HttpResponse response, KeptAnswer kept, byte[] body, CancellationToken cancellation)
    {
        response.StatusCode = kept.Status;
        foreach ((string name, string value) in JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Headers!)!) response.Headers[name] = value;
        response.Headers["Idempotency-Replayed"] = "true";
        await WriteAsync(response, body, cancellation);
    }

    /// <summary>Writes a body; an answer without one has not begun, so that what comes after can still complete it.</summary>
    public static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (body.Length > 0) await response.Body.WriteAsync(body, cancellation);
    }
}
