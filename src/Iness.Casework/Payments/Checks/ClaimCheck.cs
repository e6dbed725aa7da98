using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>What a check of a claim looks at.</summary>
public enum CheckKind
{
    /// <summary>Whom the invoice is made out to.</summary>
    Buyer,

    /// <summary>The day of the order, or of the invoice, against the creation of the application.</summary>
    Order,

    /// <summary>The day of the invoice.</summary>
    Issue,

    /// <summary>Amounts excluding VAT.</summary>
    Vat,

    /// <summary>The total against the lines.</summary>
    Total,

    /// <summary>The currency.</summary>
    Currency,

    /// <summary>The same invoice elsewhere.</summary>
    Twin,

    /// <summary>The proof of payment.</summary>
    Proof,

    /// <summary>The day it was paid.</summary>
    Paid,

    /// <summary>The granted cost of a line.</summary>
    Match,

    /// <summary>Words of a line that name an excluded kind of cost.</summary>
    Wording,

    /// <summary>Months of a subscription.</summary>
    Subscription,

    /// <summary>What the caps of the regulation leave of a line.</summary>
    Cap,
}

/// <summary>What one check says of an invoice or of one of its lines, as a finding of the regulation would.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Provision">The provision applied.</param>
/// <param name="Verdict">Met, not met, a fact missing, or for an officer to judge.</param>
/// <param name="Explanation">One French sentence with the value and the threshold.</param>
public sealed record ClaimCheck(CheckKind Kind, Provision Provision, Verdict Verdict, string Explanation)
{
    /// <summary>The line it is about; null for the invoice as a whole.</summary>
    public Guid? LineId { get; init; }

    /// <summary>The sentence for the service, when it names what the beneficiary must not be told.</summary>
    public string? ForServiceOnly { get; init; }

    /// <summary>The sentence for the service.</summary>
    public string ForService => ForServiceOnly ?? Explanation;

    internal static ClaimCheck Met(CheckKind kind, Provision provision, string explanation) => new(kind, provision, Verdict.Met, explanation);

    internal static ClaimCheck NotMet(CheckKind kind, Provision provision, string explanation) => new(kind, provision, Verdict.NotMet, explanation);

    internal static ClaimCheck Unknown(CheckKind kind, Provision provision, string explanation) => new(kind, provision, Verdict.Unknown, explanation);

    internal static ClaimCheck Review(CheckKind kind, Provision provision, string explanation) => new(kind, provision, Verdict.Review, explanation);
}
