using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Asks somebody's opinion about a file, with what they are shown of it.</summary>
[Needs(Right.ReviewFiles)]
public sealed class AskOpinionModel(InessDbContext db, AskOpinion ask) : FiledFilePage(db)
{
    private IReadOnlyList<StoredDocument> documents = [];

    /// <summary>The form.</summary>
    public OpinionForm Asked { get; private set; } = null!;

    /// <summary>The people of the Région.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>Address of the opinions.</summary>
    public string List => $"{Root}/avis";

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!Application.Status.AwaitsDecision()) return Redirect(List);
        await ReadAsync();
        Asked = OpinionForm.Propose(documents);
        return Page();
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        Asked = OpinionForm.Read(Request.Form, Colleagues, documents);
        if (Asked.Demand is { } demand)
        {
            var asked = await ask.ExecuteAsync(Application.Id, Me, demand, HttpContext.RequestAborted);
            if (asked.Refusal == Casework.Refusal.NotFound) return NotFound();
            if (asked.IsDone)
            {
                News = $"La question est envoyée à {demand.Name}, qui a {PersonalLink.Validity.Days} jours pour y répondre.";
                return Redirect(List);
            }

            Asked = Asked.Refused(asked.Message!);
        }

        ViewData["HasErrors"] = true;
        return Page();
    }

    private async Task ReadAsync()
    {
        documents = (await Db.GivenDocumentsAsync(Application.Id, HttpContext.RequestAborted)).FindAll(document => document.Scan != ScanState.Infected);
        var accounts = await Db.Users.AsNoTracking()
            .Where(account => account.Role != Role.Applicant && account.Role != Role.Auditor && account.ClosedAt == null && account.Email != null && account.Id != Me.AccountId)
            .OrderBy(account => account.FamilyName).ThenBy(account => account.GivenName).ToListAsync(HttpContext.RequestAborted);
        Colleagues = [.. accounts.Select(account => new Colleague(account.Id, account.FullName, account.Email!, account.Role))];
    }
}
