using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck;

namespace DataCatalog.Core.Entitlements.Requests;

/// <summary>Where a request stands.</summary>
public enum RequestStatus
{
    /// <summary>Waits for an officer.</summary>
    Submitted,

    /// <summary>An officer asked back; waits for the consortium.</summary>
    Returned,

    /// <summary>All, or a part, was granted.</summary>
    Granted,

    /// <summary>Refused with a reason.</summary>
    Refused,

    /// <summary>The consortium took it back.</summary>
    Withdrawn,

    /// <summary>Closed because the consortium left the programme.</summary>
    Closed,
}

/// <summary>A consortium's request to use datasets for a purpose and a model, with the use-check's answer of the day it was made (domain rule 11).</summary>
public sealed class AccessRequest : Entity
{
    /// <summary>Most datasets of one request.</summary>
    public const int MostDatasets = 500;

    private readonly List<AccessRequestItem> items = [];
    private readonly List<AccessRequestStep> steps = [];

    private AccessRequest() { }

    /// <summary>Who asks.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>Who asks.</summary>
    public Consortium? Consortium { get; private set; }

    /// <summary>For which model, or null.</summary>
    public Guid? ModelId { get; private set; }

    /// <summary>What for, in the consortium's words.</summary>
    public string Purpose { get; private set; } = null!;

    /// <summary>Short names of what is to be done.</summary>
    public List<string> Actions { get; private set; } = [];

    /// <summary>First day wished for, or null for as soon as possible.</summary>
    public DateOnly? StartsOn { get; private set; }

    /// <summary>Last day wished for, or null for as long as possible.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>How the model shall be released, in words, or null.</summary>
    public string? ReleasePlan { get; private set; }

    /// <summary>Licence of the intended release, or null.</summary>
    public string? ReleaseLicence { get; private set; }

    /// <summary>Where it stands.</summary>
    public RequestStatus Status { get; private set; }

    /// <summary>The use-check's answer as things stood when it was made, or null where it could not be asked.</summary>
    public Guid? DecisionId { get; private set; }

