using Iness.Casework.Letters;
using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Lapses;

/// <summary>The letter that tells a beneficiary that an aid nobody claimed in time has lapsed: the facts it states.</summary>
internal sealed record LapseLetter
{
    /// <summary>Number of the file.</summary>
    public required string FileNumber { get; init; }

    /// <summary>Name of the organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its postal address, a line each.</summary>
    public required IReadOnlyList<string> Address { get; init; }

    /// <summary>The day of the order.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>Amount granted, reductions taken off.</summary>
    public required Money Granted { get; init; }

    /// <summary>The last day to claim it.</summary>
    public required DateOnly ClaimBy { get; init; }

    /// <summary>The first day on which another application may be created (FRQ-1).</summary>
    public required DateOnly NextApplicationOn { get; init; }

    /// <summary>The day it is told.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The agent who found it.</summary>
    public required string Author { get; init; }

    /// <summary>Capacity of the agent.</summary>
    public required string Capacity { get; init; }

    /// <summary>Writes it.</summary>
    public Letter ToLetter(ServiceInCharge service) => new()
    {
        From = service,
        Recipient = [.. new[] { Organisation }.Concat(Address).Select(OneLine.Of)],
        Date = On,
        Reference = FileNumber,
        Subject = "Caducité de l'aide INESS",
        Sections =
        [
            new("Ce qui est constaté",
            [
                new Paragraph($"L'arrêté du {French.Date(GrantedOn)} vous a accordé une aide de {Granted} au plus. Son article 3 fixe au {French.Date(ClaimBy)} le dernier jour pour en demander le versement, "
                    + "et dit que l'aide non demandée ce jour-là est caduque."),
                new Paragraph($"Aucune demande de versement n'a été déposée au {French.Date(ClaimBy)}. L'aide est caduque : rien ne vous sera versé, et vous n'avez rien à rembourser."),
            ], $"Arrêté du {French.Date(GrantedOn)}, article 3."),
            new("Et maintenant", [new Paragraph("Si vous avez demandé le versement avant cette date, ou si un événement hors de votre volonté vous en a empêché, écrivez-le au service. "
                + (On >= NextApplicationOn ? "Vous pouvez aussi commencer une nouvelle demande d'aide." : $"Une nouvelle demande d'aide peut être commencée à partir du {French.Date(NextApplicationOn)} (disposition FRQ-1)."))]),
            DecisionMentions.Appeals(service),
            DecisionMentions.Contact(FileNumber, service),
            DecisionMentions.Author("Auteur de la décision", On, Author, Capacity, service),
        ],
    };
}
