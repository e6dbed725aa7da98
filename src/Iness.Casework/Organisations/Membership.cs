using Iness.Casework.Accounts;

namespace Iness.Casework.Organisations;

/// <summary>A person acting for an organisation.</summary>
public sealed class Membership
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The organisation.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>The person.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The person.</summary>
    public Account? Account { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime JoinedAt { get; init; }

    /// <summary>Until when, UTC; null while they belong to it.</summary>
    public DateTime? LeftAt { get; set; }
}
