using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Pages.Officer.Decisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>A sample: what it was drawn from, how to draw it again, and where its controls stand.</summary>
[Needs(Right.ReadFiles)]
[ResponseCache(NoStore = true)]
public sealed class CampaignModel(InessDbContext db) : PageModel
{
    /// <summary>The sample.</summary>
    public ControlCampaign Campaign { get; private set; } = null!;

    /// <summary>What is kept of it.</summary>
    public IReadOnlyList<(string Name, string Value)> Rows { get; private set; } = [];

    /// <summary>The files drawn, by rank.</summary>
    public IReadOnlyList<ControlRow> Drawn { get; private set; } = [];

    /// <summary>What drawing again gives, now.</summary>
    public string Verdict { get; private set; } = "";

    /// <summary>Reads it, and draws it again.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (await db.ControlCampaigns.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id, stop) is not { } campaign) return NotFound();
        Campaign = campaign;
        var by = (await db.NamesAsync([campaign.DrawnBy], stop)).GetValueOrDefault(campaign.DrawnBy, "un compte fermé");
        Rows =
        [
            ("Tiré", $"le {campaign.DrawnAt.InWords()}, par {by}"),
            ("Dossiers payés", $"du {French.Date(campaign.PaidFrom)} au {French.Date(campaign.PaidUntil)} : {campaign.Population}"),
            ("Dossiers tirés", $"{campaign.Size}"),
            ("Graine", campaign.Seed),
            ("Empreinte de la liste (SHA-256)", campaign.PopulationSha256),
        ];
        var numbers = await db.PaidBetween(campaign.PaidFrom, campaign.PaidUntil, campaign.DrawnAt).Select(file => file.Number!).ToListAsync(stop);
        var again = SampleDraw.Draw(numbers, campaign.Seed, campaign.Size);
        var drawn = await db.FileControls.AsNoTracking().Where(control => control.CampaignId == id)
            .Join(db.Applications, control => control.ApplicationId, file => file.Id, (control, file) => new ControlRow(control, file.Number!, file.Organisation!.Name)).ToListAsync(stop);
        Drawn = [.. drawn.OrderBy(row => again.Contains(row.Number) ? again.ToList().IndexOf(row.Number) : int.MaxValue)];
        Verdict = SampleDraw.PopulationSha256(numbers) != campaign.PopulationSha256 ? "La liste des dossiers payés n'est plus celle du tirage : son empreinte diffère."
            : drawn.Select(row => row.Number).ToHashSet(StringComparer.Ordinal).SetEquals(again) ? "Refait à l'instant avec la liste et la graine, le tirage donne les mêmes dossiers."
            : "Refait à l'instant, le tirage donne d'autres dossiers : les contrôles ont été modifiés.";
        return Page();
    }
}
