using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataCatalog.Core.Licensing.Odrl.JsonLd;

/// <summary>The canonical expanded JSON-LD of values: sorted, without white space, names in full.</summary>
public static class LdForm
{
    /// <summary>One value; a node with an IRI or a label is told by it.</summary>
    public static string Of(LdItem item) => item switch
    {
        LdLiteral literal => Literal(literal),
        LdReference reference => Node(reference.Node),
        LdList list => $"{{\"@list\":[{string.Join(',', list.Items.Select(Of))}]}}",
        _ => throw new ArgumentException("An item is a literal, a reference or a list.", nameof(item)),
    };

    /// <summary>A text as a JSON string.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>A number's canonical form.</summary>
    public static string Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? Value.Of(number).Text : text;

    private static string Node(LdNode node) => node.Id is { } id ? $"{{\"@id\":{Quote(id)}}}" : Definition(node, Of);

    /// <summary>What a node says, its own IRI not among it.</summary>
    internal static string Definition(LdNode node, Func<LdItem, string> form)
    {
        var json = new StringBuilder("{");
        if (node.Types.Count > 0) json.Append("\"@type\":[").AppendJoin(',', node.Types.Order(StringComparer.Ordinal).Select(Quote)).Append("],");
        foreach (string property in node.Properties.Order(StringComparer.Ordinal))
        {
            json.Append(Quote(property)).Append(":[").AppendJoin(',', node.Items(property).Select(form).Order(StringComparer.Ordinal)).Append("],");
        }

        if (json[^1] == ',') json.Length--;
        return json.Append('}').ToString();
    }

    private static string Literal(LdLiteral literal)
    {
        string value = literal.Kind switch
        {
            JsonValueKind.Number => Number(literal.Text),
            JsonValueKind.True or JsonValueKind.False => literal.Text,
            _ => Quote(literal.Text),
        };
        return $"{{{(literal.Language is { } language ? $"\"@language\":{Quote(language)}," : "")}{(literal.Datatype is { } type ? $"\"@type\":{Quote(type)}," : "")}\"@value\":{value}}}";
    }
}
