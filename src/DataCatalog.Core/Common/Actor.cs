namespace DataCatalog.Core.Common;

/// <summary>What a caller may do; a caller can hold several.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>data-officer</c>: registers datasets and agreements.</summary>
    DataOfficer = 1,

    /// <summary><c>consortium-member</c>: of exactly one consortium.</summary>
    ConsortiumMember = 2,

    /// <summary><c>compliance</c>: alerts, obligations, reports.</summary>
    Compliance = 4,

    /// <summary><c>programme-admin</c>: consortia, budget, keys.</summary>
    ProgrammeAdmin = 8,

    /// <summary><c>auditor</c>: reads everything, changes nothing.</summary>
    Auditor = 16,
}

/// <summary>Who is asking or acting.</summary>
/// <param name="Id">Id of the key or person; empty for the registry itself.</param>
/// <param name="Name">Name as shown in the audit log.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="ConsortiumId">Their consortium; set exactly for consortium members.</param>
/// <param name="RequestId">The request this is part of, for the audit log.</param>
public sealed record Actor(Guid Id, string Name, Roles Roles, Guid? ConsortiumId = null, string? RequestId = null)
{
    /// <summary>Whether their consortium has left the programme: they see its own history and what it owes, and nothing else (domain rule 13).</summary>
    public bool Former { get; init; }

    private const Roles Staff = Roles.DataOfficer | Roles.Compliance | Roles.ProgrammeAdmin | Roles.Auditor;

    /// <summary>The registry itself: its jobs, its start.</summary>
    public static Actor Registry { get; } = new(Guid.Empty, "registry", Staff);

    /// <summary>Nobody: sees nothing.</summary>
    public static Actor Nobody { get; } = new(Guid.Empty, "nobody", Roles.None);

    /// <summary>Whether they see all rows and prices (domain rules 20 and 22).</summary>
    public bool SeesEverything => (Roles & Staff) != 0;

    /// <summary>Refuses the action unless the actor holds one of the roles.</summary>
    /// <exception cref="DomainException"><c>forbidden</c>.</exception>
    public void Require(Roles anyOf)
    {
        if ((Roles & anyOf) == 0) throw new DomainException(CommonErrors.Forbidden, null, RoleNames.Join(anyOf));
    }
}

/// <summary>The roles' names as the API and the pages write them.</summary>
public static class RoleNames
{
    private static readonly (Roles Role, string Name)[] All =
    [
        (Roles.DataOfficer, "data-officer"), (Roles.ConsortiumMember, "consortium-member"), (Roles.Compliance, "compliance"),
        (Roles.ProgrammeAdmin, "programme-admin"), (Roles.Auditor, "auditor"),
    ];

    /// <summary>The names of the roles held, in a fixed order.</summary>
    public static IReadOnlyList<string> Of(Roles roles) => [.. All.Where(r => roles.HasFlag(r.Role)).Select(r => r.Name)];

    /// <summary>The names, comma-separated.</summary>
    public static string Join(Roles roles) => string.Join(", ", Of(roles));

    /// <summary>The roles of the names.</summary>
    /// <exception cref="DomainException">A name is not a role, or none is given.</exception>
    public static Roles Parse(IEnumerable<string>? names, string field)
    {
        Roles roles = Roles.None;
        foreach (string name in names ?? [])
        {
            Roles role = All.FirstOrDefault(r => r.Name == name).Role;
            if (role == Roles.None) throw new DomainException(CommonErrors.Invalid, field, name, "role", $"use one of {string.Join(", ", All.Select(r => r.Name))}");
            roles |= role;
        }

        return roles == Roles.None ? throw new DomainException(CommonErrors.Required, field, field) : roles;
    }
}
