using System.Text;
using DataCatalog.Core.Compliance.Feeds;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace DataCatalog.Server.Api.Feeds;

/// <summary>Writes a feed as iCalendar (RFC 5545): an all-day entry for each date. Nothing in it depends on the hour at which it is read.</summary>
public static class FeedWriter
{
    /// <summary>The calendar, in UTF-8.</summary>
    public static byte[] Write(FeedContent content)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//DataCatalog//Expiries//EN" };
        calendar.AddProperty("X-WR-CALNAME", content.Feed.Name);
        foreach (FeedEntry entry in content.Entries) calendar.Events.Add(Event(entry, content.Feed.Language));
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(FeedEntry entry, string language)
    {
        var changed = new CalDateTime(DateTime.SpecifyKind(entry.ChangedAt, DateTimeKind.Utc));
        return new CalendarEvent
        {
            Uid = entry.Uid, Summary = FeedWords.Heading(entry, language), Start = new CalDateTime(entry.Date), End = new CalDateTime(entry.Date.AddDays(1)),
            DtStamp = changed, LastModified = changed, Sequence = (int)Math.Min(entry.Revision, int.MaxValue), Transparency = Ical.Net.TransparencyType.Transparent,
        };
    }
}
