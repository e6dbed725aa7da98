using Iness.Casework.Archives;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Administration.Retention;

/// <summary>Asks for the purge of a report; its button is on the report.</summary>
[Needs(Right.RequestPurges)]
public sealed class RequestModel(RequestPurge request) : PurgeAnswerPage
{
    /// <summary>Asks for it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid rapport, int version) =>
        Told(rapport, await request.ExecuteAsync(rapport, version, User.Actor(), HttpContext.RequestAborted), "L'effacement est demandé. Une autre personne doit le confirmer.");
}
