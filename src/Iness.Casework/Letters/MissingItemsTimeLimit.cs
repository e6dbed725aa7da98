using Iness.Casework.Deadlines;
using Iness.Regulation;
using static Iness.Casework.Letters.LetterBlock;

namespace Iness.Casework.Letters;

/// <summary>What a request for missing items does to the time limit of the Région: it suspends one that runs, and changes nothing to one that has run out.</summary>
internal static class MissingItemsTimeLimit
{
    public static LetterSection Of(ResponseClock? clock, DateOnly dueOn, ServiceInCharge service) => new("Ce que devient le délai de réponse",
        [.. Sentences(clock, dueOn, service).Select(sentence => new Paragraph(sentence))], clock switch
        {
            null => "CRPA, articles L114-5 et L231-4.",
            { State: ClockState.Expired } => "CRPA, articles L231-4 (3°) et L411-2 ; code de justice administrative, articles R421-1 et R421-2.",
            _ => "CRPA, articles L114-5, L114-3 et L231-4 (3°).",
        });

    /// <summary>How a rejection to come may be contested, after a space; empty when that of the past is told already.</summary>
    public static string Contest(ResponseClock? clock, ServiceInCharge service) => clock switch
    {
        null => " Celle que la Région prendra dira comment la contester.",
        { State: ClockState.Expired } => "",
        { IsOnAppeal: true } => $" Le rejet de votre recours, même par silence, peut être contesté dans les deux mois {Judge(service)}.",
        _ => $" Un rejet, même par silence, peut être contesté dans les deux mois : par un recours administratif adressé au service, ou {Judge(service)}.",
    };

    private static IEnumerable<string> Sentences(ResponseClock? clock, DateOnly dueOn, ServiceInCharge service) => clock switch
    {
        null =>
        [
            "La Région a rouvert votre dossier sans qu'un recours attende sa réponse : aucun délai au terme duquel son silence vaudrait rejet ne court. La décision que vous avez reçue reste en vigueur tant qu'une autre ne la remplace pas.",
        ],
        { State: ClockState.Expired, LatestDeadline: var on, IsOnAppeal: true } =>
        [
            $"Le délai de deux mois au terme duquel le silence de la Région vaut rejet de votre recours a pris fin le {French.Date(on)} : sans réponse à cette date, votre recours est réputé rejeté depuis ce jour. La présente lettre ne suspend pas ce délai, et n'en ouvre pas un autre.",
            "La Région peut encore vous accorder l'aide : elle poursuit l'examen, au vu de ce que vous enverrez.",
            $"Le rejet né le {French.Date(on)} peut être contesté dans les deux mois qui suivent cette date {Judge(service)}. Répondre à la présente lettre n'allonge pas ce délai.",
        ],
        { State: ClockState.Expired, LatestDeadline: var on } =>
        [
            $"Le délai de deux mois au terme duquel le silence de la Région vaut rejet a pris fin le {French.Date(on)} : sans décision à cette date, votre demande est réputée rejetée depuis ce jour. La présente lettre ne suspend pas ce délai, et n'en ouvre pas un autre.",
            "La Région peut encore vous accorder l'aide : elle poursuit l'examen, au vu de ce que vous enverrez.",
            $"Le rejet né le {French.Date(on)} peut être contesté dans les deux mois qui suivent cette date : par un recours administratif adressé au service, ou {Judge(service)}. Répondre à la présente lettre n'allonge pas ce délai.",
        ],
        { LatestDeadline: var on, IsOnAppeal: var isOnAppeal } =>
        [
            $"Le délai de deux mois au terme duquel le silence de la Région vaut rejet{(isOnAppeal ? " de votre recours" : "")} est suspendu depuis ce jour. Il reprend quand vous avez tout envoyé, ou au plus tard après le {French.Date(dueOn)}.",
            $"Si vous utilisez tout le temps donné, et sans réponse de la Région, {(isOnAppeal ? "votre recours sera réputé rejeté" : "votre demande sera réputée rejetée")} le {French.Date(on)}. Si vous répondez plus tôt, cette date sera plus proche d'autant : votre espace l'indique à tout moment.",
        ],
    };

    private static string Judge(ServiceInCharge service) => $"devant le {service.Court}, {service.CourtAddress}, ou par Télérecours citoyens (https://citoyens.telerecours.fr)";
}
