using System.Text.Json;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>One value that an audit event changed.</summary>
/// <param name="Row">Type of the row.</param>
/// <param name="Name">Name of the value.</param>
/// <param name="Before">What it was, or null where it was not.</param>
/// <param name="After">What it became, or null where it is no more.</param>
public sealed record ChangedValue(string Row, string Name, string? Before, string? After);

/// <summary>Reads what an audit event says of rows before and after; of one that cannot be read it shows the text.</summary>
public static class AuditDifference
{
    /// <summary>The changed values, row by row, and how many rows the event leaves out.</summary>
    public static (IReadOnlyList<ChangedValue> Values, int More) Of(string changes)
    {
        try
        {
            using var document = JsonDocument.Parse(changes);
            List<ChangedValue> values = [];
            int more = 0;
            foreach (JsonElement row in document.RootElement.EnumerateArray())
            {
                if (row.TryGetProperty("more", out JsonElement rest)) more = rest.GetInt32();
                else values.AddRange(Row(row));
            }

            return (values, more);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return ([new ChangedValue("", "", null, changes)], 0);
        }
    }

    private static IEnumerable<ChangedValue> Row(JsonElement row)
    {
        string type = row.GetProperty("type").GetString() ?? "";
        string change = row.GetProperty("change").GetString() ?? "";
        return row.GetProperty("values").EnumerateObject().Where(v => v.Name is not ("Id" or "RowVersion")).Select(v => change switch
        {
            "Modified" => new ChangedValue(type, v.Name, Text(v.Value[0]), Text(v.Value[1])),
            "Deleted" => new ChangedValue(type, v.Name, Text(v.Value), null),
            _ => new ChangedValue(type, v.Name, null, Text(v.Value)),
        });
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        _ => value.GetRawText(),
    };
}