    /// <summary>Who made it.</summary>
    public string RequestedBy { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>The datasets.</summary>
    public IReadOnlyList<AccessRequestItem> Items => items;

    /// <summary>What happened to it, step by step.</summary>
    public IReadOnlyList<AccessRequestStep> Steps => steps;

    /// <summary>Whether it still waits for someone.</summary>
    public bool IsOpen => Status is RequestStatus.Submitted or RequestStatus.Returned;

    /// <summary>Makes a request.</summary>
    /// <exception cref="DomainException">A rule of the input is broken, or the consortium has left.</exception>
    public static AccessRequest Submit(Consortium consortium, AccessRequestInput input, IReadOnlyList<AccessRequestItem> items, Actor by, TimeProvider clock)
    {
        if (consortium.EndedOn is { } left) throw new DomainException(EntitlementErrors.ConsortiumEnded, nameof(ConsortiumId), consortium.Key, left);
        var request = new AccessRequest { Id = Ids.New(clock), ConsortiumId = consortium.Id, RequestedBy = by.Name, RequestedAt = clock.Instant() };
        request.State(input);
        request.items.AddRange(items);
        request.Note(RequestStep.Submitted, null, by, clock);
        return request;
    }

    /// <summary>Attaches the use-check's answer.</summary>
    internal void Answered(Guid decision) => DecisionId = decision;

    /// <summary>Says anew what the terms would answer for a dataset once it were granted.</summary>
    internal void Foresee(Guid dataset, Guid? agreement, Verdict ifGranted) => items.Find(i => i.DatasetId == dataset)!.Foresee(agreement, ifGranted);

    /// <summary>What is said of it now, so that an answer can be laid over it.</summary>
    public AccessRequestInput ToInput() => new()
    {
        ConsortiumId = ConsortiumId, DatasetIds = [.. items.Select(i => i.DatasetId)], ModelId = ModelId, Purpose = Purpose, Actions = [.. Actions], StartsOn = StartsOn, EndsOn = EndsOn,
        ReleasePlan = ReleasePlan, ReleaseLicence = ReleaseLicence,
    };

    /// <summary>An officer asks back.</summary>
    public void Return(string? question, Actor by, TimeProvider clock)
    {
        Require(RequestStatus.Submitted);
        (Status, string asked) = (RequestStatus.Returned, Check.Prose(question, "Question", 2000));
        Note(RequestStep.Returned, asked, by, clock);
    }

    /// <summary>The consortium answers, and may restate what it asks for.</summary>
    public void Resubmit(AccessRequestInput input, string? answer, Actor by, TimeProvider clock)
    {
        Require(RequestStatus.Returned);
        string said = Check.Prose(answer, "Answer", 2000);
        State(input);
        Status = RequestStatus.Submitted;
        Note(RequestStep.Resubmitted, said, by, clock);
    }

    /// <summary>The consortium takes it back.</summary>
    public void Withdraw(string? reason, Actor by, TimeProvider clock)
    {
        Require(RequestStatus.Submitted, RequestStatus.Returned);
        Status = RequestStatus.Withdrawn;
        Note(RequestStep.Withdrawn, Check.OptionalText(reason, "Reason", 2000), by, clock);
    }

    /// <summary>An officer refuses it.</summary>
    public void Refuse(string? reason, Actor by, TimeProvider clock)
    {
        Require(RequestStatus.Submitted, RequestStatus.Returned);
        (Status, string why) = (RequestStatus.Refused, Check.Prose(reason, "Reason", 2000));
        Note(RequestStep.Refused, why, by, clock);
    }

    /// <summary>An officer grants it, or a part of it: what is not among the entitlements was left out.</summary>
    public void Grant(IReadOnlyCollection<Entitlement> entitlements, string? note, Actor by, TimeProvider clock)
    {
        Require(RequestStatus.Submitted, RequestStatus.Returned);
        Status = RequestStatus.Granted;
        foreach (Entitlement entitlement in entitlements)
        {
            entitlement.GrantedOn(Id);
            items.Find(i => i.DatasetId == entitlement.DatasetId)!.Granted(entitlement.Id);
        }

        Note(RequestStep.Granted, Check.OptionalText(note, "Note", 2000), by, clock);
    }

    /// <summary>Closes it because the consortium left.</summary>
    public void Close(string reason, Actor by, TimeProvider clock)
    {
        Require(RequestStatus.Submitted, RequestStatus.Returned);
        Status = RequestStatus.Closed;
        Note(RequestStep.Closed, reason, by, clock);
    }

    private void State(AccessRequestInput input)
    {
        Purpose = Check.Prose(input.Purpose, nameof(Purpose), 2000);
        ModelId = input.ModelId;
        Actions = [.. UseNames.ShortActions(input.Actions, nameof(Actions))];
        if (Actions.Count == 0) throw new DomainException(CommonErrors.Required, nameof(Actions), nameof(Actions));
        (StartsOn, EndsOn) = (Check.Day(input.StartsOn, nameof(StartsOn)), Check.Day(input.EndsOn, nameof(EndsOn)));
        Check.Order(StartsOn, nameof(StartsOn), EndsOn, nameof(EndsOn));
        ReleasePlan = Check.OptionalText(input.ReleasePlan, nameof(ReleasePlan), 2000);
        ReleaseLicence = Check.OptionalText(input.ReleaseLicence, nameof(ReleaseLicence), 150);
    }

    private void Require(params RequestStatus[] stages)
    {
        if (!stages.Contains(Status)) throw new DomainException(EntitlementErrors.RequestStage, null, Status, string.Join(", ", stages));
    }

    private void Note(RequestStep kind, string? text, Actor by, TimeProvider clock) => steps.Add(AccessRequestStep.Of(Id, kind, text, by, clock));
}
