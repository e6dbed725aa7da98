using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Batches;

/// <summary>Sends a batch to the signatories, or takes it apart; its page is the batch.</summary>
[Needs(Right.CheckProposals)]
public sealed class SendModel(InessDbContext db, SendBatch send, PrepareBatch prepare) : BatchPage(db)
{
    /// <summary>There is nothing to read here.</summary>
    public IActionResult OnGet(Guid id) => Redirect($"/lots/{id}");

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id) => Told(id, await send.ExecuteAsync(id, Seen, User.Actor(), Stop), "Le lot est transmis au signataire, prévenu par courriel.");

    /// <summary>Takes it apart.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id)
    {
        var outcome = await prepare.DiscardAsync(id, User.Actor(), Stop);
        if (!outcome.IsDone) return Told(id, outcome, "");
        News = "Le lot est défait : ses propositions attendent de nouveau.";
        return Redirect("/lots");
    }

    /// <summary>Takes it back from the signatory.</summary>
    public async Task<IActionResult> OnPostRecallAsync(Guid id) => Told(id, await prepare.RecallAsync(id, Seen, User.Actor(), Stop), "Le lot est repris : le signataire ne peut plus le décider tant qu'il n'est pas transmis de nouveau.");
}
