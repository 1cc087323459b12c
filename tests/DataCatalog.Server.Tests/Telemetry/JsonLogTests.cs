using System.Text.Json;
using DataCatalog.Server.Tests.Support;

namespace DataCatalog.Server.Tests.Telemetry;

/// <summary>The log as a collector reads it from the service's output: an object a line from the first to the last, without keys or personal data.</summary>
public sealed class JsonLogTests
{
    [Fact]
    public async Task EveryLine_IsAnObjectAndHoldsNoPersonalData()
    {
        await using var process = new ServiceProcess(null, "--Logging:Console:FormatterName=json");
        await PersonalData.AskAsync(await process.StartAsync(), process.Client(PersonalData.WrongKey));
        Assert.Equal(0, await process.TerminateAsync());
        Assert.NotEmpty(process.Lines);
        Assert.All(process.Lines, line =>
        {
            JsonElement told = JsonElement.Parse(line);
            Assert.Equal((JsonValueKind.String, JsonValueKind.String), (told.GetProperty("LogLevel").ValueKind, told.GetProperty("Message").ValueKind));
            foreach (string word in PersonalData.Words) Assert.DoesNotContain(word, line, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task KeysOfTheFirstStart_AreNotInTheLog()
    {
        await using var process = new ServiceProcess(null, "--Logging:Console:FormatterName=json", "--DataCatalog:Empty=false");
        await process.StartAsync();
        Assert.Equal(0, await process.TerminateAsync());
        Assert.DoesNotContain(process.Lines, line => line.Contains("dck_", StringComparison.Ordinal));
        Assert.All(process.Lines, line => JsonElement.Parse(line));
    }
}
