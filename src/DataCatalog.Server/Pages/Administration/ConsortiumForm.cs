using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>What is typed of a consortium; organisations by their keys.</summary>
public sealed class ConsortiumForm
{
    /// <summary>State of the row that was read.</summary>
    public long? Version { get; set; }

    /// <summary>Key, of a new one.</summary>
    public string? Key { get; set; }

    /// <summary>The programme.</summary>
    public string? ProgrammeId { get; set; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; set; }

    /// <summary>English name.</summary>
    public string? NameEn { get; set; }

    /// <summary>Key of the organisation that leads it.</summary>
    public string? LeadId { get; set; }

    /// <summary>First day.</summary>
    public string? ActiveFrom { get; set; }

    /// <summary>Organisations beside the lead; lines without an organisation are left out.</summary>
    public List<MemberForm> Members { get; set => field = value ?? []; } = [];

    /// <summary>What the use case is told.</summary>
    /// <exception cref="DomainException">An organisation is not there, or a day is none.</exception>
    public async Task<ConsortiumInput> ToInputAsync(IRegistryDb db, CancellationToken cancellation)
    {
        MemberForm[] named = [.. Members.Where(m => !string.IsNullOrWhiteSpace(m.Organisation))];
        string[] keys = [.. named.Select(m => m.Organisation!.Trim()).Append(LeadId?.Trim() ?? "").Distinct(StringComparer.Ordinal)];
        Dictionary<string, Guid> known = await db.Organisations.AsNoTracking().Where(o => keys.Contains(o.Key)).ToDictionaryAsync(o => o.Key, o => o.Id, cancellation);
        return new()
        {
            Key = Key, ProgrammeId = FormValue.Id(ProgrammeId), NameKo = NameKo, NameEn = NameEn, LeadId = Find(LeadId, "LeadId"), ActiveFrom = FormValue.Day(ActiveFrom, "ActiveFrom"),
            Members = [.. named.Select(m => new ConsortiumMemberInput { OrganisationId = Find(m.Organisation, "Organisation"), Role = m.Role })],
        };

        Guid? Find(string? key, string name) => string.IsNullOrWhiteSpace(key) ? null
            : known.TryGetValue(key.Trim(), out Guid id) ? id
            : throw new DomainException(CommonErrors.NotFound, name, "Organisation", key.Length > 60 ? key[..60] : key);
    }
}

/// <summary>What is typed of a member.</summary>
public sealed class MemberForm
{
    /// <summary>Key of the organisation.</summary>
    public string? Organisation { get; set; }

    /// <summary>What it does there.</summary>
    public string? Role { get; set; }
}
