using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>The act, as it was stored.</summary>
[Needs(Right.ReadFiles)]
public sealed class LetterModel(InessDbContext db, TimeProvider time) : RecoveryPage(db, time)
{
    /// <summary>The act, as it is.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() && Recovery.Letter is { } letter ? Content(letter, "text/html; charset=utf-8") : NotFound();
}
