using Iness.Casework.Decisions;
using Iness.Regulation;
using Iness.Regulation.Review;

namespace Iness.Casework.Letters;

/// <summary>The letter of a decision: the facts it states. Its mandatory mentions are in the code; only its first and last paragraphs are edited.</summary>
public sealed record DecisionLetter
{
    /// <summary>Months from the decision within which payment is claimed: a reading, which the Région has to confirm.</summary>
    public const int MonthsToClaim = 18;

    /// <summary>What is decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>The day the application was filed, in Paris.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Name of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its number; null for an organisation that is not registered yet.</summary>
    public required Siren? Siren { get; init; }

    /// <summary>Its postal address, a line each.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>What the project is called.</summary>
    public required string ProjectTitle { get; init; }

    /// <summary>The costs as they were filed, before any correction.</summary>
    public required Money Claimed { get; init; }

    /// <summary>What the provisions and the officers say.</summary>
    public required ReviewedAssessment Reviewed { get; init; }

    /// <summary>Cost corrections, in words.</summary>
    public required IReadOnlyList<string> Corrections { get; init; }

    /// <summary>What the service retained in place of the facts filed, in words, its reason last; none when those filed stand.</summary>
    public IReadOnlyList<string> Retained { get; init; } = [];

    /// <summary>Amount granted.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why an application is closed.</summary>
    public string? Reason { get; init; }

    /// <summary>First and family name of the author (CRPA L212-1).</summary>
    public required string SignatoryName { get; init; }

    /// <summary>Capacity of the author.</summary>
    public required string SignatoryCapacity { get; init; }

    /// <summary>First and last paragraphs.</summary>
    public required LetterTextBody Text { get; init; }

    /// <summary>Last day to claim the payment.</summary>
    public DateOnly ClaimBy => On.AddMonths(MonthsToClaim);

    /// <summary>Years between two applications, as the regulation applied says (FRQ-1).</summary>
    public int YearsBetweenApplications => Reviewed.Assessment.Parameters.YearsBetweenApplications;

    /// <summary>The first day on which another application may be created.</summary>
    public DateOnly NextApplicationOn => Reviewed.Assessment.Parameters.NextApplicationAfter(FiledOn);

    /// <summary>The values of the merge fields.</summary>
    public IReadOnlyDictionary<string, string> Fields => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["numero"] = FileNumber,
        ["structure"] = OneLine.Of(Organisation),
        ["projet"] = OneLine.Of(ProjectTitle),
        ["date_depot"] = French.Date(FiledOn),
        ["date_decision"] = French.Date(On),
        ["montant"] = Amount.ToString(),
        ["date_limite_versement"] = French.Date(ClaimBy),
    };

    /// <summary>Writes the letter.</summary>
    public Letter ToLetter(ServiceInCharge service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new()
        {
            From = service,
            Recipient = [.. new[] { Organisation }.Concat(Address).Select(OneLine.Of)],
            Date = On,
            Reference = FileNumber,
            Subject = Kind switch
            {
                DecisionKind.Grant => "Arrêté attributif de l'aide INESS",
                DecisionKind.Refusal => "Décision de refus de l'aide INESS",
                _ => "Classement sans suite de votre demande d'aide INESS",
            },
            Sections =
            [
                .. Kind switch
                {
                    DecisionKind.Grant => GrantSections.Of(this),
                    DecisionKind.Refusal => RefusalSections.Of(this),
                    _ => ClosureSections.Of(this),
                },
                .. DecisionMentions.Of(this, service),
            ],
        };
    }
}
