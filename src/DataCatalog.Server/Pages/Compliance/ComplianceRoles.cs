using DataCatalog.Core.Common;

namespace DataCatalog.Server.Pages.Compliance;

/// <summary>Who is offered which actions here; the use cases refuse them to others anyway.</summary>
public static class ComplianceRoles
{
    /// <summary>All but those who only read.</summary>
    public const Roles Writers = Roles.DataOfficer | Roles.ConsortiumMember | Roles.Compliance | Roles.ProgrammeAdmin;

    /// <summary>Who puts alerts off, and takes note of what a consortium owes.</summary>
    public const Roles Staff = Roles.DataOfficer | Roles.Compliance | Roles.ProgrammeAdmin;

    /// <summary>Who reviews what was given as evidence, and waives.</summary>
    public const Roles Reviewers = Roles.Compliance | Roles.ProgrammeAdmin;
}
