using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Iness.Web.Pages.Public;

/// <summary>What went wrong, for a person: never a stack trace.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    private bool IsSimulatorLink =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath.StartsWith("/simulateur", StringComparison.Ordinal) == true;

    public void OnGet(int code) => Describe(code);

    public void OnPost(int code) => Describe(code);

    private void Describe(int code) => (Title, Advice) = code switch
    {
        400 when IsSimulatorLink => ("Ce lien de simulation ne peut pas être lu",
            "Il est incomplet, souvent parce qu’un logiciel de messagerie l’a coupé, ou il a été modifié. Demandez qu’on vous l’envoie de nouveau, ou recommencez : deux minutes suffisent."),
        403 => ("Vous n’avez pas accès à cette page", "Elle est réservée à d’autres comptes. Si vous pensez que c’est une erreur, écrivez au service."),
        404 => ("Cette page n’existe pas", "L’adresse est peut-être mal recopiée, ou la page a été déplacée."),
        400 => ("Cette demande n’a pas été comprise", "Revenez à la page précédente et réessayez."),
        405 => ("Cette action n’est pas possible ici", "Revenez à la page précédente et réessayez."),
        413 => ("Cet envoi est trop volumineux", "Réduisez-le et réessayez."),
        414 or 431 => ("Cette adresse est trop longue", "Un lien de simulation a une longueur limitée : retirez des lignes de dépenses ou raccourcissez leurs libellés."),
        429 => ("Trop d’essais en peu de temps", "Attendez une minute, puis réessayez."),
        _ => ("Une erreur est survenue", "Le problème vient de notre côté. Réessayez dans un instant ; si vous remplissiez une simulation, l’adresse de la page garde vos réponses."),
    };
}
