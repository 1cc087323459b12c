using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using static DataCatalog.Core.Tests.Support.Given;

namespace DataCatalog.Core.Tests.Entitlements;

/// <summary>Programme, budget line, consortium and model: what they refuse, and that they read back as they were said.</summary>
public sealed class ProgrammeTests
{
    private static readonly Guid One = new(1, 0, 0, new byte[8]);

    private static readonly ProgrammeInput Programme = new()
    {
        Key = "sovereign-ai", NameKo = "독자 AI", FunderId = One, TimeZone = "Asia/Seoul", SelectedOn = Day("2025-08-04"), BudgetAmount = 62_800_000_000, BudgetCurrency = "KRW",
        PhaseTeams = [5, 4, 3, 2], AlertWindows = [30, 7],
    };

    private static readonly BudgetLineInput Line = new() { ProgrammeId = One, NameEn = "Joint purchase", Category = BudgetCategory.Data, Phase = 1, Amount = 10_000_000_000, Currency = "KRW" };

    private static readonly ConsortiumInput Team = new()
    {
        Key = "team-a", ProgrammeId = One, NameEn = "Team A", LeadId = One, ActiveFrom = Day("2025-08-04"), Members = [new ConsortiumMemberInput { OrganisationId = One, Role = "data" }],
    };

    private static readonly FoundationModelInput Model = new()
    {
        Key = "model-a", ConsortiumId = One, Name = "Model A", Modalities = ["text", "image"], ParametersFrom = 1, ParametersTo = 2, Status = ModelStatus.InDevelopment, ReleasePlan = "open weights",
    };

    [Fact]
    public void ToInput_RoundTrip()
    {
        Assert.Equivalent(Programme, Core.Entitlements.Programme.Register(Programme, Clock).ToInput(), strict: true);
        Assert.Equal(Line, BudgetLine.Register(Line, Clock).ToInput());
        Assert.Equivalent(Team, Core.Entitlements.Consortium.Register(Team, Clock).ToInput(), strict: true);
        Assert.Equivalent(Model, FoundationModel.Register(Model, Clock).ToInput(), strict: true);
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("Korea Standard Time")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Asia/Seoul\0")]
    public void Programme_UnknownTimeZone(string zone)
    {
        DomainException refusal = Assert.Throws<DomainException>(() => Core.Entitlements.Programme.Register(Programme with { TimeZone = zone }, Clock));
        Assert.Equal("TimeZone", refusal.Field);
    }

    [Fact]
    public void Register_InputAtFault_NamesTheField()
    {
        Refused(CommonErrors.Required, "BudgetCurrency", () => Core.Entitlements.Programme.Register(Programme with { BudgetCurrency = null }, Clock));
        Refused(CommonErrors.Invalid, "PhaseTeams", () => Core.Entitlements.Programme.Register(Programme with { PhaseTeams = [-1] }, Clock));
        Refused(CommonErrors.Invalid, "AlertWindows", () => Core.Entitlements.Programme.Register(Programme with { AlertWindows = [9999] }, Clock));
        Refused(CommonErrors.Required, "ProgrammeId", () => BudgetLine.Register(Line with { ProgrammeId = null }, Clock));
        Refused(CommonErrors.Required, "Amount", () => BudgetLine.Register(Line with { Amount = null, Currency = null }, Clock));
        Refused(CommonErrors.Required, "Currency", () => BudgetLine.Register(Line with { Currency = null }, Clock));
        Refused(CommonErrors.Invalid, "Phase", () => BudgetLine.Register(Line with { Phase = 0 }, Clock));
        Refused(CommonErrors.Required, "LeadId", () => Core.Entitlements.Consortium.Register(Team with { LeadId = null }, Clock));
        Refused(CommonErrors.Required, "ActiveFrom", () => Core.Entitlements.Consortium.Register(Team with { ActiveFrom = null }, Clock));
        Refused(CommonErrors.Required, "Members/0/Role", () => Core.Entitlements.Consortium.Register(Team with { Members = [new ConsortiumMemberInput { OrganisationId = One }] }, Clock));
        Refused(CommonErrors.Required, "Members/0/OrganisationId", () => Core.Entitlements.Consortium.Register(Team with { Members = [new ConsortiumMemberInput { Role = "data" }] }, Clock));
        Refused(CommonErrors.Invalid, "ParametersTo", () => FoundationModel.Register(Model with { ParametersFrom = 3 }, Clock));
        Refused(CommonErrors.Invalid, "ParametersFrom", () => FoundationModel.Register(Model with { ParametersFrom = -3 }, Clock));
        Refused(CommonErrors.Required, "ConsortiumId", () => FoundationModel.Register(Model with { ConsortiumId = null }, Clock));
    }

    [Fact]
    public void Change_MemberThatStays_KeepsItsIdentity()
    {
        Consortium team = Core.Entitlements.Consortium.Register(Team, Clock);
        Guid id = team.Members[0].Id;
        team.Change(Team with { Members = [new ConsortiumMemberInput { OrganisationId = One, Role = "chips" }, .. Team.Members!] }, Clock);
        Assert.Equal(id, team.Members[1].Id);
    }
}
