using Iness.Casework.Deadlines;
using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>The letter that lists what is missing from a claim for payment, and says that the sixty days are suspended: the facts it states.</summary>
public sealed record PaymentItemsLetter
{
    /// <summary>What the letter is about; its mail starts so too.</summary>
    public const string Subject = "Il manque des éléments à votre demande de versement";

    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Name of the beneficiary.</summary>
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
            Sections = [Asked(), Suspended(), DecisionMentions.Contact(FileNumber, service, Officer)],
        };
    }

    private LetterSection Asked() => new("Ce que nous vous demandons",
    [
        new Paragraph("Vous avez demandé le versement de votre aide. Pour l'examiner, il nous manque :"),
        .. DecisionMentions.Missing(Items, Note),
        new Paragraph($"Complétez votre demande de versement depuis votre espace le {French.Date(DueOn)} au plus tard, puis déposez-la de nouveau. Ce que vous aviez déjà donné est gardé."),
    ], "Code des relations entre le public et l'administration (CRPA), article L114-5.");

    private static LetterSection Suspended() => new("Ce que devient le délai de paiement",
        [new Paragraph($"L'aide se paie dans les {PaymentClock.Days} jours d'une demande complète. Ce délai est suspendu depuis ce jour, et reprend quand vous déposez de nouveau votre demande de versement.")],
        "Décret n° 2001-495 du 6 juin 2001.");
}
