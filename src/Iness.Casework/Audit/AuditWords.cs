using Iness.Casework.Registers.Communes;

namespace Iness.Casework.Audit;

/// <summary>The acts of the log in French. The log keeps its own words, since they are hashed; one that is not here is shown as it is.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> French = new(StringComparer.Ordinal)
    {
        ["AccountAsked"] = "Compte demandé",
        ["AccountOpened"] = "Compte ouvert",
        ["AccountClosed"] = "Compte fermé",
        ["AccountExpiryAnnounced"] = "Fermeture du compte annoncée",
        ["AddressConfirmed"] = "Adresse confirmée",
        ["AgentInvited"] = "Agent invité",
        ["AgentInvitedAgain"] = "Agent invité de nouveau",
        ["AgentInvitationAccepted"] = "Invitation d'un agent acceptée",
        ["RoleChanged"] = "Rôle changé",
        ["SecondFactorReset"] = "Second facteur retiré par un administrateur",
        ["FileUnassigned"] = "Dossier retiré à son instructeur",
        ["SignedIn"] = "Connexion",
        ["SignInAttempted"] = "Connexion manquée",
        ["SessionEnded"] = "Session terminée",
        ["SessionsEnded"] = "Sessions terminées",
        ["NameChanged"] = "Nom changé",
        ["NewPasswordAsked"] = "Nouveau mot de passe demandé",
        ["PasswordReset"] = "Mot de passe choisi de nouveau",
        ["PasswordChanged"] = "Mot de passe changé",
        ["PasswordChangeAttempted"] = "Changement de mot de passe manqué",
        ["AccountClosingAttempted"] = "Fermeture de compte manquée",
        ["ConfirmationAsked"] = "Confirmation d'adresse renvoyée",
        ["CodesPrepared"] = "Codes préparés",
        ["CodesEnabled"] = "Codes activés",
        ["CodesDisabled"] = "Codes désactivés",
        ["CodesDisablingAttempted"] = "Désactivation des codes manquée",
        ["CodeAttempted"] = "Code essayé",
        ["PasskeyAdded"] = "Clé d'accès ajoutée",
        ["PasskeyRemoved"] = "Clé d'accès retirée",
        ["PasskeyRenamed"] = "Clé d'accès renommée",
        ["PasskeyUsed"] = "Clé d'accès utilisée",
        ["ProConnectTied"] = "ProConnect relié au compte",
        ["OrganisationJoined"] = "Structure rejointe",
        ["OrganisationLeft"] = "Structure quittée",
        ["ColleagueInvited"] = "Collègue invité",
        ["InvitationAsked"] = "Invitation demandée",
        ["InvitationAccepted"] = "Invitation acceptée",
        ["InvitationRevoked"] = "Invitation annulée",
        ["MandateGiven"] = "Mandat donné",
        ["RegisterRead"] = "Annuaire lu",
        ["RegisterDiffers"] = "Annuaire différent",
        ["RegisterUnavailable"] = "Annuaire indisponible",
        ["ApplicationStarted"] = "Demande commencée",
        ["ApplicationCopied"] = "Demande copiée",
        ["ApplicationFiled"] = "Demande déposée",
        ["ApplicationWithdrawn"] = "Demande retirée",
        ["ApplicationHandedOver"] = "Demande confiée à une autre personne",
        ["AcknowledgementDrawn"] = "Accusé de réception mis en PDF",
        ["AnswersSaved"] = "Réponses enregistrées",
        ["AnswerChosen"] = "Réponse choisie entre deux",
        ["ItemRemoved"] = "Ligne retirée",
        ["DraftDeleted"] = "Brouillon supprimé",
        ["DraftExpiryAnnounced"] = "Suppression du brouillon annoncée",
        ["DocumentAdded"] = "Pièce ajoutée",
        ["DocumentErased"] = "Pièce effacée",
        ["DocumentScanned"] = "Pièce analysée",
        ["MessageSent"] = "Message envoyé",
        ["MessagesRead"] = "Messages lus",
        ["MissingItemsRequested"] = "Pièces ou précisions demandées",
        ["MissingItemsAnswered"] = "Réponse à la demande de pièces",
        ["MailRetried"] = "Courriel renvoyé",
        ["DemoPrepared"] = "Démonstration préparée",
    };

    /// <summary>An act in French.</summary>
    public static string InFrench(string action) => French.GetValueOrDefault(action, action);

    /// <summary>The acts that a text speaks of, accents and capitals aside; the text itself when it is none of those known.</summary>
    internal static List<string> Find(string text)
    {
        var plain = PlainName.Of(text);
        return [text, .. French.Where(word => plain.Length > 0 && PlainName.Of(word.Value).Contains(plain, StringComparison.Ordinal)).Select(word => word.Key)];
    }
}
