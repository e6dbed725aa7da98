using Iness.Casework.Deadlines;
using Iness.Regulation;

namespace Iness.Casework.Letters;

/// <summary>The acknowledgement of receipt of an application filed online (CRPA L112-11, R112-11-1): the facts it states.</summary>
public sealed record AcknowledgementOfReceipt
{
    /// <summary>What the letter is about; its mail starts so too.</summary>
    public const string Subject = "Accusé de réception de votre demande d'aide INESS";

    /// <summary>Number of the file, « INESS-2026-000123 ».</summary>
    public required string FileNumber { get; init; }

    /// <summary>The instant of the filing, UTC.</summary>
    public required DateTime FiledAt { get; init; }

    /// <summary>Name of the organisation that applies.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its number; null for an organisation that is not registered yet.</summary>
    public required Siren? Siren { get; init; }

    /// <summary>Its postal address, a line each.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>First name and name of the person who filed.</summary>
    public required string FiledBy { get; init; }

    /// <summary>What the project is called.</summary>
    public required string ProjectTitle { get; init; }

    /// <summary>All declared costs, excluding VAT.</summary>
    public required Money TotalCosts { get; init; }

    /// <summary>The aid estimated from the declarations; null when an officer must judge first.</summary>
    public required Money? EstimatedAid { get; init; }

    /// <summary>What came with the application.</summary>
    public required IReadOnlyList<ReceivedDocument> Documents { get; init; }

    /// <summary>What is missing; null when nothing is.</summary>
    public MissingItems? Missing { get; init; }

    /// <summary>What the Région fetches from other administrations (CRPA L114-8).</summary>
    public required IReadOnlyList<FetchedData> Fetched { get; init; }

    /// <summary>The day of the filing, in Paris.</summary>
    public DateOnly FiledOn => FiledAt.DayInParis();

    /// <summary>The day on which silence is worth a rejection, provided the application is complete.</summary>
    public DateOnly ImplicitRejectionOn => ResponseClock.DeadlineWithoutSuspension(FiledOn);

    /// <summary>Writes the letter.</summary>
    public Letter ToLetter(ServiceInCharge service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new()
        {
            From = service,
            Recipient = [.. new[] { Organisation, FrenchTypography.ToTheAttentionOf(FiledBy) }.Concat(Address).Select(OneLine.Of)],
            Date = FiledOn,
            Reference = FileNumber,
            Subject = Subject,
            Sections = AcknowledgementSections.Of(this, service),
        };
    }
}

/// <summary>A document that came with an application.</summary>
/// <param name="Name">What it is and the name of its file.</param>
/// <param name="State">What became of it.</param>
public sealed record ReceivedDocument(string Name, ReceivedDocumentState State);

/// <summary>What became of a document on arrival.</summary>
public enum ReceivedDocumentState
{
    /// <summary>Scanned, nothing found.</summary>
    Clean,

    /// <summary>The scan has not ended.</summary>
    BeingScanned,

    /// <summary>There is no scanner.</summary>
    NotScanned,

    /// <summary>Set aside.</summary>
    Infected,
}

/// <summary>What is missing from an application.</summary>
/// <param name="Items">What, each in the words the applicant was asked with.</param>
/// <param name="DueOn">The last day to send it, when the service cannot work without it and the time limit is suspended; null otherwise.</param>
public sealed record MissingItems(IReadOnlyList<string> Items, DateOnly? DueOn);

/// <summary>Data that the Région fetches instead of asking for them.</summary>
/// <param name="Data">What, « l'adresse et l'activité de la structure ».</param>
/// <param name="Source">From whom, « INSEE (répertoire SIRENE) ».</param>
public sealed record FetchedData(string Data, string Source);
