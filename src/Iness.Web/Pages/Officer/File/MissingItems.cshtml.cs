using Iness.Casework.Deadlines;
using Iness.Casework.Documents;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Applying.Sections;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Asks the organisation for what its file lacks: proposed, changed, read again as the letter, then sent.</summary>
[Needs(Right.ReadFiles)]
[NeedsToWrite(Right.ReviewFiles)]
public sealed class MissingItemsModel(InessDbContext db, RequestMissingItems request, TimeProvider time) : FiledFilePage(db)
{
    private ApplicationFacts? facts;

    /// <summary>The list.</summary>
    public MissingItemsForm Items { get; private set; } = null!;

    /// <summary>The letter to read again; null before.</summary>
    public Letter? Preview { get; private set; }

    /// <summary>The version of the file that the officer read.</summary>
    public int Version { get; private set; }

    /// <summary>What was asked, the last first.</summary>
    public IReadOnlyList<SentRequest> Sent { get; private set; } = [];

    /// <summary>By when to answer the file, and whose the time is.</summary>
    public ResponseDeadline Deadline { get; private set; } = null!;

    /// <summary>Today, in Paris.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Whether something may be asked now, by this person.</summary>
    public bool MayAsk => May(FileAction.RequestMissingItems);

    private ApplicationFacts Facts => facts ??= new(new(Application.CreatedOn, Application.Answers));

    /// <summary>Proposes.</summary>
    public async Task OnGetAsync()
    {
        Version = Application.Version;
        Items = MissingItemsForm.Propose(await LoadAsync(), Today);
    }

    /// <summary>Shows the letter as it would be sent.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "version")] int version)
    {
        await ReadAsync(version);
        if (Items.Demand is { } demand) Preview = await request.PreviewAsync(Application.Id, Me, demand, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnPostSendAsync([FromForm(Name = "version")] int version)
    {
        await ReadAsync(version);
        // A date moved is shown before it is sent.
        if (Items.Demand is not { } demand || Items.MovedDate is not null) return await OnPostAsync(version);
        var outcome = await request.ExecuteAsync(Application.Id, Me, version, demand, HttpContext.RequestAborted);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone)
        {
            // Told once; sent again, it is for the file as it is now.
            Version = Application.Version;
            Items = Items.Refused(outcome.Message!);
            ViewData["HasErrors"] = true;
            return Page();
        }

        News = (await Db.DeadlineAsync(Application, Today, HttpContext.RequestAborted)).Clock switch
        {
            { State: ClockState.Suspended } => $"La demande est envoyée. Le délai de réponse est suspendu, au plus tard jusqu'au {French.Date(outcome.Value)}.",
            { Summary: var summary } => $"La demande est envoyée, à satisfaire le {French.Date(outcome.Value)} au plus tard. {summary}",
            null => $"La demande est envoyée, à satisfaire le {French.Date(outcome.Value)} au plus tard.",
        };
        return Redirect($"{Root}/pieces-manquantes");
    }

    private async Task ReadAsync(int version)
    {
        Version = version;
        Items = MissingItemsForm.Read(Request.Form, await LoadAsync(), Today, Facts.Sheet.Text(StructureSection.Address)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? []);
        ViewData["HasErrors"] = Items.Rest.Errors.Count > 0;
    }

    private async Task<IReadOnlyList<MissingProposal>> LoadAsync()
    {
        Sent = await Db.SentRequestsAsync(Application.Id, Application.Number!, HttpContext.RequestAborted);
        Deadline = await Db.DeadlineAsync(Application, Sent.Select(sent => sent.Request), Today, HttpContext.RequestAborted);
        var documents = await Db.GivenDocumentsAsync(Application.Id, HttpContext.RequestAborted);
        var ruled = await Db.Rulings.Where(ruling => ruling.ApplicationId == Application.Id && ruling.RevokedAt == null).Select(ruling => ruling.Provision).ToListAsync(HttpContext.RequestAborted);
        return MissingProposal.Of(Facts, documents, ruled);
    }
}
