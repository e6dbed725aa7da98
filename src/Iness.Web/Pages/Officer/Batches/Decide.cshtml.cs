using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>The signatory decides a whole batch in one action; its page is the batch, which shows how far it is.</summary>
[Needs(Right.Decide)]
public sealed class DecideModel(InessDbContext db, DecideBatch decide) : BatchPage(db)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet(Guid id) => Redirect($"/lots/{id}");

    /// <summary>Orders it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id) => Told(id, await decide.ExecuteAsync(id, Seen, User.Actor(), Stop), "La décision du lot commence.");
}
