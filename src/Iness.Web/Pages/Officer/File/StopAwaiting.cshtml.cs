using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Asks why, before what was asked of the organisation is awaited no more.</summary>
[Needs(Right.ReviewFiles)]
public sealed class StopAwaitingModel(InessDbContext db, WithdrawMissingItems withdraw) : FiledFilePage(db)
{
    private const string Reason = "motif";

    /// <summary>The version of the file that the officer read.</summary>
    public int Version { get; private set; }

    /// <summary>Address of the requests.</summary>
    public string List => $"{Root}/pieces-manquantes";

    /// <summary>Asks.</summary>
    public IActionResult OnGet()
    {
        if (!May(FileAction.StopAwaiting)) return Redirect(List);
        (Version, Form) = (Application.Version, new(Fields(null), []));
        return Page();
    }

    /// <summary>Stops awaiting.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "version")] int version)
    {
        Version = version;
        var form = new FormReader(Request.Form);
        var reason = form.Required(Reason, WithdrawMissingItems.LongestReason, "Écrivez la raison.");
        if (reason is not null)
        {
            var stopped = await withdraw.ExecuteAsync(Application.Id, Me, version, reason, await TwoValuedAsync(), HttpContext.RequestAborted);
            if (stopped.Refusal == Casework.Refusal.NotFound) return NotFound();
            if (stopped.IsDone)
            {
                News = "Les pièces ne sont plus attendues : le dossier est de nouveau en instruction, et le demandeur en est averti.";
                return Redirect(List);
            }

            // Told once; sent again, it is for the file as it is now.
            Version = Application.Version;
            form.Refuse(Reason, stopped.Message!);
        }

        return Again(Fields(form.Values.GetValueOrDefault(Reason)), form.Errors);
    }

    private async Task<IReadOnlyList<string>> TwoValuedAsync()
    {
        var answers = await Db.Answers.AsNoTracking().Where(answer => answer.ApplicationId == Application.Id).ToListAsync(HttpContext.RequestAborted);
        return ConflictFields.InWords(new(new(Application.CreatedOn, answers, Application.Organisation!.ParsedSiren)));
    }

    private static Field[] Fields(string? typed) =>
        [new TextAreaField(Reason, "Pourquoi ?", "Le demandeur le lira. Par exemple : la pièce n'est pas indispensable, ou la date donnée est passée.") { Value = typed, Rows = 4, MaxLength = WithdrawMissingItems.LongestReason }];
}
