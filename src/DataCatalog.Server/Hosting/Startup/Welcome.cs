using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>What the service prints when it is up: its address, and the keys that were made in this start, once.</summary>
internal sealed class Welcome
{
    private readonly List<(string Whose, string Secret)> keys = [];

    /// <summary>Notes a new key to be shown.</summary>
    public void Tell(string whose, string secret) => keys.Add((whose, secret));

    /// <summary>Prints it.</summary>
    public static async Task PrintAsync(WebApplication app)
    {
        Welcome welcome = app.Services.GetRequiredService<Welcome>();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        // Where the output is read by a program, each line is one of its objects, and keys, which are for a person, go beside it.
        bool json = app.Configuration["Logging:Console:FormatterName"] == "json";
        TextWriter person = json ? Console.Error : Console.Out;
        if (json) app.Logger.LogInformation("DataCatalog is ready on {Address}", address);
        else await person.WriteLineAsync($"{Environment.NewLine}DataCatalog is ready on {address}");
        if (welcome.keys.Count == 0) return;
        await person.WriteLineAsync("Open it in a browser and sign in with one of these keys; programs send theirs in X-Api-Key, as Bearer, or as password of Basic. They are shown only now:");
        foreach ((string whose, string secret) in welcome.keys) await person.WriteLineAsync($"  {whose,-34} {secret}");
    }
}
