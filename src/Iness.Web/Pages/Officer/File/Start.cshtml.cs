using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Takes a file up; its button is on the file.</summary>
[Needs(Right.ReviewFiles)]
public sealed class StartModel(InessDbContext db, StartReview start, TimeProvider time) : FilePage(db, time)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet() => Redirect(Root);

    /// <summary>Takes it up.</summary>
    public async Task<IActionResult> OnPostAsync(int version) =>
        Told(await start.ExecuteAsync(Review.Application.Id, version, Me, HttpContext.RequestAborted), "Vous instruisez désormais ce dossier.", "");
}
