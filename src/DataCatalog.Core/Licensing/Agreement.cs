using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Periods;

namespace DataCatalog.Core.Licensing;

/// <summary>How an agreement goes on after its term.</summary>
public enum RenewalKind
{
    /// <summary>It ends.</summary>
    None,

    /// <summary>It renews by itself unless notice is given in time.</summary>
    Automatic,

    /// <summary>A party may choose to renew.</summary>
    Option,
}

/// <summary>A signed contract for one or more datasets (domain rule 6).</summary>
public sealed partial class Agreement : Entity
{
    private readonly List<AgreementParty> parties = [];
    private readonly List<AgreementDataset> datasets = [];
    private readonly List<AgreementDocument> documents = [];
    private readonly List<Payment> payments = [];
    private readonly List<Terms> terms = [];
    private readonly List<AgreementStanding> standings = [];
    private readonly List<AgreementPeriod> periods = [];

    private Agreement() { }

    /// <summary>Its number, unique with its licensor.</summary>
    public string Number { get; private set; } = null!;

    /// <summary>Title in Korean and English.</summary>
    public LocalizedText Title { get; private set; } = null!;

    /// <summary>Who grants the rights.</summary>
    public Guid LicensorId { get; private set; }

    /// <summary>Who grants the rights.</summary>
    public Organisation? Licensor { get; private set; }

    /// <summary>Day of signature, or null while a draft.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>First day of its term.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day of its term, in force until that day ends; null where open-ended.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>How it goes on.</summary>
    public RenewalKind Renewal { get; private set; }

    /// <summary>For how long it renews, ISO 8601; null where it does not.</summary>
    public string? RenewalPeriod { get; private set; }

    /// <summary>How long before the end notice must be given, ISO 8601; null where none is needed.</summary>
    public string? NoticePeriod { get; private set; }

    /// <summary>What becomes of a notice deadline on a day on which offices do not work.</summary>
    public BusinessDayRule NoticeDayRule { get; private set; }

    /// <summary>Last day on which notice still counts in the current period; null where there is none.</summary>
    public DateOnly? NoticeDeadline { get; private set; }

    /// <summary>Day on which notice was given, so that it does not renew; null where none was.</summary>
    public DateOnly? NoticeGivenOn { get; private set; }

    /// <summary>Who gave it, or null.</summary>
    public AgreementSide? NoticeGivenBy { get; private set; }

    /// <summary>Day it was ended early, or null.</summary>
    public DateOnly? TerminatedOn { get; private set; }

    /// <summary>Who ended it early, or null.</summary>
    public AgreementSide? TerminatedBy { get; private set; }

    /// <summary>Why it was ended early, or null.</summary>
    public string? TerminationReason { get; private set; }

    /// <summary>The agreement that took its place, or null.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>What it costs in all, or null; staff only (domain rule 22).</summary>
    public Money? Price { get; private set; }

    /// <summary>What each renewal costs, or null where that is not known; staff only.</summary>
    public Money? RenewalPrice { get; private set; }

    /// <summary>Where the money comes from, or null; staff only.</summary>
    public Guid? BudgetLineId { get; private set; }

    /// <summary>Days before a date on which to warn; empty for the programme's own.</summary>
    public List<int> AlertWindows { get; private set; } = [];

    /// <summary>Whether it is a made-up example.</summary>
    public bool Sample { get; private set; }

    /// <summary>Organisations and consortia in their roles.</summary>
    public IReadOnlyList<AgreementParty> Parties => parties;

    /// <summary>What it covers.</summary>
    public IReadOnlyList<AgreementDataset> Datasets => datasets;

    /// <summary>Its papers.</summary>
    public IReadOnlyList<AgreementDocument> Documents => documents;

    /// <summary>When what is paid; staff only.</summary>
    public IReadOnlyList<Payment> Payments => payments;

    /// <summary>Its rules, version by version.</summary>
    public IReadOnlyList<Terms> TermsVersions => terms;

    /// <summary>Its dates as they were known from when on.</summary>
    public IReadOnlyList<AgreementStanding> Standings => standings;

    /// <summary>The initial term and each renewal, in their order.</summary>
    public IReadOnlyList<AgreementPeriod> Periods => periods;

    /// <summary>The last day on which it gives rights: the earlier of its end and its termination; null where open-ended.</summary>
    public DateOnly? LastDay => Days.Earliest(EndsOn, TerminatedOn);

    /// <summary>Makes an agreement.</summary>
    /// <exception cref="DomainException">A rule of its input is broken.</exception>
    public static Agreement Register(AgreementInput input, TimeProvider clock)
    {
        var agreement = new Agreement { Id = Ids.New(clock) };
        agreement.Change(input, clock);
        return agreement;
    }

