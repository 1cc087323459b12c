using System.Globalization;
using System.Text.Json;
using DataCatalog.Bench;

if (args is ["floor", var url, var database])
{
    await Floor.RunAsync(url, database);
    return 0;
}

int rows = int.Parse(Option("--rows") ?? "100000", CultureInfo.InvariantCulture);
int seconds = int.Parse(Option("--seconds") ?? "5", CultureInfo.InvariantCulture);
bool json = args.Contains("--json");
string[] asked = [.. args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (i == 0 || args[i - 1] is not ("--rows" or "--seconds")))];
if (asked.FirstOrDefault(n => !Bench.Names.Contains(n)) is { } unknown)
{
    Console.Error.WriteLine($"There is no figure '{unknown}'; there are: {string.Join(", ", Bench.Names)}.");
    return 2;
}

if (!json) Console.WriteLine(Figure.Head);
await foreach (Figure figure in Bench.RunAsync(asked.Length == 0 ? Bench.Names : asked, rows, TimeSpan.FromSeconds(seconds)))
{
    Console.WriteLine(json ? JsonSerializer.Serialize(figure, Figure.Json) : figure.ToString());
}

return 0;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
