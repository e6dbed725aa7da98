using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Payments;

/// <summary>The one claim for the payment of a grant (PAY-1): what the beneficiary proves to have paid, and what the Région retains of it.</summary>
public sealed class PaymentClaim : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application; one claim each.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Who began it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>Last change by the organisation, UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    /// <summary>Whether one summary list certified by an accountant proves every payment, instead of a proof for each invoice; null until told.</summary>
    public bool? IsAccountantListed { get; set; }

    /// <summary>Who certified the summary list.</summary>
    public string? AccountantName { get; set; }

    /// <summary>Whether other public aid was received or asked for the same costs since the grant; null until told.</summary>
    public bool? HasOtherAid { get; set; }

    /// <summary>That other aid, as JSON array of the assessment contract's otherPublicAid.</summary>
    public string? OtherAid { get; set; }

    /// <summary>Bank account to pay on; null until given.</summary>
    public Guid? BankAccountId { get; set; }

    /// <summary>When it was declared true by who files it, UTC.</summary>
    public DateTime? DeclaredAt { get; set; }

    /// <summary>When it was last filed, UTC; null for one in preparation or sent back for missing items.</summary>
    public DateTime? FiledAt { get; set; }

    /// <summary>Who filed it.</summary>
    public Guid? FiledBy { get; set; }

    /// <summary>The key of the form it was filed with: sent twice, it is filed once.</summary>
    public string? FilingKey { get; set; }

    /// <summary>The day it was complete, in Paris: the 60 days to pay run from it (décret 2001-495).</summary>
    public DateOnly? CompleteOn { get; set; }

    /// <summary>The acknowledgement of receipt as HTML, never written again.</summary>
    public string? Receipt { get; set; }

    /// <summary>Officer's ruling when the costs retained fall short of the floor (PAY-1): true to pay; null without ruling.</summary>
    public bool? PaysBelowFloor { get; set; }

    /// <summary>Why, shown to the beneficiary.</summary>
    public string? FloorReason { get; set; }

    /// <summary>The officer who prepared the payment.</summary>
    public Guid? PreparedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? PreparedAt { get; set; }

    /// <summary>The second person, who validated it.</summary>
    public Guid? ValidatedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ValidatedAt { get; set; }

    /// <summary>Granted amount the payment was computed within.</summary>
    public Money? Granted { get; set; }

    /// <summary>Costs retained on the invoices (PAY-1), once validated.</summary>
    public Money? Retained { get; set; }

    /// <summary>Amount payable: as it is prepared, for the Région alone; decided once validated.</summary>
    public Money? Payable { get; set; }

    /// <summary>The paid facts the regulation computed on: JSON of the assessment contract.</summary>
    public string? Facts { get; set; }

    /// <summary>When the accountant paid, UTC date of the return file's line.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Its invoices, those taken out among them.</summary>
    public List<ClaimedInvoice> Invoices { get; } = [];

    /// <summary>Longest reason or name kept.</summary>
    public const int LongestText = 2000;
}
