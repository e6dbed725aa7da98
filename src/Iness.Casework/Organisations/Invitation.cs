namespace Iness.Casework.Organisations;

/// <summary>An invitation to act for an organisation, sent by e-mail. Its link works once, for a time.</summary>
public sealed class Invitation
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The organisation.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>Address it was sent to, the only one that may accept it.</summary>
    public required string Email { get; init; }

    /// <summary>SHA-256 of the link's secret, in hexadecimal: the secret itself is nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Who invited.</summary>
    public required Guid InvitedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTime? AcceptedAt { get; set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTime? RevokedAt { get; set; }
}
