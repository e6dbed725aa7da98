using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Decisions;

/// <summary>A decision, with all it rests on: it can be explained and replayed for ever.</summary>
public sealed class Decision : IVersioned
{
    /// <summary>Identifier, in the order of time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The proposal it follows.</summary>
    public required Guid ProposalId { get; init; }

    /// <summary>What it does.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>Amount granted; zero otherwise.</summary>
    public required Money Amount { get; init; }

    /// <summary>Budget year it is counted on.</summary>
    public required int BudgetYear { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The day it takes effect, in Paris: the day of the legal right (Regulation (EU) 2023/2831, article 3).</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who decided.</summary>
    public required Guid SignatoryId { get; init; }

    /// <summary>First and family name, as printed (CRPA L212-1).</summary>
    public required string SignatoryName { get; init; }

    /// <summary>Capacity, as printed.</summary>
    public required string SignatoryCapacity { get; init; }

    /// <summary>The facts, corrected as the officer did: JSON of the assessment contract.</summary>
    public required string Facts { get; init; }

    /// <summary>The assessment of these facts: JSON of the assessment contract.</summary>
    public required string Assessment { get; init; }

    /// <summary>The rulings that stood: JSON array of provision, isMet, reason.</summary>
    public required string Rulings { get; init; }

    /// <summary>The cost corrections that stood: JSON array.</summary>
    public required string Corrections { get; init; }

    /// <summary>Version of the regulation applied.</summary>
    public required string Regulation { get; init; }

    /// <summary>The letter as HTML, never written again.</summary>
    public required string Letter { get; init; }

    /// <summary>SHA-256 of the letter, in hexadecimal.</summary>
    public required string LetterSha256 { get; init; }

    /// <summary>The names, the address, the service and the text that the letter states: JSON, so that it can be written anew as it was.</summary>
    public required string LetterInputs { get; init; }

    /// <summary>Version of the text it was written with; null for the text of the program.</summary>
    public Guid? LetterTextId { get; init; }

    /// <summary>The letter as PDF, once made.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>When it was put in the service and announced by mail, UTC.</summary>
    public DateTime? NotifiedAt { get; set; }

    /// <summary>When a member of the organisation first opened it, UTC; unread, it is deemed notified after 15 days (CRPA R112-20).</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>When an appeal against it arrived, UTC: the beginning of that day in Paris. The audit log tells when it was registered.</summary>
    public DateTime? AppealedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}
