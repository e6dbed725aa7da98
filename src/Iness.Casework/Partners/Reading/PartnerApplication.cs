using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Regulation;

namespace Iness.Casework.Partners.Reading;

/// <summary>A filed application as programs read it. Nothing in it names a natural person: no contact, no officer, no free text.</summary>
public sealed record PartnerApplication
{
    /// <summary>Identifier; not told.</summary>
    public required Guid Id { get; init; }

    /// <summary>« INESS-2026-000123 ».</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required FileStatus Status { get; init; }

    /// <summary>When it was filed, UTC.</summary>
    public required DateTime FiledAt { get; init; }

    /// <summary>When its status last changed, UTC.</summary>
    public DateTime? ChangedAt { get; init; }

    /// <summary>Last day for the Région to answer.</summary>
    public DateOnly? RespondBy { get; init; }

    /// <summary>Last day to claim the payment.</summary>
    public DateOnly? ClaimBy { get; init; }

    /// <summary>Whether the legal category filed says that the applicant is a legal person: else neither its name nor its numbers are told.</summary>
    public required bool IsLegalPerson { get; init; }

    /// <summary>Its SIREN.</summary>
    public required string Siren { get; init; }

    /// <summary>Its name.</summary>
    public required string Organisation { get; init; }

    /// <summary>SIRET of its establishment.</summary>
    public string? Siret { get; init; }

    /// <summary>Department of the project.</summary>
    public string? Department { get; init; }

    /// <summary>Its commune.</summary>
    public string? Town { get; init; }

    /// <summary>Categories of its costs, each between bars.</summary>
    public string? CostCategories { get; init; }

    /// <summary>What the findings say together.</summary>
    public OverallVerdict? Verdict { get; init; }

    /// <summary>Costs claimed.</summary>
    public Money? Claimed { get; init; }

    /// <summary>Costs retained.</summary>
    public Money? Eligible { get; init; }

    /// <summary>Aid computed.</summary>
    public Money? Aid { get; init; }

    /// <summary>What the latest decision does.</summary>
    public DecisionKind? Decision { get; init; }

    /// <summary>The day it takes effect.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Amount granted.</summary>
    public Money? Granted { get; init; }

    /// <summary>When it was put in the service, UTC.</summary>
    public DateTime? NotifiedAt { get; init; }

    /// <summary>When the payment was claimed, UTC.</summary>
    public DateTime? ClaimedAt { get; init; }

    /// <summary>The day the claim was complete.</summary>
    public DateOnly? CompleteOn { get; init; }

    /// <summary>Amount payable, once validated.</summary>
    public Money? Payable { get; init; }

    /// <summary>The day it was paid.</summary>
    public DateOnly? PaidOn { get; init; }
}

/// <summary>A page of them.</summary>
/// <param name="Rows">In the order of filing.</param>
/// <param name="Next">Where the next page starts; null on the last.</param>
public sealed record PartnerPage(IReadOnlyList<PartnerApplication> Rows, ApplicationsCursor? Next);

/// <summary>A step of one: what was done and when, never by whom.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Action">What was done.</param>
/// <param name="Status">Where it stands since.</param>
public sealed record PartnerStep(DateTime At, FileAction Action, FileStatus Status);
