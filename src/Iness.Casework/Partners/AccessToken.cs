using Iness.Casework.Persistence;

namespace Iness.Casework.Partners;

/// <summary>A personal access token of the API. Its secret is shown once; only its digest is kept.</summary>
public sealed class AccessToken : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is: it never allows more than their role does, on the day.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>Its first characters, to tell it from others.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole token, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>What it allows, names separated by spaces.</summary>
    public required string Scopes { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was ended before, UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>When a token was last used; apart, because each use is not an act.</summary>
public sealed class AccessTokenUse : Audit.ITechnicalRecord
{
    /// <summary>The token.</summary>
    public required Guid TokenId { get; init; }

    /// <summary>When, UTC, to the minute.</summary>
    public required DateTime LastAt { get; set; }
}
