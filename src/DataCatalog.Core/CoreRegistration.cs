using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Audit.UseCases;
using DataCatalog.Core.Catalogue.UseCases;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Impact;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseCases.Ledger;
using DataCatalog.Core.Entitlements.UseCases.Requests;
using DataCatalog.Core.Entitlements.UseCases.Runs;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCases;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Search.UseCases;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Core;

/// <summary>Registers the use cases.</summary>
public static class CoreRegistration
{
    /// <summary>Adds every use case. They need an <c>IRegistryDb</c>, a <see cref="TimeProvider"/> and a <c>Calendar</c>, which others add.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services) =>
        services.AddAccess().AddAudit().AddCatalogue().AddLicensing().AddEntitlements().AddCompliance();

    private static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddScoped<EnsureAdministrator>()
        .AddScoped<IssueKey>()
        .AddScoped<RevokeKey>()
        .AddScoped<SignIn>();

    private static IServiceCollection AddAudit(this IServiceCollection services) => services.AddScoped<VerifyAuditLog>();

    private static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddScoped<ChangeDataset>()
        .AddScoped<ChangeOrganisation>()
        .AddScoped<ChangeVersion>()
        .AddScoped<DescribeVersion>()
        .AddScoped<PublishDataset>()
        .AddScoped<RegisterDataset>()
        .AddScoped<RegisterOrganisation>()
        .AddScoped<SuspendDataset>()
        .AddScoped<WithdrawDataset>();

    private static IServiceCollection AddLicensing(this IServiceCollection services) => services
        .AddSingleton<TermsCache>(_ => new TermsCache())
        .AddScoped<AmendExemption>()
        .AddScoped<AmendTerms>()
        .AddScoped<ChangeAgreement>()
        .AddScoped<ChangeExemption>()
        .AddScoped<ChangeLicence>()
        .AddScoped<ContinueAgreement>()
        .AddScoped<ReadLicence>()
        .AddScoped<RegisterAgreement>()
        .AddScoped<RegisterExemption>()
        .AddScoped<RegisterLicence>();

    private static IServiceCollection AddEntitlements(this IServiceCollection services) => services
        .AddScoped<AcceptConditions>()
        .AddScoped<AnswerRequest>()
        .AddScoped<AskSpending>()
        .AddScoped<ChangeBudgetLine>()
        .AddScoped<ChangeConsortium>()
        .AddScoped<ChangeFoundationModel>()
        .AddScoped<ChangeProgramme>()
        .AddScoped<CheckMix>()
        .AddScoped<CheckUse>()
        .AddScoped<ClearMix>()
        .AddScoped<ForeseeChanges>()
        .AddScoped<ForeseeFlips>()
        .AddScoped<GrantEntitlement>()
        .AddScoped<GrantRequest>()
        .AddScoped<GrantToAll>()
        .AddScoped<ModelLedger>()
        .AddScoped<RecordDecision>()
        .AddScoped<RecordExchangeRate>()
        .AddScoped<RegisterBudgetLine>()
        .AddScoped<RegisterConsortium>()
        .AddScoped<RegisterFoundationModel>()
        .AddScoped<RegisterProgramme>()
        .AddScoped<RegisterRun>()
        .AddScoped<ReleaseReservation>()
        .AddScoped<ReplayDecision>()
        .AddScoped<RequestQuestion>()
        .AddScoped<ReserveBudget>()
        .AddScoped<RevokeEntitlement>()
        .AddScoped<RightsAsker>()
        .AddScoped<RotateClearanceKey>()
        .AddScoped<SubmitRequest>()
        .AddScoped<ToldTerms>()
        .AddScoped<TryTerms>()
        .AddSingleton<LicenceTerms>()
        .AddSingleton<UseChecker>()
        .AddSingleton<CommonRights>();

    private static IServiceCollection AddCompliance(this IServiceCollection services) => services
        .AddScoped<AcknowledgeAlert>()
        .AddScoped<AmendAgreement>()
        .AddScoped<EndConsortium>()
        .AddScoped<EscalateAlert>()
        .AddScoped<HaltDataset>()
        .AddSingleton<OwedAtEnd>()
        .AddScoped<ReadDates>()
        .AddScoped<ReadImpact>()
        .AddScoped<ReinstateConsortium>()
        .AddScoped<SettleObligation>()
        .AddScoped<SupersedeAgreement>()
        .AddScoped<TerminateAgreement>()
        .AddScoped<ChangeSubscription>()
        .AddScoped<KeepDocument>()
        .AddScoped<MakeFeed>()
        .AddScoped<NotifySavedSearches>()
        .AddScoped<SaveSearch>()
        .AddScoped<ReadFeed>()
        .AddScoped<RecordCopyDeletion>()
        .AddScoped<RecordDataCopy>()
        .AddScoped<SnoozeAlert>()
        .AddScoped<Subscribe>()
        .AddScoped<Unsubscribe>();
}
