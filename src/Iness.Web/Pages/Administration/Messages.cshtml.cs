using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration;

/// <summary>The mails of the portal: those that wait, those refused with the reason, and how many have left. Never their text.</summary>
[Needs(Right.ReadSystem)]
[ResponseCache(NoStore = true)]
public sealed class MessagesModel(InessDbContext db) : PageModel
{
    private const int MostShown = 100;

    /// <summary>What came of the last press of a button.</summary>
    [TempData]
    public string? News { get; set; }

    /// <summary>Those to leave, the first due first.</summary>
    public IReadOnlyList<MailRow> Waiting { get; private set; } = [];

    /// <summary>Those given up, the last first.</summary>
    public IReadOnlyList<MailRow> Refused { get; private set; } = [];

    /// <summary>Whether this person may try a refused one again.</summary>
    public bool MayRetry => User.Has(Right.RunSystem);

    /// <summary>How many wait.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>How many were given up.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>How many have left.</summary>
    public int SentCount { get; private set; }

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var waiting = db.Outbox.Where(mail => mail.DueAt != null);
        var refused = db.Outbox.Where(mail => mail.RefusedAt != null);
        WaitingCount = await waiting.CountAsync(HttpContext.RequestAborted);
        RefusedCount = await refused.CountAsync(HttpContext.RequestAborted);
        SentCount = await db.Outbox.CountAsync(mail => mail.SentAt != null, HttpContext.RequestAborted);
        Waiting = await RowsAsync(waiting.OrderBy(mail => mail.DueAt));
        Refused = await RowsAsync(refused.OrderByDescending(mail => mail.RefusedAt));
    }

    private async Task<IReadOnlyList<MailRow>> RowsAsync(IQueryable<OutboxMail> mails) => await mails.Take(MostShown)
        .Select(mail => new MailRow(mail.Id, mail.To, mail.Subject, mail.CreatedAt, mail.DueAt, mail.Attempts, mail.LastError))
        .ToListAsync(HttpContext.RequestAborted);
}

/// <summary>One mail in the list.</summary>
public sealed record MailRow(Guid Id, string To, string Subject, DateTime CreatedAt, DateTime? DueAt, int Attempts, string? LastError);
