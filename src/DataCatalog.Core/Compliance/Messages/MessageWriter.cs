using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DataCatalog.Core.Compliance.Messages;

/// <summary>Writes what a receiver reads. Pure: the day is told.</summary>
public static class MessageWriter
{
    private const int LongestSubject = 200;

    private static readonly char[] LineEnds = ['\r', '\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029', '\0'];

    // Korean stays readable and short; what could be markup does not stay.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The message of one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="subscription">To whom.</param>
    /// <param name="alerts">What is told, the most urgent first; at least one.</param>
    /// <param name="total">How many there are in all.</param>
    /// <param name="at">When it arose.</param>
    /// <param name="today">Today in the programme's time zone.</param>
    public static Message Write(Delivery delivery, Subscription subscription, IReadOnlyList<AlertFacts> alerts, int total, DateTime at, DateOnly today)
    {
        Phrases phrases = Phrases.In(subscription.Language);
        string heading = delivery.DigestOn is { } day ? phrases.Digest(day, total) : phrases.Headline(alerts[0].Alert, today);
        string? more = total > alerts.Count ? phrases.More(total - alerts.Count) : null;
        return new Message
        {
            DeliveryId = delivery.Id,
            Target = subscription.Target ?? "",
            Secret = subscription.Secret,
            Language = subscription.Language,
            Subject = OneLine($"[DataCatalog] {heading}"),
            Text = Text(phrases, alerts, more, today),
            Html = Html(phrases, heading, alerts, more, today),
            DigestOn = delivery.DigestOn,
            Alerts = alerts,
            Total = total,
            At = at,
        };
    }

    private static string Text(Phrases phrases, IReadOnlyList<AlertFacts> alerts, string? more, DateOnly today)
    {
        var text = new StringBuilder();
        foreach (AlertFacts facts in alerts)
        {
            text.AppendLine(OneLine(phrases.Headline(facts.Alert, today), int.MaxValue));
            foreach ((string label, string value) in phrases.Details(facts, today)) text.AppendLine(CultureInfo.InvariantCulture, $"  {label}: {OneLine(value, int.MaxValue)}");
            text.AppendLine();
        }

        if (more is not null) text.AppendLine(more).AppendLine();
        return text.Append(phrases.Footer).AppendLine().ToString();
    }

    private static string Html(Phrases phrases, string heading, IReadOnlyList<AlertFacts> alerts, string? more, DateOnly today)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html><html lang=\"{phrases.Language}\"><head><meta charset=\"utf-8\"><title>{Encode(heading)}</title></head><body>");
        foreach (AlertFacts facts in alerts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(phrases.Headline(facts.Alert, today))}</h2><table>");
            foreach ((string label, string value) in phrases.Details(facts, today)) html.Append(CultureInfo.InvariantCulture, $"<tr><th align=\"left\">{Encode(label)}</th><td>{Cell(facts, value)}</td></tr>");
            html.Append("</table>");
        }

        if (more is not null) html.Append(CultureInfo.InvariantCulture, $"<p>{Encode(more)}</p>");
        return html.Append(CultureInfo.InvariantCulture, $"<hr><p>{Encode(phrases.Footer)}</p></body></html>").ToString();
    }

    private static string Cell(AlertFacts facts, string value) =>
        value == facts.Link.AbsoluteUri ? $"<a href=\"{Encode(value)}\">{Encode(value)}</a>" : Encode(value);

    private static string Encode(string value) => Encoder.Encode(value);

    // A subject with a line end in it would be two headers.
    private static string OneLine(string value, int longest = LongestSubject)
    {
        string line = string.Join(' ', value.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (line.Length <= longest) return line;
        int length = char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1;
        return line[..length] + "…";
    }
}
