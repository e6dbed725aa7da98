using Iness.Casework.Audit;

namespace Iness.Casework.Accounts;

/// <summary>One browser signed in: its owner sees it and can end it from elsewhere.</summary>
public sealed class AccountSession : ITechnicalRecord
{
    /// <summary>Carried by the cookie.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>Last page seen, UTC, to a few minutes.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>Browser and system in a few words.</summary>
    public required string Browser { get; init; }

    /// <summary>When it was ended, UTC; null while it lives.</summary>
    public DateTime? EndedAt { get; set; }
}
