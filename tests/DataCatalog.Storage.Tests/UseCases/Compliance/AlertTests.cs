using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using DataCatalog.Storage.Tests.Support;
using DataCatalog.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Storage.Tests.UseCases.Compliance;

/// <summary>A small registry whose dates come near: tests sweep it on days of their choice.</summary>
public abstract class AlertTests(string provider, PostgresServer server) : StorageTests(provider, server)
{
    protected static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private Organisation? licensor;
    private int agreements;

    protected Core.Common.Calendar Calendar => new(Clock, Seoul);

    protected static DateOnly Day(int year, int month, int day) => new(year, month, day);

    protected Task<SweepOutcome> SweepAsync(DateOnly asOf, IRegistryDbFactory? dbs = null) => new RaiseExpiryAlerts(dbs ?? Factory, Clock).HandleAsync(asOf, Cancellation);

    /// <summary>Moves the clock to a time of a day in Seoul.</summary>
    protected void SetClock(DateOnly day, int hour = 0, int minute = 10) =>
        Clock.SetUtcNow(new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, minute)), Seoul)));

    protected async Task<Organisation> LicensorAsync()
    {
        if (licensor is not null) return licensor;
        licensor = Given.Organisation();
        await SaveAsync(licensor);
        return licensor;
    }

    protected async Task<AgreementInput> InputAsync(DateOnly? end, RenewalKind renewal = RenewalKind.None, string? notice = null, IReadOnlyList<int>? windows = null) => new()
    {
        Number = $"A-{++agreements:000}", TitleKo = "뉴스 말뭉치 이용 계약", TitleEn = "News corpus", LicensorId = (await LicensorAsync()).Id,
        SignedOn = Day(2019, 12, 1), StartsOn = Day(2020, 1, 1), EndsOn = end, Renewal = renewal, RenewalPeriod = renewal == RenewalKind.None ? null : "P1Y",
        NoticePeriod = notice, AlertWindows = windows,
    };

    protected async Task<Agreement> AgreementAsync(AgreementInput input)
    {
        var agreement = Agreement.Register(input, Clock);
        await SaveAsync(agreement);
        return agreement;
    }

    protected async Task<Agreement> AgreementAsync(DateOnly? end, RenewalKind renewal = RenewalKind.None, string? notice = null, IReadOnlyList<int>? windows = null) =>
        await AgreementAsync(await InputAsync(end, renewal, notice, windows));

    protected async Task<Entitlement> EntitlementAsync(DateOnly? end, DateOnly? agreementEnd, string consortiumKey = "alpha")
    {
        Organisation owner = await LicensorAsync();
        Programme programme = Given.Programme("programme-" + consortiumKey);
        Dataset dataset = Given.Available(owner.Id, "news-" + consortiumKey);
        Consortium consortium = Given.Consortium(programme.Id, owner.Id, consortiumKey);
        var agreement = Agreement.Register(await InputAsync(agreementEnd) with { DatasetIds = [dataset.Id] }, Clock);
        var entitlement = Entitlement.Grant(dataset, consortium, agreement, new EntitlementInput { EndsOn = end }, Actor.Registry, Clock);
        await SaveAsync(programme, dataset, consortium, agreement, entitlement);
        return entitlement;
    }

    /// <summary>Changes a stored row.</summary>
    protected async Task ChangeAsync<T>(Guid id, Action<T> change, Func<IQueryable<T>, IQueryable<T>>? with = null)
        where T : Entity
    {
        await using RegistryDb db = Open();
        await WriteAsync(db, "test.changed", id, async () =>
        {
            IQueryable<T> rows = db.Set<T>().AsTracking();
            change(await (with?.Invoke(rows) ?? rows).SingleAsync(r => r.Id == id, Cancellation));
            return 0;
        });
    }

    /// <summary>Sets what no use case of this release sets yet.</summary>
    protected async Task SetAsync<T>(Guid id, string property, object? value)
        where T : Entity
    {
        await using RegistryDb db = Open();
        await WriteAsync(db, "test.set", id, async () =>
        {
            db.Entry(await db.Set<T>().AsTracking().SingleAsync(r => r.Id == id, Cancellation)).Property(property).CurrentValue = value;
            return 0;
        });
    }

    protected async Task<List<Alert>> AlertsAsync(Guid? subject = null)
    {
        await using RegistryDb db = Open();
        List<Alert> alerts = await db.Alerts.AsNoTracking().Where(a => subject == null || a.SubjectId == subject).ToListAsync(Cancellation);
        return [.. alerts.OrderBy(a => a.Date).ThenByDescending(a => a.Window)];
    }

    protected async Task<List<Delivery>> DeliveriesAsync()
    {
        await using RegistryDb db = Open();
        return await db.Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync(Cancellation);
    }

    protected async Task<Subscription> SubscribeAsync(SubscriptionInput input, Actor? owner = null)
    {
        var subscription = Subscription.Subscribe(input with { Name = input.Name ?? "알림" }, owner ?? Actor.Registry, Clock);
        await SaveAsync(subscription);
        return subscription;
    }
}
