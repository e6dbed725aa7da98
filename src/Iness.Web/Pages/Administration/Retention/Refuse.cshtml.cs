using Iness.Casework.Archives;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Administration.Retention;

/// <summary>The second person refuses a purge; its button is on the report.</summary>
[Needs(Right.ConfirmPurges)]
public sealed class RefuseModel(ConfirmPurge confirm) : PurgeAnswerPage
{
    /// <summary>Refuses it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid rapport) =>
        Told(rapport, await confirm.RefuseAsync(rapport, User.Actor(), HttpContext.RequestAborted), "L'effacement est refusé : rien n'est effacé.");
}
