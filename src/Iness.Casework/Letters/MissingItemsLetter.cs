using Iness.Casework.Deadlines;
using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>The letter that lists what is missing from an application, gives a date and suspends the two months unless they have run out (CRPA L114-5, R112-11-4): the facts it states.</summary>
public sealed record MissingItemsLetter
{
    /// <summary>What the letter is about; its mail starts so too.</summary>
    public const string Subject = "Il manque des éléments à votre demande d'aide INESS";

    /// <summary>Kind of its document: nobody gives it, so it is none of those that are asked.</summary>
    public const string Kind = "MissingItemsLetter";

    /// <summary>Name of its files, without their ending: the one of each request, from 1.</summary>
    public static string FileName(string number, int request) => $"elements-manquants-{number}-{request}";

    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Name of the organisation that applies.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its postal address, a line each.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>The person who follows the file for it.</summary>
    public required string Contact { get; init; }

    /// <summary>The officer who asks (CRPA L111-2).</summary>
    public required string Officer { get; init; }

    /// <summary>The day it is sent.</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>What is asked, in words.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>The last day to send it.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>A word of the officer; null for none.</summary>
    public required string? Note { get; init; }

    /// <summary>The time limit of the Région once the letter is sent; null when none runs.</summary>
    public required ResponseClock? Clock { get; init; }

    /// <summary>What the project is called.</summary>
    public required string ProjectTitle { get; init; }

    /// <summary>The day the application was filed, in Paris.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The paragraphs before the list, and at the end.</summary>
    public required LetterTextBody Text { get; init; }

    /// <summary>Writes the letter.</summary>
    public Letter ToLetter(ServiceInCharge service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return new()
        {
            From = service,
            Recipient = [.. new[] { Organisation, FrenchTypography.ToTheAttentionOf(Contact) }.Concat(Address).Select(OneLine.Of)],
            Date = SentOn,
            Reference = FileNumber,
            Subject = Subject,
            Sections = [Asked(), MissingItemsTimeLimit.Of(Clock, DueOn, service), Otherwise(service), DecisionMentions.Contact(FileNumber, service, Officer, Paragraphs(Text.Closing))],
        };
    }

    private LetterSection Asked() => new("Ce que nous vous demandons",
    [
        .. Paragraphs(Text.Introduction),
        .. DecisionMentions.Missing(Items, Note),
        new Paragraph($"Envoyez-les depuis votre espace le {French.Date(DueOn)} au plus tard, puis indiquez que tout est envoyé. Si l'un d'eux ne peut pas être fourni, dites-le de la même façon : l'absence d'une pièce qui n'est pas indispensable n'empêche pas l'examen."),
    ], "Code des relations entre le public et l'administration (CRPA), articles L114-5, L114-5-1 et R112-11-4.");

    private LetterSection Otherwise(ServiceInCharge service) => new("Si rien n'est envoyé",
    [
        new Paragraph("Passé cette date, la Région se prononce sur ce qu'elle a : elle peut refuser l'aide, ou classer la demande sans suite."),
        new Paragraph($"La présente lettre n'est pas une décision.{MissingItemsTimeLimit.Contest(Clock, service)}"),
    ], "CRPA, articles L410-1 à L411-7 ; code de justice administrative, articles R421-1 et R421-2.");

    private IEnumerable<Paragraph> Paragraphs(string text) => LetterTextBody.ParagraphsOf(MergeFields.Fill(text, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["numero"] = FileNumber,
        ["structure"] = OneLine.Of(Organisation),
        ["projet"] = OneLine.Of(ProjectTitle),
        ["date_depot"] = French.Date(FiledOn),
        ["date_limite"] = French.Date(DueOn),
    })).Select(paragraph => new Paragraph(paragraph));
}
