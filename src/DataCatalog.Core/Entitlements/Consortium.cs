using DataCatalog.Core.Catalogue;
using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements;

/// <summary>A lead organisation with members in roles, active in a programme from a date, perhaps ended at a date.</summary>
public sealed class Consortium : Entity
{
    private readonly List<ConsortiumMember> members = [];

    private Consortium() { }

    /// <summary>Lower-case slug, unique.</summary>
    public string Key { get; private set; } = null!;

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Name in Korean and English.</summary>
    public LocalizedText Name { get; private set; } = null!;

    /// <summary>Who leads it.</summary>
    public Guid LeadId { get; private set; }

    /// <summary>Who leads it.</summary>
    public Organisation? Lead { get; private set; }

    /// <summary>First day in the programme.</summary>
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>Last day in the programme, included; null while it goes on.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it left, or null.</summary>
    public string? EndedReason { get; private set; }

    /// <summary>Organisations beside the lead, in their roles.</summary>
    public IReadOnlyList<ConsortiumMember> Members => members;

    /// <summary>Makes a consortium.</summary>
    public static Consortium Register(ConsortiumInput input, TimeProvider clock)
    {
        var consortium = new Consortium { Id = Ids.New(clock), Key = Check.Key(input.Key, nameof(Key)) };
        consortium.Change(input, clock);
        return consortium;
    }

    /// <summary>Changes all but the key and its ending.</summary>
    public void Change(ConsortiumInput input, TimeProvider clock)
    {
        ProgrammeId = Check.Required(input.ProgrammeId, nameof(ProgrammeId));
        LeadId = Check.Required(input.LeadId, nameof(LeadId));
        Name = LocalizedText.Of(input.NameKo, input.NameEn, nameof(Name), 300);
        ActiveFrom = Check.Required(Check.Day(input.ActiveFrom, nameof(ActiveFrom)), nameof(ActiveFrom));
        members.Restate(Check.Entries(input.Members, nameof(Members), (m, f) => ConsortiumMember.Of(Id, m, f, clock)), m => (m.OrganisationId, m.Role));
    }

    /// <summary>Says that it leaves the programme; the given day is its last.</summary>
    /// <exception cref="DomainException">It has left already, the day lies before it began, or no reason is given.</exception>
    public void End(DateOnly lastDay, string? reason)
    {
        if (EndedOn is { } ended) throw new DomainException(EntitlementErrors.ConsortiumEnded, null, Key, ended);
        Check.Order(ActiveFrom, nameof(ActiveFrom), Check.Day(lastDay, "LastDay"), "LastDay");
        (EndedOn, EndedReason) = (lastDay, Check.Prose(reason, "Reason", 2000));
    }

    /// <summary>Takes its ending back, as a correction.</summary>
    /// <exception cref="DomainException">It has not left.</exception>
    public void Reinstate()
    {
        if (EndedOn is null) throw new DomainException(EntitlementErrors.ConsortiumActive, null, Key);
        (EndedOn, EndedReason) = (null, null);
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public ConsortiumInput ToInput() => new()
    {
        Key = Key, ProgrammeId = ProgrammeId, NameKo = Name.Ko, NameEn = Name.En, LeadId = LeadId, ActiveFrom = ActiveFrom,
        Members = [.. members.Select(m => m.ToInput())],
    };
}

/// <summary>An organisation in a consortium.</summary>
public sealed class ConsortiumMember
{
    private ConsortiumMember() { }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The consortium.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The organisation.</summary>
    public Organisation? Organisation { get; private set; }

    /// <summary>What it does there, as in <c>data</c>, <c>semiconductors</c>.</summary>
    public string Role { get; private set; } = null!;

    internal ConsortiumMemberInput ToInput() => new() { OrganisationId = OrganisationId, Role = Role };

    internal static ConsortiumMember Of(Guid consortiumId, ConsortiumMemberInput input, string field, TimeProvider clock) => new()
    {
        Id = Ids.New(clock),
        ConsortiumId = consortiumId,
        OrganisationId = Check.Required(input.OrganisationId, field + "/OrganisationId"),
        Role = Check.Text(input.Role, field + "/Role", 100),
    };
}

/// <summary>What a caller says of a consortium.</summary>
public sealed record ConsortiumInput
{
    /// <summary>Lower-case slug; fixed once made.</summary>
    public string? Key { get; init; }

    /// <summary>The programme.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>Who leads it.</summary>
    public Guid? LeadId { get; init; }

    /// <summary>First day in the programme.</summary>
    public DateOnly? ActiveFrom { get; init; }

    /// <summary>Organisations beside the lead.</summary>
    public IReadOnlyList<ConsortiumMemberInput>? Members { get; init; }
}

/// <summary>What a caller says of a member.</summary>
public sealed record ConsortiumMemberInput
{
    /// <summary>The organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>What it does there.</summary>
    public string? Role { get; init; }
}
