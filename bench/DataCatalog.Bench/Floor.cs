using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace DataCatalog.Bench;

/// <summary>
/// What the machine gives at best: the same rows, read by hand-written SQL and written by Utf8JsonWriter from a minimal endpoint,
/// without a key, a model, a limit or a link.
/// </summary>
internal static class Floor
{
    private const string Page = "FROM datasets WHERE acquisition = $value ORDER BY title_ko, id LIMIT 20";
    private static readonly HashSet<string> JsonColumns = new(StringComparer.Ordinal) { "modalities", "languages", "domains", "tasks", "links", "volumes", "supply" };

    /// <summary>Serves until the process ends.</summary>
    public static async Task RunAsync(string url, string database)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication app = builder.Build();
        string connection = new SqliteConnectionStringBuilder { DataSource = database, Pooling = true, Mode = SqliteOpenMode.ReadWrite }.ConnectionString;
        app.MapGet("/ready", () => "ready");
        app.MapGet("/list", (HttpContext context, string value) => AnswerAsync(context, connection, value, [("value", $"SELECT * {Page}")]));
        app.MapGet("/count", (HttpContext context, string value) => AnswerAsync(context, connection, value, [("count", "SELECT COUNT(*) AS n FROM datasets WHERE acquisition = $value"), ("value", $"SELECT * {Page}")]));
        app.MapGet("/by-key", (HttpContext context, string value) => AnswerAsync(context, connection, value, [("value", "SELECT * FROM datasets WHERE id = $value")]));
        app.MapGet("/expand", (HttpContext context, string value) => AnswerAsync(context, connection, value,
        [
            ("value", $"SELECT * FROM (SELECT * {Page}) d JOIN organisations o ON o.id = d.provider_id"),
            ("versions", $"SELECT v.* FROM dataset_versions v JOIN (SELECT id {Page}) d ON v.dataset_id = d.id"),
        ]));
        app.MapGet("/groupby", (HttpContext context, string value) => AnswerAsync(context, connection, value, [("value", "SELECT acquisition, sensitivity, COUNT(*) AS n FROM datasets WHERE $value <> '' GROUP BY acquisition, sensitivity")]));
        await app.RunAsync(url);
    }

    private static async Task AnswerAsync(HttpContext context, string connection, string value, (string Name, string Sql)[] parts)
    {
        context.Response.ContentType = "application/json";
        await using var db = new SqliteConnection(connection);
        db.Open();
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        foreach ((string name, string sql) in parts)
        {
            await using SqliteCommand command = db.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$value", value);
            json.WriteStartArray(name);
            using SqliteDataReader rows = command.ExecuteReader();
            while (rows.Read()) Write(json, rows);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync();
    }

    private static void Write(Utf8JsonWriter json, SqliteDataReader rows)
    {
        json.WriteStartObject();
        for (int i = 0; i < rows.FieldCount; i++)
        {
            json.WritePropertyName(rows.GetName(i));
            switch (rows.GetValue(i))
            {
                case string text when JsonColumns.Contains(rows.GetName(i)): json.WriteRawValue(text, skipInputValidation: true); break;
                case string text: json.WriteStringValue(text); break;
                case long number: json.WriteNumberValue(number); break;
                case double number: json.WriteNumberValue(number); break;
                default: json.WriteNullValue(); break;
            }
        }

        json.WriteEndObject();
    }
}
