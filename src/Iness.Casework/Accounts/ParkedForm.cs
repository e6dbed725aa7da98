using Iness.Casework.Audit;

namespace Iness.Casework.Accounts;

/// <summary>A form sent after its session had expired: kept, sealed, until its author has signed in again.</summary>
public sealed class ParkedForm : ITechnicalRecord
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Address it was sent to.</summary>
    public required string Path { get; init; }

    /// <summary>What was in it, sealed with the portal's keys.</summary>
    public required string Payload { get; init; }

    /// <summary>When it is erased, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }
}
