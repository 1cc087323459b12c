using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Licensing;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Entitlements;

public sealed class EntitlementTests
{
    [Fact]
    public void Grant_WithoutDates_LastsAsLongAsTheAgreement()
    {
        Entitlement granted = Grant(new EntitlementInput());
        Assert.Equal((Day("2026-01-01"), null, null), (granted.StartsOn, granted.EndsOn, granted.LastDay));
    }

    [Fact]
    public void Grant_DatasetNotAvailable()
    {
        foreach (Action<Dataset> leave in (Action<Dataset>[])[d => d.Suspend("why", Clock), d => d.Withdraw("why", Clock)])
        {
            Dataset dataset = AvailableDataset();
            Agreement agreement = Covering(dataset);
            leave(dataset);
            Refused(EntitlementErrors.NotAvailable, "DatasetId", () => Entitlement.Grant(dataset, Consortium(), agreement, new EntitlementInput(), Officer, Clock));
        }

        Dataset registered = Dataset();
        Refused(EntitlementErrors.NotAvailable, "DatasetId", () => Entitlement.Grant(registered, Consortium(), Covering(registered), new EntitlementInput(), Officer, Clock));
    }

    [Fact]
    public void Grant_DatasetNotCovered() =>
        Refused(EntitlementErrors.NotCovered, "AgreementId", () => Entitlement.Grant(AvailableDataset(), Consortium(), Agreement(), new EntitlementInput(), Officer, Clock));

    [Theory]
    [InlineData("2025-12-31", null, "StartsOn")]
    [InlineData("2027-01-01", null, "StartsOn")]
    [InlineData(null, "2027-01-01", "EndsOn")]
    public void Grant_WiderThanTheAgreement(string? start, string? end, string field) => Refused(LicensingErrors.OutsideTerm, field, () => Grant(Days(start, end)));

    [Fact]
    public void Grant_EndBeforeStart() => Refused(CommonErrors.EndBeforeStart, "EndsOn", () => Grant(Days("2026-06-02", "2026-06-01")));

    [Fact]
    public void Grant_OneDay_FirstAndLast()
    {
        Assert.Equal(Day("2026-01-01"), Grant(Days("2026-01-01", "2026-01-01")).LastDay);
        Assert.Equal(Day("2026-12-31"), Grant(Days("2026-12-31", "2026-12-31")).LastDay);
    }

    [Fact]
    public void Revoke_WithReason_AndAgainOnlyAsOfAnEarlierDay()
    {
        Entitlement granted = Grant(Days(null, "2026-06-30"));
        Refused(CommonErrors.Required, "Reason", () => granted.Revoke(" ", Day("2026-03-01"), Clock));
        Assert.Null(granted.RevokedOn);
        granted.Revoke("breach", Day("2026-03-01"), Clock);
        Assert.Equal((Day("2026-03-01"), Day("2026-03-01")), (granted.RevokedOn, granted.LastDay));
        foreach (string day in (string[])["2026-03-01", "2026-04-01"]) Refused(EntitlementErrors.Revoked, null, () => granted.Revoke("again", Day(day), Clock));
        granted.Revoke("sooner", Day("2026-02-01"), Clock);
        Assert.Equal((Day("2026-02-01"), "sooner"), (granted.LastDay, granted.RevokedReason));
    }

    [Fact]
    public void Revoke_AfterItsEnd_LengthensNothing()
    {
        Entitlement granted = Grant(Days(null, "2026-06-30"));
        granted.Revoke("late", Day("2026-07-31"), Clock);
        Assert.Equal(Day("2026-06-30"), granted.LastDay);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-03-31", "2026-03-31", "2026-06-30", true)]
    [InlineData("2026-01-01", "2026-03-31", "2026-04-01", "2026-06-30", false)]
    [InlineData("2026-01-01", null, "2026-12-31", null, true)]
    [InlineData("2026-02-01", "2026-02-28", "2026-01-01", null, true)]
    [InlineData("2026-06-01", null, "2026-01-01", "2026-05-31", false)]
    public void Overlaps_EitherWayRound(string start, string? end, string otherStart, string? otherEnd, bool expected)
    {
        (Entitlement a, Entitlement b) = (Grant(Days(start, end)), Grant(Days(otherStart, otherEnd)));
        Assert.Equal((expected, expected), (a.Overlaps(b), b.Overlaps(a)));
    }

    [Fact]
    public void Overlaps_RevokedBeforeItBegan_Never()
    {
        Entitlement revoked = Grant(Days("2026-06-01", null));
        revoked.Revoke("mistake", Day("2026-05-01"), Clock);
        Entitlement other = Grant(new EntitlementInput());
        Assert.False(revoked.Overlaps(other) || other.Overlaps(revoked));
    }

    private static Entitlement Grant(EntitlementInput input)
    {
        Dataset dataset = AvailableDataset();
        return Entitlement.Grant(dataset, Consortium(), Covering(dataset), input, Officer, Clock);
    }

    private static Agreement Covering(Dataset dataset) => Agreement(TheAgreement with { DatasetIds = [dataset.Id] });

    private static EntitlementInput Days(string? start, string? end) =>
        new() { StartsOn = start is null ? null : Day(start), EndsOn = end is null ? null : Day(end) };
}
