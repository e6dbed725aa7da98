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
            .OrderByDescending(application => application.ChangedAt)
            .Take(MostShown)
            .Select(application => new ApplicationRow(application.Id, application.Number, application.Title, application.Organisation!.Name, application.Status, application.ChangedAt, application.CreatedOn,
                db.Messages.Count(message => message.ApplicationId == application.Id && message.IsFromService && message.ReadAt == null)))
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
