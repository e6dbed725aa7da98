using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Organisations;

/// <summary>A structure that applies. It is its SIREN.</summary>
public sealed class Organisation : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Nine digits.</summary>
    public required string Siren { get; init; }

    /// <summary>The nine digits as a value.</summary>
    public Siren? ParsedSiren => Iness.Regulation.Siren.TryParse(Siren, out var number) ? number : null;

    /// <summary>The nine digits as people read them, by threes.</summary>
    public string SpacedSiren => $"{Siren[..3]} {Siren[3..6]} {Siren[6..]}";

    /// <summary>Its name: the register's, else as typed.</summary>
    public required string Name { get; set; }

    /// <summary>What the register said, as JSON of <see cref="Registers.Companies.CompanyRecord"/>; null when it never answered.</summary>
    public string? RegisterRecord { get; set; }

    /// <summary>When the register was last asked with success, UTC.</summary>
    public DateTime? RegisterFetchedAt { get; set; }

    /// <summary>When the register is to be asked again because it was down, UTC; null when nothing is awaited.</summary>
    public DateTime? RegisterDueAt { get; set; }

    /// <summary>When it was known here, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Those who act for it.</summary>
    public List<Membership> Memberships { get; } = [];
}
