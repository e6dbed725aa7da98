using Iness.Casework.Registers.Communes;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;

namespace Iness.Web.Simulation;

/// <summary>Everything a simulation knows. It travels in the link of each page; the server keeps none of it.</summary>
public sealed record SimulationState
{
    /// <summary>Characters of a name that a link carries.</summary>
    public const int LongestName = 120;

    /// <summary>The facts given so far.</summary>
    public required AssessmentRequest Request { get; init; }

    /// <summary>Name of the undertaking, when the register gave it.</summary>
    public string? Name { get; init; }

    /// <summary>What the register gave; null when it was not asked or did not know.</summary>
    public RegisterEvidence? Register { get; init; }

    /// <summary>The questions answered, « je ne sais pas » included, so that none is asked twice.</summary>
    public long Answered { get; init; }

    /// <summary>The person goes on although an answer already excludes the application.</summary>
    public bool GoesOn { get; init; }

    /// <summary>A new simulation that knows nothing.</summary>
    public static SimulationState Start(DateOnly today) => new() { Request = new() { CreatedOn = today } };

    /// <summary>A new simulation that knows what the register says.</summary>
    /// <param name="record">What it says.</param>
    /// <param name="today">Day of the simulation.</param>
    /// <param name="isEstablishmentGiven">Whether the person named the establishment: a head office elsewhere does not say where the project is.</param>
    public static SimulationState From(CompanyRecord record, DateOnly today, bool isEstablishmentGiven)
    {
        ArgumentNullException.ThrowIfNull(record);
        record = record with { Commune = PlaceOfProject(record.Commune, isEstablishmentGiven) };
        var known = RegisterFacts.None;
        if (record.LegalCategory is not null) known |= RegisterFacts.LegalCategory;
        if (record.MainActivity is not null) known |= RegisterFacts.MainActivity;
        if (record.Commune is not null) known |= RegisterFacts.Commune;
        if (record.FoundedOn is not null) known |= RegisterFacts.FoundedOn;
        if (record.Turnover is not null) known |= RegisterFacts.Turnover;
        if (record.HasCeased is not null) known |= RegisterFacts.Stage;

        return new()
        {
            Name = record.Name?.CutTo(LongestName),
            Register = new(record.FetchedAt.UtcDateTime.DayInParis(), known)
            {
                StaffBand = record.StaffBand,
                TurnoverYear = record.TurnoverYear,
                WorkIntegration = record.WorkIntegration,
            },
            Request = new()
            {
                CreatedOn = today,
                Undertaking = new()
                {
                    Siren = record.Siren,
                    LegalCategory = record.LegalCategory,
                    MainActivity = record.MainActivity,
                    Commune = record.Commune,
                    FoundedOn = record.FoundedOn,
                    Turnover = record.Turnover,
                    Stage = record.HasCeased == true ? Stage.Ceased : Stage.Existing,
                },
            },
        };
    }

    /// <summary>A commune that the contract accepts and that may carry the project; else it is asked.</summary>
    private static CommuneCode? PlaceOfProject(CommuneCode? commune, bool isEstablishmentGiven) => commune switch
    {
        { IsInHautsDeFrance: true } inRegion when !CommuneDirectory.Exists(inRegion.ToString()) => null,
        { IsInHautsDeFrance: false } when !isEstablishmentGiven => null,
        _ => commune,
    };

    /// <summary>Changes facts of the undertaking; those that came from the register and were corrected are no longer its own.</summary>
    public SimulationState With(Func<Undertaking, Undertaking> change, RegisterFacts corrected = RegisterFacts.None) => this with
    {
        Request = Request with { Undertaking = change(Request.Undertaking) },
        Register = Register is null ? null : Register with { Facts = Register.Facts & ~corrected },
    };

    /// <summary>Changes aid received and earlier applications.</summary>
    public SimulationState WithHistory(Func<History, History> change) => this with { Request = Request with { History = change(Request.History) } };

    /// <summary>Changes the cost lines.</summary>
    public SimulationState WithCosts(IReadOnlyList<CostLine>? costs) => this with { Request = Request with { Costs = costs } };

    /// <summary>Whether a fact stands as the register gave it.</summary>
    public bool IsFromRegister(RegisterFacts fact) => Register is not null && (Register.Facts & fact) == fact;
}

/// <summary>Facts the register can give.</summary>
[Flags]
public enum RegisterFacts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Legal category.</summary>
    LegalCategory = 1,

    /// <summary>Main activity.</summary>
    MainActivity = 2,

    /// <summary>Commune.</summary>
    Commune = 4,

    /// <summary>Day of foundation.</summary>
    FoundedOn = 8,

    /// <summary>Turnover.</summary>
    Turnover = 16,

    /// <summary>Whether it has ceased.</summary>
    Stage = 32,
}

/// <summary>What the register gave, and when.</summary>
/// <param name="On">Day it answered.</param>
/// <param name="Facts">The facts that still stand as it gave them.</param>
public sealed record RegisterEvidence(DateOnly On, RegisterFacts Facts)
{
    /// <summary>Staff band: a hint beside the question, never the headcount.</summary>
    public StaffBand? StaffBand { get; init; }

    /// <summary>Year of the turnover.</summary>
    public int? TurnoverYear { get; init; }

    /// <summary>Work-integration types: proposed in the question on approvals, for the person to confirm.</summary>
    public Approvals WorkIntegration { get; init; }
}
