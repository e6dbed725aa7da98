using Iness.Casework.Lifecycle;

namespace Iness.Casework.Audit;

/// <summary>
/// One line of the audit log. Lines are only ever added; each carries the hash of the one before. The details (reason, values before
/// and after) may hold personal data: the chain holds their digest, so that they can be erased when the law asks, and the chain still
/// be checked.
/// </summary>
public sealed class AuditEntry : ITechnicalRecord
{
    /// <summary>Place in the log, from 1, without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, UTC, to the millisecond.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who: the account, if any.</summary>
    public required Guid? ActorId { get; init; }

    /// <summary>As what.</summary>
    public required Role ActorRole { get; init; }

    /// <summary>What was done.</summary>
    public required string Action { get; init; }

    /// <summary>To what.</summary>
    public required string Subject { get; init; }

    /// <summary>Why, and what changed, as JSON; null once erased.</summary>
    public string? Details { get; private set; }

    /// <summary>Random bytes in hexadecimal that keep erased details from being guessed from their digest; null once erased.</summary>
    public string? Salt { get; private set; }

    /// <summary>SHA-256 of the salt and the details, in hexadecimal.</summary>
    public required string DetailsDigest { get; init; }

    /// <summary>Hash of the line before; zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 of all the above but details and salt, in hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The line that follows another.</summary>
    internal static AuditEntry After(AuditHead head, DateTime at, Act act, string details, string salt)
    {
        var digest = AuditChain.Digest(salt, details);
        var sequence = head.Sequence + 1;
        return new()
        {
            Sequence = sequence,
            At = at,
            ActorId = act.Who.AccountId,
            ActorRole = act.Who.Role,
            Action = act.What,
            Subject = act.Subject,
            Details = details,
            Salt = salt,
            DetailsDigest = digest,
            PreviousHash = head.Hash,
            Hash = AuditChain.Hash(sequence, at, act.Who.AccountId, act.Who.Role, act.What, act.Subject, digest, head.Hash),
        };
    }
}

/// <summary>The end of the log: what the next line is chained to. Its single row is locked while a line is added.</summary>
public sealed class AuditHead : ITechnicalRecord
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Place of the last line; 0 when there is none.</summary>
    public long Sequence { get; set; }

    /// <summary>Its hash; zeros when there is none.</summary>
    public string Hash { get; set; } = AuditChain.Origin;
}
