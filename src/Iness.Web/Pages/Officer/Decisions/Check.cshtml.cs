using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The lead officer's check of a proposal.</summary>
[Needs(Right.CheckProposals)]
public sealed class CheckModel(InessDbContext db, TimeProvider time, CheckProposal check) : DecisionPage(db, time)
{
    private const string ReasonField = "motif";

    /// <summary>Shows it.</summary>
    public void OnGet() => Form = new(Fields(null, Standing), []);

    /// <summary>Lets it go on.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Seen() is not var (proposal, version)) return NotFound();
        var outcome = await check.ExecuteAsync(proposal, version, null, Me, Stop);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone) News = "La proposition est validée : elle attend le signataire.";
        else TempData[ApplicationPage.RefusalKey] = outcome.Message;
        return Redirect($"{Root}/controle");
    }

    /// <summary>Sends it back.</summary>
    public async Task<IActionResult> OnPostSendBackAsync()
    {
        if (Seen() is not var (proposal, version)) return NotFound();
        var typed = Request.Form[ReasonField].ToString();
        var outcome = await check.ExecuteAsync(proposal, version, typed.Trim(), Me, Stop);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone) return Again(Fields(typed, Standing), [new(ReasonField, outcome.Message!)]);
        News = "La proposition est renvoyée : le dossier est de nouveau en instruction.";
        return Redirect($"{Root}/controle");
    }

    private (Guid Proposal, int Version)? Seen() =>
        Guid.TryParse(Request.Form["proposition"], out var proposal) && int.TryParse(Request.Form["version"], out var version) ? (proposal, version) : null;

    private static Field[] Fields(string? typed, Proposal? standing) =>
    [
        new HiddenField("proposition", $"{standing?.Id}"),
        new HiddenField("version", $"{standing?.Version}"),
        new TextAreaField(ReasonField, "Pourquoi ?", "L'instructeur le lira dans les notes du dossier ; le demandeur ne le voit pas.") { Value = typed, Rows = 4, MaxLength = Proposal.LongestNote },
    ];
}
