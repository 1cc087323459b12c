using DataCatalog.Server.Hosting.Options;
using DataCatalog.Server.Hosting.Startup;
using DataCatalog.Server.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace DataCatalog.Server.Tests.Hosting;

/// <summary>Secrets as files, a setting each: above the environment, below the command line.</summary>
public sealed class SecretFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("datacatalog-secrets-").FullName;

    [Fact]
    public void Files_AreSettingsWithoutTheirLineEnd()
    {
        Write("DataCatalog__Provider", "postgres\n");
        Write("DataCatalog__ConnectionString", "Host=db;Password=of the file\n");
        Write("DATACATALOG_ADMIN_KEY", "an-administrator-of-the-file-0123456789\n");
        IConfiguration settings = Service.Settings([$"--DATACATALOG_SECRETS={folder}"]);
        Assert.Equal("Host=db;Password=of the file", CatalogSettings.Read(settings).ConnectionString);
        Assert.Equal("an-administrator-of-the-file-0123456789", settings[Preparation.AdminKey]);
    }

    [Fact]
    public void Files_StandAboveTheEnvironmentAndBelowTheCommandLine()
    {
        const string Name = "SecretFileTests";
        Environment.SetEnvironmentVariable($"{Name}__Secret", "environment");
        Assert.Equal("environment", Service.Settings([])[$"{Name}:Secret"]);
        Write($"{Name}__Secret", "file");
        Assert.Equal("file", Service.Settings([$"--DATACATALOG_SECRETS={folder}"])[$"{Name}:Secret"]);
        Assert.Equal("line", Service.Settings([$"--DATACATALOG_SECRETS={folder}", $"--{Name}:Secret=line"])[$"{Name}:Secret"]);
    }

    [Fact]
    public async Task WrongSettingInAFile_IsToldAsOneAndItsSecretIsNot()
    {
        Write("DataCatalog__TimeZone", "Mars/Olympus");
        Write("DataCatalog__ConnectionString", "Host=db;Password=hush-hush");
        await using var process = new ServiceProcess(null);
        (int code, string said) = await process.SayAsync("migrate", $"--DATACATALOG_SECRETS={folder}");
        Assert.Equal(3, code);
        Assert.Contains("Mars/Olympus", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string value) => File.WriteAllText(Path.Combine(folder, name), value);
}
