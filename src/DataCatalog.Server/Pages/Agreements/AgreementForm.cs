using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Periods;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>An agreement as someone fills it in; lists (datasets, parties, papers) come beside it, a value each.</summary>
public sealed class AgreementForm
{
    /// <summary>Rows of payments that are open at first.</summary>
    private const int FewestRows = 3;

    /// <summary>Its number.</summary>
    public string? Number { get; set; }

    /// <summary>Korean title.</summary>
    public string? TitleKo { get; set; }

    /// <summary>English title.</summary>
    public string? TitleEn { get; set; }

    /// <summary>Who grants the rights.</summary>
    public string? LicensorId { get; set; }

    /// <summary>Day of signature.</summary>
    public string? SignedOn { get; set; }

    /// <summary>First day.</summary>
    public string? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public string? EndsOn { get; set; }

    /// <summary>How it goes on.</summary>
    public string? Renewal { get; set; }

    /// <summary>For how long it renews.</summary>
    public string? RenewalPeriod { get; set; }

    /// <summary>How long before the end notice must be given.</summary>
    public string? NoticePeriod { get; set; }

    /// <summary>What becomes of a deadline on a day off.</summary>
    public string? NoticeDayRule { get; set; }

    /// <summary>What it costs.</summary>
    public string? PriceAmount { get; set; }

    /// <summary>In which currency.</summary>
    public string? PriceCurrency { get; set; }

    /// <summary>What each renewal costs.</summary>
    public string? RenewalPriceAmount { get; set; }

    /// <summary>Where the money comes from.</summary>
    public string? BudgetLineId { get; set; }

    /// <summary>Payments.</summary>
    public List<PaymentForm>? Payments { get; set; }

    /// <summary>First terms in the short form; new agreements only.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "It is the name of the form.")]
    public string? Short { get; set; }

    /// <summary>The terms whose sentences were shown, so that none are saved unread.</summary>
    public string? Shown { get; set; }

    /// <summary>Words by which datasets are looked for.</summary>
    public string? Find { get; set; }

    /// <summary>What the pressed button does.</summary>
    public string? Do { get; set; }

    /// <summary>State of the agreement that was read.</summary>
    public string? RowVersion { get; set; }

    /// <summary>The form of an agreement that is there.</summary>
    public static AgreementForm Of(Agreement agreement) => new()
    {
        Number = agreement.Number, TitleKo = agreement.Title.Ko, TitleEn = agreement.Title.En, LicensorId = agreement.LicensorId.ToString(),
        SignedOn = FormValue.Text(agreement.SignedOn), StartsOn = FormValue.Text(agreement.StartsOn), EndsOn = FormValue.Text(agreement.EndsOn), Renewal = agreement.Renewal.ToString(), RenewalPeriod = agreement.RenewalPeriod,
        NoticePeriod = agreement.NoticePeriod, NoticeDayRule = agreement.NoticeDayRule.ToString(), PriceAmount = FormValue.Text(agreement.Price?.Amount), PriceCurrency = agreement.Price?.Currency,
        RenewalPriceAmount = FormValue.Text(agreement.RenewalPrice?.Amount), BudgetLineId = agreement.BudgetLineId?.ToString(), RowVersion = agreement.RowVersion.ToString(CultureInfo.InvariantCulture),
        Payments = [.. agreement.Payments.OrderBy(p => p.DueOn).Select(p => new PaymentForm { DueOn = FormValue.Text(p.DueOn), Amount = FormValue.Text(p.Amount.Amount), Currency = p.Amount.Currency, PaidOn = FormValue.Text(p.PaidOn) })],
    };

    /// <summary>The rows that are shown: those filled in, and some to fill in; more where they were asked for.</summary>
    public IReadOnlyList<PaymentForm> Rows()
    {
        List<PaymentForm> rows = [.. Payments ?? []];
        int most = Math.Min(100, Do == "rows" ? rows.Count + 3 : Math.Max(FewestRows, rows.Count));
        while (rows.Count < most) rows.Add(new PaymentForm());
        return rows;
    }

    /// <summary>Lays it over what was said of the agreement before.</summary>
    /// <exception cref="DomainException">A day or an amount cannot be read.</exception>
    public AgreementInput Over(AgreementInput before)
    {
        decimal? price = FormValue.Number(PriceAmount, nameof(PriceAmount)), renewal = FormValue.Number(RenewalPriceAmount, nameof(RenewalPriceAmount));
        string? currency = FormValue.Said(PriceCurrency) ?? "KRW";
        return before with
        {
            Number = Number,
            TitleKo = FormValue.Said(TitleKo),
            TitleEn = FormValue.Said(TitleEn),
            LicensorId = FormValue.Id(LicensorId),
            BudgetLineId = FormValue.Id(BudgetLineId),
            SignedOn = FormValue.Day(SignedOn, nameof(SignedOn)),
            StartsOn = FormValue.Day(StartsOn, nameof(StartsOn)),
            EndsOn = FormValue.Day(EndsOn, nameof(EndsOn)),
            Renewal = Enum.TryParse(Renewal, out RenewalKind kind) ? kind : RenewalKind.None,
            RenewalPeriod = FormValue.Period(RenewalPeriod),
            NoticePeriod = FormValue.Period(NoticePeriod),
            NoticeDayRule = Enum.TryParse(NoticeDayRule, out BusinessDayRule rule) ? rule : BusinessDayRule.None,
            PriceAmount = price,
            PriceCurrency = price is null ? null : currency,
            RenewalPriceAmount = renewal,
            RenewalPriceCurrency = renewal is null ? null : currency,
            Payments = [.. (Payments ?? []).Select((p, i) => (p, i)).Where(r => r.p.IsFilled).Select(r => r.p.ToInput($"Payments[{r.i}].", currency))],
        };
    }
}

/// <summary>A payment as someone fills it in.</summary>
public sealed class PaymentForm
{
    /// <summary>Last day to pay.</summary>
    public string? DueOn { get; set; }

    /// <summary>How much.</summary>
    public string? Amount { get; set; }

    /// <summary>In which currency; the price's where absent.</summary>
    public string? Currency { get; set; }

    /// <summary>Day it was paid.</summary>
    public string? PaidOn { get; set; }

    /// <summary>Whether anything is filled in.</summary>
    public bool IsFilled => !string.IsNullOrWhiteSpace(DueOn + Amount + PaidOn);

    /// <summary>What is said of the payment.</summary>
    /// <exception cref="DomainException">A day or an amount cannot be read.</exception>
    public PaymentInput ToInput(string field, string currency) => new()
    {
        DueOn = FormValue.Day(DueOn, field + nameof(DueOn)), Amount = FormValue.Number(Amount, field + nameof(Amount)), Currency = FormValue.Said(Currency) ?? currency,
        PaidOn = FormValue.Day(PaidOn, field + nameof(PaidOn)),
    };
}
