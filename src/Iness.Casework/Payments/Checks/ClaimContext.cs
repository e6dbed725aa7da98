using Iness.Regulation;

namespace Iness.Casework.Payments.Checks;

/// <summary>What the invoices of a claim are held against.</summary>
public sealed record ClaimContext
{
    /// <summary>Name of the beneficiary.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>SIREN of the beneficiary.</summary>
    public required Siren? Siren { get; init; }

    /// <summary>The day the application was created (COS-11).</summary>
    public required DateOnly CreatedOn { get; init; }

    /// <summary>Today, in Paris.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The costs that the decision retains.</summary>
    public required IReadOnlyList<GrantedCost> GrantedCosts { get; init; }

    /// <summary>Whether the bank account given is refused, by an officer or by the bank.</summary>
    public bool IsAccountRefused { get; init; }

    /// <summary>Whether one list certified by an accountant proves every payment.</summary>
    public bool IsAccountantListed { get; init; }

    /// <summary>Whether that list was given.</summary>
    public bool HasAccountantList { get; init; }

    /// <summary>The same invoices elsewhere.</summary>
    public IReadOnlyList<InvoiceTwin> Twins { get; init; } = [];

    /// <summary>The granted cost of an identifier; null for none.</summary>
    public GrantedCost? CostOf(string? id) => id is null ? null : GrantedCosts.FirstOrDefault(cost => cost.Line.Id == id);
}

/// <summary>A cost that the decision retains.</summary>
/// <param name="Line">The cost, as decided.</param>
/// <param name="Retained">What the decision retains of it.</param>
public sealed record GrantedCost(CostLine Line, Money Retained);

/// <summary>How two invoices are known to be the same.</summary>
public enum TwinKind
{
    /// <summary>The same bytes.</summary>
    SameFile,

    /// <summary>The same supplier and the same number.</summary>
    SameNumber,

    /// <summary>The same number, day and total, of a supplier written otherwise.</summary>
    Alike,

    /// <summary>The same number in the same organisation, where one of the two tells its supplier by a name alone.</summary>
    NumberAlone,
}

/// <summary>An invoice that stands somewhere else too.</summary>
/// <param name="InvoiceId">The invoice of the claim that is checked.</param>
/// <param name="OtherId">The other one.</param>
/// <param name="Kind">How they are known to be the same.</param>
/// <param name="FileNumber">Number of the other file.</param>
public sealed record InvoiceTwin(Guid InvoiceId, Guid OtherId, TwinKind Kind, string FileNumber)
{
    /// <summary>Whether the other is in the same claim.</summary>
    public bool IsInSameClaim { get; init; }

    /// <summary>Whether the other file is of the same organisation.</summary>
    public bool IsOfSameOrganisation { get; init; }

    /// <summary>Whether the other claim was ever filed.</summary>
    public bool IsFiled { get; init; }

    /// <summary>Whether officers retained nothing of the other: it is not paid there.</summary>
    public bool IsSetAside { get; init; }

    /// <summary>Whether officers retained something of the other: it is paid there.</summary>
    public bool IsRetained { get; init; }

    /// <summary>Whether the other came first: of two, the first counts.</summary>
    public bool CameFirst { get; init; }
}
