using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Administration;

/// <summary>What can be looked after, each with the right it needs.</summary>
[Needs(Right.ReadSystem)]
public sealed class IndexModel : PageModel
{
    private static readonly Entry[] All =
    [
        new("/administration/comptes", "Comptes de la Région", "Inviter un agent, changer son rôle, fermer son compte.", Right.ReadSystem),
        new("/administration/journal", "Journal", "Qui a fait quoi, quand, sur quoi ; vérifier que rien n'a été altéré.", Right.ReadAudit),
        new("/administration/textes", "Textes des courriers et des messages", "Ce qu'ils disent, et leurs versions.", Right.ReadSystem),
        new("/administration/messages", "Messages envoyés par le portail", "Ceux qui attendent, ceux qui ont été refusés.", Right.ReadSystem),
        new("/administration/taches", "Tâches automatiques", "Dernier et prochain passage de chacune.", Right.ReadSystem),
        new("/administration/webhooks", "Webhooks", "Les adresses prévenues de ce qui arrive aux dossiers, et ce qui leur a été envoyé.", Right.ReadSystem),
        new("/administration/conservation", "Conservation des dossiers", "Ceux dont la durée de conservation est passée, et leur effacement.", Right.ReadFiles),
        new("/administration/parametres", "Paramètres du règlement", "Les chiffres du calcul, avec leur source.", Right.ReadSystem),
        new("/administration/jours-feries", "Jours fériés", "Ceux que les délais sautent.", Right.ReadSystem),
    ];

    /// <summary>Those that this person may open.</summary>
    public IEnumerable<Entry> Entries => All.Where(entry => User.Has(entry.Right));

    /// <summary>One of them.</summary>
    public sealed record Entry(string Address, string Title, string What, Right Right);
}
