using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Takes back a request for an opinion; its page is the list.</summary>
[Needs(Right.ReviewFiles)]
public sealed class RevokeOpinionModel(InessDbContext db, RevokeOpinion revoke) : FiledFilePage(db)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect($"{Root}/avis");

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "avis")] Guid opinion)
    {
        var revoked = await revoke.ExecuteAsync(Application.Id, opinion, Me, HttpContext.RequestAborted);
        if (revoked.Refusal == Casework.Refusal.NotFound) return NotFound();
        News = revoked.Message ?? "La demande d'avis est retirée : son lien ne fonctionne plus.";
        return Redirect($"{Root}/avis");
    }
}
