using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;

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
public sealed class Agreement : Entity
{
    private readonly List<AgreementParty> parties = [];
    private readonly List<AgreementDataset> datasets = [];
    private readonly List<AgreementDocument> documents = [];
    private readonly List<Payment> payments = [];
    private readonly List<Terms> terms = [];

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

    /// <summary>Last day on which notice still counts: the end less the notice period; null where there is none.</summary>
    public DateOnly? NoticeDeadline { get; private set; }

    /// <summary>Day it was ended early, or null.</summary>
    public DateOnly? TerminatedOn { get; private set; }

    /// <summary>The agreement that took its place, or null.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>What it costs in all, or null; staff only (domain rule 22).</summary>
    public Money? Price { get; private set; }

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

    /// <summary>The last day on which it gives rights: the earlier of its end and its termination; null where open-ended.</summary>
    public DateOnly? LastDay => (EndsOn, TerminatedOn) switch
    {
        ({ } end, { } stopped) => end < stopped ? end : stopped,
        var (end, stopped) => end ?? stopped,
    };

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
        Number = Check.Text(input.Number, nameof(Number), 100);
        Title = LocalizedText.Of(input.TitleKo, input.TitleEn, nameof(Title), 300);
        LicensorId = input.LicensorId ?? throw new DomainException(CommonErrors.Required, nameof(LicensorId), nameof(LicensorId));
        SetTerm(input);
        Price = Money.Of(input.PriceAmount, input.PriceCurrency, "Price");
        BudgetLineId = input.BudgetLineId;
        AlertWindows = Windows.Checked(input.AlertWindows, nameof(AlertWindows));
        Sample = input.Sample;
        Replace(parties, input.Parties, nameof(Parties), (p, f) => AgreementParty.Of(Id, p, f, clock));
        SetPayments([.. (input.Payments ?? []).Select((p, i) => Payment.Of(Id, p, $"{nameof(Payments)}/{i}", clock))]);
        Replace(documents, input.Documents, nameof(Documents), (d, f) => AgreementDocument.Of(Id, d, f, clock));
        SetDatasets(input.DatasetIds ?? []);
    }

    /// <summary>Adds the next version of its rules; none is ever overwritten (domain rule 7).</summary>
    /// <exception cref="DomainException">The rules take effect outside its term.</exception>
    public Terms Amend(TermsInput input, Actor by, TimeProvider clock)
    {
        Terms next = Terms.Of(this, terms.Count == 0 ? 1 : terms.Max(t => t.Version) + 1, input, by, clock);
        terms.Add(next);
        return next;
    }

    private void SetTerm(AgreementInput input)
    {
        if (input.StartsOn is not { } start) throw new DomainException(CommonErrors.Required, nameof(StartsOn), nameof(StartsOn));
        Check.Order(start, nameof(StartsOn), input.EndsOn, nameof(EndsOn));
        Period? renewal = Period.Parse(input.RenewalPeriod, nameof(RenewalPeriod));
        Period? notice = Period.Parse(input.NoticePeriod, nameof(NoticePeriod));
        if (input.Renewal != RenewalKind.None && (renewal is null || input.EndsOn is null))
        {
            string missing = renewal is null ? nameof(RenewalPeriod) : nameof(EndsOn);
            throw new DomainException(CommonErrors.Required, missing, missing);
        }

        DateOnly? deadline = input.EndsOn is { } end && notice is { } period ? period.Before(end) : null;
        if (deadline < start) throw new DomainException(LicensingErrors.NoticeLongerThanTerm, nameof(NoticePeriod), notice!);
        (StartsOn, EndsOn, SignedOn, Renewal) = (start, input.EndsOn, input.SignedOn, input.Renewal);
        (RenewalPeriod, NoticePeriod, NoticeDeadline) = (renewal?.ToString(), notice?.ToString(), deadline);
    }

    // A sum that stays keeps its identity: its alerts go by it.
    private void SetPayments(List<Payment> next)
    {
        List<Payment> before = [.. payments];
        payments.Clear();
        foreach (Payment payment in next)
        {
            Payment? same = before.Find(p => p.DueOn == payment.DueOn && p.Amount == payment.Amount);
            if (same is not null) before.Remove(same);
            payments.Add(same?.Restated(payment.PaidOn) ?? payment);
        }
    }

    private void SetDatasets(IReadOnlyList<Guid> ids)
    {
        datasets.RemoveAll(d => !ids.Contains(d.DatasetId));
        foreach (Guid id in ids.Where(id => !datasets.Exists(d => d.DatasetId == id)).Distinct().ToList()) datasets.Add(AgreementDataset.Of(Id, id));
    }

    private static void Replace<TRow, TInput>(List<TRow> rows, IReadOnlyList<TInput>? inputs, string field, Func<TInput, string, TRow> make)
    {
        rows.Clear();
        rows.AddRange((inputs ?? []).Select((input, index) => make(input, $"{field}/{index}")));
    }
}
