using System.Reflection;
using System.Xml.Linq;

namespace DataCatalog.Server.Api;

/// <summary>The summaries that the sources give to types, properties and methods, so that what the service says of itself is written once.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, string> summaries;

    private XmlDocumentation(Dictionary<string, string> summaries) => this.summaries = summaries;

    /// <summary>Reads the files beside the assemblies.</summary>
    public static XmlDocumentation Load() =>
        new(new[] { typeof(XmlDocumentation).Assembly, typeof(Core.Common.Entity).Assembly }.SelectMany(Read).ToDictionary(s => s.Member, s => s.Text, StringComparer.Ordinal));

    /// <summary>What a type is; null where nothing says.</summary>
    public string? OfType(Type type) => summaries.GetValueOrDefault("T:" + Name(type));

    /// <summary>What a property is; null where nothing says.</summary>
    public string? OfProperty(Type type, string name) => summaries.GetValueOrDefault($"P:{Name(type)}.{name}");

    /// <summary>What a method does; null where nothing says. Overloads are not told apart.</summary>
    public string? OfMethod(MethodInfo method)
    {
        string name = $"M:{Name(method.DeclaringType!)}.{method.Name}";
        return summaries.GetValueOrDefault(name) ?? summaries.FirstOrDefault(s => s.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value;
    }

    private static string Name(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static IEnumerable<(string Member, string Text)> Read(Assembly assembly)
    {
        string path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path)) return [];
        return XDocument.Load(path).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .Select(m => (m.Attribute("name")!.Value, string.Join(' ', Words(m.Element("summary")!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    private static string Words(XElement element) =>
        string.Concat(element.Nodes().Select(n => n is XElement e ? e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Value : n is XText t ? t.Value : ""));
}
