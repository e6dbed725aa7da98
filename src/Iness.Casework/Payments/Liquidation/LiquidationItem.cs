using Iness.Regulation;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>One payment asked of finance, with all that its software needs.</summary>
public sealed record LiquidationItem
{
    /// <summary>Longest object.</summary>
    public const int LongestObject = 140;

    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Reference of the commitment on the envelope.</summary>
    public required string CommitmentNumber { get; init; }

    /// <summary>Number of the order that grants the aid.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>Its day.</summary>
    public required DateOnly OrderDate { get; init; }

    /// <summary>SIRET of the beneficiary; its SIREN when the establishment is not known.</summary>
    public required string Siret { get; init; }

    /// <summary>Name of the beneficiary.</summary>
    public required string Name { get; init; }

    /// <summary>Its postal address, in one line.</summary>
    public required string Address { get; init; }

    /// <summary>Holder of the account.</summary>
    public required string AccountHolder { get; init; }

    /// <summary>IBAN without spaces.</summary>
    public required string Iban { get; init; }

    /// <summary>BIC.</summary>
    public required string Bic { get; init; }

    /// <summary>Amount to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>What it is for, on one line of 140 characters at most.</summary>
    public required string Object { get; init; }

    /// <summary>The day the claim was complete.</summary>
    public required DateOnly ClaimCompleteOn { get; init; }

    /// <summary>The documents it rests on.</summary>
    public required IReadOnlyList<LiquidationDocument> Documents { get; init; }

    /// <summary>Who validated it.</summary>
    public required string ValidatedBy { get; init; }

    /// <summary>The day they did.</summary>
    public required DateOnly ValidatedOn { get; init; }
}

/// <summary>A document that a payment rests on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
public sealed record LiquidationDocument(string Name, string Sha256);
