namespace DataCatalog.Server.Operations;

/// <summary>Asks the running service whether it is ready; for containers, whose image has no other program.</summary>
internal static class HealthVerb
{
    /// <summary>Asks.</summary>
    /// <returns>0 where it is, 1 where it is not or does not answer.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        Uri address = ServiceAddress.Of(configuration)[0];
        (int status, string body) = await ServiceAddress.AskAsync(new Uri(address, "health/ready"), TimeSpan.FromSeconds(5), CancellationToken.None);
        Console.WriteLine(status == 0 ? $"Nothing answers at {address}: {body}" : body);
        return status is >= 200 and < 300 ? 0 : 1;
    }
}
