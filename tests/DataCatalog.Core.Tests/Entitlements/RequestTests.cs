using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Licensing.UseCheck;
using DataCatalog.Core.Tests.Support;

namespace DataCatalog.Core.Tests.Entitlements;

public sealed class RequestTests
{
    private static readonly AccessRequestInput Input = new() { Purpose = "Pretraining.", Actions = ["train", "urn:datacatalog:odrl:evaluate", "train"], EndsOn = new DateOnly(2028, 2, 29) };

    [Fact]
    public void Submit_KeepsShortActionsOnce()
    {
        AccessRequest request = Submitted();
        Assert.Equal(["train", "evaluate"], request.Actions);
        Assert.Equal((RequestStatus.Submitted, true, RequestStep.Submitted), (request.Status, request.IsOpen, Assert.Single(request.Steps).Kind));
    }

    [Fact]
    public void Submit_ByOneThatLeft_IsRefused()
    {
        Consortium left = Given.Consortium();
        left.End(Given.Day("2026-02-01"), "Not chosen.");
        Given.Refused(EntitlementErrors.ConsortiumEnded, nameof(AccessRequest.ConsortiumId), () => AccessRequest.Submit(left, Input, [], Given.Officer, Given.Clock));
    }

    [Fact]
    public void Stages_AreTheOnlyRoad()
    {
        (string Name, Action<AccessRequest> Do)[] steps =
        [
            ("Return", r => r.Return("Why?", Given.Officer, Given.Clock)), ("Resubmit", r => r.Resubmit(Input, "So.", Given.Officer, Given.Clock)),
            ("Withdraw", r => r.Withdraw(null, Given.Officer, Given.Clock)), ("Refuse", r => r.Refuse("No.", Given.Officer, Given.Clock)),
            ("Grant", r => r.Grant([], null, Given.Officer, Given.Clock)), ("Close", r => r.Close("Left.", Given.Officer, Given.Clock)),
        ];
        string[] Possible(params string[] before)
        {
            return [.. steps.Where(step =>
            {
                AccessRequest request = Submitted();
                foreach (string name in before) steps.Single(s => s.Name == name).Do(request);
                return Record.Exception(() => step.Do(request)) is not DomainException refused || refused.Error != EntitlementErrors.RequestStage;
            }).Select(s => s.Name)];
        }

        Assert.Equal(["Return", "Withdraw", "Refuse", "Grant", "Close"], Possible());
        Assert.Equal(["Resubmit", "Withdraw", "Refuse", "Grant", "Close"], Possible("Return"));
        foreach (string end in (string[])["Withdraw", "Refuse", "Grant", "Close"]) Assert.Empty(Possible(end));
    }

    [Fact]
    public void Foresee_ChangesTheItem()
    {
        AccessRequestItem item = AccessRequestItem.Of(Guid.Empty, null, Verdict.NotPermitted, Given.Clock);
        AccessRequest request = AccessRequest.Submit(Given.Consortium(), Input, [item], Given.Officer, Given.Clock);
        request.Foresee(Guid.Empty, request.Id, Verdict.Permitted);
        Assert.Equal((Verdict.Permitted, request.Id), (item.IfGranted, item.AgreementId!.Value));
    }

    private static AccessRequest Submitted() => AccessRequest.Submit(Given.Consortium(), Input, [], Given.Officer, Given.Clock);
}
