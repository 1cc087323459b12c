using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.Messages;

namespace DataCatalog.Server.Messaging;

/// <summary>The body of a webhook; <c>schemas/webhook-event.schema.json</c> describes it.</summary>
internal sealed record WebhookEvent(string Type, DateTime Timestamp, WebhookData Data)
{
    /// <summary>Standard Webhooks asks for less than 20 KB.</summary>
    public const int MostBytes = 20_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The message as JSON in UTF-8; of a long digest as many alerts as fit, with the number of all.</summary>
    public static byte[] Write(Message message)
    {
        List<WebhookAlert> alerts = [.. message.Alerts.Select(WebhookAlert.Of)];
        byte[] body = Serialize(message, alerts);
        while (body.Length >= MostBytes && alerts.Count > 1)
        {
            int fitting = Math.Clamp((int)((long)alerts.Count * MostBytes / body.Length), 1, alerts.Count - 1);
            alerts.RemoveRange(fitting, alerts.Count - fitting);
            body = Serialize(message, alerts);
        }

        return body;
    }

    private static byte[] Serialize(Message message, List<WebhookAlert> alerts)
    {
        string type = message.DigestOn is null ? "alert.raised" : "alert.digest";
        var data = new WebhookData(message.Subject, message.DigestOn, message.Total, alerts);
        return JsonSerializer.SerializeToUtf8Bytes(new WebhookEvent(type, message.At, data), Json);
    }
}

/// <summary>What happened.</summary>
internal sealed record WebhookData(string Summary, DateOnly? DigestOn, int Total, IReadOnlyList<WebhookAlert> Alerts);

/// <summary>An alert as receivers see it.</summary>
internal sealed record WebhookAlert
{
    public Guid Id { get; init; }

    public SubjectKind Kind { get; init; }

    public Guid SubjectId { get; init; }

    public DateOnly Date { get; init; }

    public int Window { get; init; }

    public required IReadOnlyList<int> Missed { get; init; }

    public required LocalizedText Subject { get; init; }

    public Guid? AgreementId { get; init; }

    public string? AgreementNumber { get; init; }

    public Guid? DatasetId { get; init; }

    public string? DatasetKey { get; init; }

    public Guid? ConsortiumId { get; init; }

    public LocalizedText? Consortium { get; init; }

    public DateTime RaisedAt { get; init; }

    public required Uri Url { get; init; }

    public static WebhookAlert Of(AlertFacts facts) => new()
    {
        Id = facts.Alert.Id, Kind = facts.Alert.Kind, SubjectId = facts.Alert.SubjectId, Date = facts.Alert.Date, Window = facts.Alert.Window,
        Missed = facts.Alert.Missed, Subject = facts.Alert.Subject, AgreementId = facts.Alert.AgreementId, AgreementNumber = facts.AgreementNumber,
        DatasetId = facts.Alert.DatasetId, DatasetKey = facts.DatasetKey, ConsortiumId = facts.Alert.ConsortiumId, Consortium = facts.Consortium,
        RaisedAt = facts.Alert.RaisedAt, Url = facts.Link,
    };
}