    /// <summary>Changes what is said of it; its terms are amended apart.</summary>
    /// <exception cref="DomainException">A rule of the input is broken.</exception>
    public void Change(AgreementInput input, TimeProvider clock)
    {
        AgreementStanding? before = Number is null ? null : AgreementStanding.Of(this, clock);
        Number = Check.Text(input.Number, nameof(Number), 100);
        Title = LocalizedText.Of(input.TitleKo, input.TitleEn, nameof(Title), 300);
        LicensorId = Check.Required(input.LicensorId, nameof(LicensorId));
        SetTerm(input, clock);
        Price = Money.Of(input.PriceAmount, input.PriceCurrency, "Price");
        RenewalPrice = Money.Of(input.RenewalPriceAmount, input.RenewalPriceCurrency, "RenewalPrice");
        BudgetLineId = input.BudgetLineId;
        AlertWindows = Windows.Checked(input.AlertWindows, nameof(AlertWindows));
        Sample = input.Sample;
        SetParts(input, clock);
        SetDatasets(input.DatasetIds ?? []);
        var now = AgreementStanding.Of(this, clock);
        if (before?.Same(now) != true) standings.Add(now);
    }

    /// <summary>Adds the next version of its rules; none is ever overwritten (domain rule 7).</summary>
    /// <exception cref="DomainException">The rules take effect outside its term.</exception>
    public Terms Amend(TermsInput input, Actor by, TimeProvider clock)
    {
        Terms next = Terms.Of(this, terms.Count == 0 ? 1 : terms.Max(t => t.Version) + 1, input, by, clock);
        terms.Add(next);
        return next;
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public AgreementInput ToInput() => new()
    {
        Number = Number, TitleKo = Title.Ko, TitleEn = Title.En, LicensorId = LicensorId,
        SignedOn = SignedOn, StartsOn = StartsOn, EndsOn = EndsOn,
        Renewal = Renewal, RenewalPeriod = RenewalPeriod, NoticePeriod = NoticePeriod, NoticeDayRule = NoticeDayRule,
        RenewalPriceAmount = RenewalPrice?.Amount, RenewalPriceCurrency = RenewalPrice?.Currency,
        PriceAmount = Price?.Amount, PriceCurrency = Price?.Currency, BudgetLineId = BudgetLineId,
        AlertWindows = [.. AlertWindows], Sample = Sample,
        Parties = [.. parties.Select(p => p.ToInput())],
        DatasetIds = [.. datasets.Select(d => d.DatasetId)],
        Payments = [.. payments.Select(p => p.ToInput())],
        Documents = [.. documents.Select(d => d.ToInput())],
    };

    private void SetTerm(AgreementInput input, TimeProvider clock)
    {
        (DateOnly start, DateOnly? end) = Stated(input);
        Check.Order(start, nameof(StartsOn), end, nameof(EndsOn));
        Period? renewal = Period.Parse(input.RenewalPeriod, nameof(RenewalPeriod));
        Period? notice = Period.Parse(input.NoticePeriod, nameof(NoticePeriod));
        if (input.Renewal != RenewalKind.None && (renewal is null || end is null))
        {
            string missing = renewal is null ? nameof(RenewalPeriod) : nameof(EndsOn);
            throw new DomainException(CommonErrors.Required, missing, missing);
        }

        (StartsOn, SignedOn) = (start, Check.Day(input.SignedOn, nameof(SignedOn)));
        Renewal = Check.Defined(input.Renewal, nameof(Renewal));
        NoticeDayRule = Check.Defined(input.NoticeDayRule, nameof(NoticeDayRule));
        (RenewalPeriod, NoticePeriod) = (renewal?.ToString(), notice?.ToString());
        SetPeriods(input, end, clock);
    }

    private void SetDatasets(IReadOnlyList<Guid> ids)
    {
        HashSet<Guid> covered = [.. ids];
        datasets.RemoveAll(d => !covered.Remove(d.DatasetId));
        datasets.AddRange(covered.Select(id => AgreementDataset.Of(Id, id)));
    }

    private void SetParts(AgreementInput input, TimeProvider clock)
    {
        parties.Restate(Check.Entries(input.Parties, nameof(Parties), (p, f) => AgreementParty.Of(Id, p, f, clock)), p => (p.Role, p.OrganisationId, p.ConsortiumId));
        RequireWithinCommitment(input);
        payments.Restate(Check.Entries(input.Payments, nameof(Payments), (p, f) => Payment.Of(Id, p, f, clock)), p => (p.DueOn, p.Amount), (kept, stated) => kept.Restate(stated));
        documents.Restate(Check.Entries(input.Documents, nameof(Documents), (d, f) => AgreementDocument.Of(Id, d, f, clock)), d => (d.Name, d.MediaType, d.Bytes, d.Sha256));
    }
}
