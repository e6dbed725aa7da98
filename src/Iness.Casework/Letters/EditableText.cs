using Iness.Casework.Decisions;

namespace Iness.Casework.Letters;

/// <summary>A text that an administrator edits: two parts of a letter, or a message that officers start from.</summary>
public sealed record EditableText
{
    private static readonly (string, string)[] OfAFile = [("numero", "numéro du dossier"), ("structure", "nom de la structure"), ("projet", "nom du projet"), ("date_depot", "jour du dépôt")];
    private static readonly (string, string)[] OfADecision = [.. OfAFile, ("date_decision", "jour de la décision")];
    private static readonly (string, string)[] OfAGrant = [.. OfADecision, ("montant", "montant accordé"), ("date_limite_versement", "dernier jour pour demander le versement")];

    /// <summary>The name under which its versions are kept.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The text as the program has it, until an administrator writes another.</summary>
    public required LetterTextBody Original { get; init; }

    /// <summary>The fields it may hold, « {{numero}} », each with its meaning.</summary>
    public required IReadOnlyList<(string Name, string Meaning)> Fields { get; init; }

    /// <summary>Whether it is a message, of one part, rather than a letter.</summary>
    public bool IsMessage { get; init; }

    /// <summary>Introduces and ends the order that grants an aid.</summary>
    public static EditableText Grant { get; } = new()
    {
        Name = "decision-grant",
        Slug = "arrete",
        Title = "Arrêté attributif",
        Fields = OfAGrant,
        Original = new(
            "La Région Hauts-de-France soutient la transition numérique des entreprises de l'économie sociale et solidaire. Après examen de votre demande, elle arrête ce qui suit.",
            "La Région vous souhaite pleine réussite dans votre projet."),
    };

    /// <summary>Introduces and ends a refusal.</summary>
    public static EditableText Refusal { get; } = new()
    {
        Name = "decision-refusal",
        Slug = "refus",
        Title = "Refus",
        Fields = OfADecision,
        Original = new(
            "La Région a examiné votre demande d'aide INESS. Elle ne peut pas y répondre favorablement, pour les motifs qui suivent.",
            "D'autres aides peuvent convenir à votre projet : le service vous renseigne."),
    };

    /// <summary>Introduces and ends a closure without follow-up.</summary>
    public static EditableText Closure { get; } = new()
    {
        Name = "decision-closure",
        Slug = "classement",
        Title = "Classement sans suite",
        Fields = OfADecision,
        Original = new("La Région a reçu votre demande d'aide INESS. Elle ne poursuit pas son examen, pour la raison qui suit.", ""),
    };

    /// <summary>Introduces and ends a request for missing items.</summary>
    public static EditableText MissingItems { get; } = new()
    {
        Name = "missing-items",
        Slug = "elements-manquants",
        Title = "Demande d'éléments manquants",
        Fields = [.. OfAFile, ("date_limite", "dernier jour pour répondre")],
        Original = new("Pour examiner votre demande, la Région a besoin de ces éléments :", ""),
    };

    /// <summary>The messages that officers start from.</summary>
    public static IReadOnlyList<EditableText> Messages { get; } =
    [
        Message("message-question", "question", "Message : demander une précision",
            "Bonjour,\n\nPour examiner votre demande {{numero}}, « {{projet}} », il nous faudrait une précision :\n\n\n\nVous pouvez répondre depuis le suivi de votre demande. Ce message ne suspend pas le délai de réponse de la Région.\n\nLe service INESS"),
        Message("message-progress", "avancement", "Message : dire où en est la demande",
            "Bonjour,\n\nVotre demande {{numero}}, déposée le {{date_depot}}, est en cours d'examen. Rien n'est attendu de vous pour le moment : le suivi de votre demande dit à tout moment où elle en est.\n\nLe service INESS"),
        Message("message-call", "appel", "Message : proposer un appel",
            "Bonjour,\n\nNous aimerions parler avec vous de votre projet « {{projet}} ». Dites-nous en réponse deux ou trois moments qui vous conviennent, et le numéro où vous appeler.\n\nLe service INESS"),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EditableText> All { get; } = [Grant, Refusal, Closure, MissingItems, .. Messages];

    /// <summary>The text of the letter of a decision.</summary>
    public static EditableText Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Grant => Grant,
        DecisionKind.Refusal => Refusal,
        DecisionKind.Closure => Closure,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This decision has no letter."),
    };

    private static EditableText Message(string name, string slug, string title, string text) =>
        new() { Name = name, Slug = slug, Title = title, Original = new(text, ""), Fields = OfAFile, IsMessage = true };
}
