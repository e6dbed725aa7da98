using Iness.Casework.Archives;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Administration.Retention;

/// <summary>The second person confirms a purge; its button is on the report.</summary>
[Needs(Right.ConfirmPurges)]
public sealed class ConfirmModel(ConfirmPurge confirm) : PurgeAnswerPage
{
    /// <summary>Confirms it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid rapport) =>
        Told(rapport, await confirm.ExecuteAsync(rapport, User.Actor(), HttpContext.RequestAborted), "L'effacement est confirmé : il se fait dans l'heure.");
}
