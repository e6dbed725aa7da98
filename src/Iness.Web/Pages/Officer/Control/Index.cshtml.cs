using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>The controls: those open, those ended of late, and the samples.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(InessDbContext db) : PageModel
{
    private const int MostOpen = 500;
    private const int MostEnded = 50;

    /// <summary>The lists.</summary>
    public IReadOnlyList<(string Title, string Empty, IReadOnlyList<ControlRow> Rows)> Lists { get; private set; } = [];

    /// <summary>The samples, the latest first.</summary>
    public IReadOnlyList<ControlCampaign> Campaigns { get; private set; } = [];

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var controls = db.FileControls.AsNoTracking();
        Lists =
        [
            ("En cours", "Aucun contrôle n’est ouvert.", await RowsAsync(controls.Where(control => control.EndedAt == null).OrderBy(control => control.OpenedAt).Take(MostOpen))),
            ("Derniers contrôles terminés", "Aucun contrôle n’est terminé.", await RowsAsync(controls.Where(control => control.EndedAt != null).OrderByDescending(control => control.EndedAt).Take(MostEnded))),
        ];
        Campaigns = await db.ControlCampaigns.AsNoTracking().OrderByDescending(campaign => campaign.DrawnAt).ToListAsync(HttpContext.RequestAborted);
    }

    private async Task<IReadOnlyList<ControlRow>> RowsAsync(IQueryable<FileControl> controls) =>
        await controls.Join(db.Applications, control => control.ApplicationId, file => file.Id, (control, file) => new ControlRow(control, file.Number!, file.Organisation!.Name)).ToListAsync(HttpContext.RequestAborted);
}

/// <summary>A control in a list.</summary>
public sealed record ControlRow(FileControl Control, string Number, string Organisation);
