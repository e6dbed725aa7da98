using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The applications of one's organisations: those that wait for something first.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db) : PageModel
{
    private const int MostShown = 200;

    /// <summary>The applications, last changed first.</summary>
    public IReadOnlyList<ApplicationRow> Rows { get; private set; } = [];

    /// <summary>Whether one belongs to an organisation yet.</summary>
    public bool HasOrganisation { get; private set; }

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        ViewData["Section"] = "applications";
        var account = User.AccountId()!.Value;
        HasOrganisation = await db.Organisations.Of(account).AnyAsync(HttpContext.RequestAborted);
        Rows = await db.Applications.Of(account)
            .Where(application => application.Status != FileStatus.Withdrawn || application.Number != null)
            // The later of what the organisation did and of what happened to the file.
            .Select(application => new { Application = application, MovedAt = db.StatusChanges.Where(change => change.ApplicationId == application.Id).Max(change => (DateTime?)change.At) })
            .Select(row => new { row.Application, ChangedAt = row.MovedAt > row.Application.ChangedAt ? row.MovedAt.Value : row.Application.ChangedAt })
            .OrderByDescending(row => row.ChangedAt)
            .Take(MostShown)
            .Select(row => new ApplicationRow(row.Application.Id, row.Application.Number, row.Application.Title, row.Application.Organisation!.Name, row.Application.Status, row.ChangedAt, row.Application.CreatedOn,
                db.Messages.Count(message => message.ApplicationId == row.Application.Id && message.IsFromService && message.ReadAt == null)))
            .ToListAsync(HttpContext.RequestAborted);
    }
}

/// <summary>One application in the list.</summary>
public sealed record ApplicationRow(Guid Id, string? Number, string? Title, string Organisation, FileStatus Status, DateTime ChangedAt, DateOnly CreatedOn, int Unread)
{
    /// <summary>Where it leads.</summary>
    public string Address => Status == FileStatus.Draft ? $"/demandes/{Id}" : $"/demandes/{Id}/suivi";

    /// <summary>What it is called.</summary>
    public string Name => string.IsNullOrWhiteSpace(Title) ? "Projet sans nom" : Title;
}
