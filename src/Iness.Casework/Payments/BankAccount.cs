using Iness.Casework.Persistence;

namespace Iness.Casework.Payments;

/// <summary>A bank account of a beneficiary. A change is a fraud risk: one that differs from the account known before waits for a second officer.</summary>
public sealed class BankAccount : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its holder, as the bank writes it.</summary>
    public required string Holder { get; init; }

    /// <summary>IBAN without spaces, checked (ISO 13616).</summary>
    public required string Iban { get; init; }

    /// <summary>BIC, checked in form (ISO 9362).</summary>
    public required string Bic { get; init; }

    /// <summary>The RIB.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTime GivenAt { get; init; }

    /// <summary>Who gave it.</summary>
    public required Guid GivenBy { get; init; }

    /// <summary>The account it replaces, when another was accepted before, or given with the same claim when it was filed.</summary>
    public Guid? ReplacesId { get; set; }

    /// <summary>The officer who looked at it.</summary>
    public Guid? CheckedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? CheckedAt { get; set; }

    /// <summary>The second officer, who confirmed it.</summary>
    public Guid? ConfirmedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>When it was refused, UTC.</summary>
    public DateTime? RefusedAt { get; set; }

    /// <summary>Why it was refused, shown to the beneficiary.</summary>
    public string? RefusalReason { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
