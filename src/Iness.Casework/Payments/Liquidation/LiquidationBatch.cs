using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>A liquidation request to finance: its lines, its files, fixed once made.</summary>
public sealed class LiquidationBatch : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>« LIQ-2026-0001 ».</summary>
    public required string Number { get; init; }

    /// <summary>Budget year.</summary>
    public required int BudgetYear { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>How many lines.</summary>
    public required int Count { get; init; }

    /// <summary>Their total.</summary>
    public required Money Total { get; init; }

    /// <summary>The file as CSV, never written again.</summary>
    public required string Csv { get; init; }

    /// <summary>SHA-256 of the CSV, in hexadecimal.</summary>
    public required string CsvSha256 { get; init; }

    /// <summary>The file as JSON, never written again.</summary>
    public required string Json { get; init; }

    /// <summary>SHA-256 of the JSON, in hexadecimal.</summary>
    public required string JsonSha256 { get; init; }

    /// <summary>When it was first downloaded, UTC.</summary>
    public DateTime? ExportedAt { get; set; }

    /// <summary>Who downloaded it first.</summary>
    public Guid? ExportedBy { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One payment asked of finance, and what finance answered.</summary>
public sealed class LiquidationLine : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The claim. A rejected one may come again in another batch.</summary>
    public required Guid ClaimId { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Amount asked.</summary>
    public required Money Amount { get; init; }

    /// <summary>Account it is asked on.</summary>
    public required Guid BankAccountId { get; init; }

    /// <summary>Number of the payment order (mandat), once returned.</summary>
    public string? OrderNumber { get; set; }

    /// <summary>Day of the payment order.</summary>
    public DateOnly? OrderedOn { get; set; }

    /// <summary>Day it was paid.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>Day it was rejected.</summary>
    public DateOnly? RejectedOn { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectionReason { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>A return file of finance, taken in once.</summary>
public sealed class PaymentReturn
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, as given, cleaned.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of its bytes, in hexadecimal: the same file is taken in once.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Who gave it.</summary>
    public required Guid ImportedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime ImportedAt { get; init; }

    /// <summary>Lines read.</summary>
    public required int Lines { get; init; }

    /// <summary>Payments recorded.</summary>
    public required int Paid { get; init; }

    /// <summary>Rejections recorded.</summary>
    public required int Rejected { get; init; }

    /// <summary>Lines refused, each with its number and reason: JSON array.</summary>
    public required string Refusals { get; init; }
}
