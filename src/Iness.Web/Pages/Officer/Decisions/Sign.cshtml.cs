using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The signatory decides one file.</summary>
[Needs(Right.Decide)]
public sealed class SignModel(InessDbContext db, TimeProvider time, DecideFile decide, DeclineProposal decline, NotifyDecision notify) : DecisionPage(db, time)
{
    private const string ReasonField = "motif";

    /// <summary>What the button says.</summary>
    public string Button => Standing?.Kind switch
    {
        DecisionKind.Grant => "Accorder l’aide",
        DecisionKind.Refusal => "Refuser l’aide",
        _ => "Classer sans suite",
    };

    /// <summary>Shows it.</summary>
    public void OnGet() => Form = new(Fields(null, Standing), []);

    /// <summary>Sends it back.</summary>
    public async Task<IActionResult> OnPostDeclineAsync()
    {
        if (!Guid.TryParse(Request.Form["proposition"], out var proposal) || !int.TryParse(Request.Form["version"], out var version)) return NotFound();
        var typed = Request.Form[ReasonField].ToString();
        var outcome = await decline.ExecuteAsync(proposal, version, typed, Me, Stop);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone) return Again(Fields(typed, Standing), [new(ReasonField, outcome.Message!)]);
        News = "La proposition est renvoyée : le dossier est de nouveau en instruction.";
        return Redirect($"{Root}/decision");
    }

    /// <summary>Decides it, and notifies it at once; timed work notifies what could not be here.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Guid.TryParse(Request.Form["proposition"], out var proposal) || !int.TryParse(Request.Form["version"], out var version)) return NotFound();
        var outcome = await decide.ExecuteAsync(proposal, version, Me, Stop);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!outcome.IsDone)
        {
            TempData[ApplicationPage.RefusalKey] = outcome.Message;
            return Redirect($"{Root}/signature");
        }

        Db.ChangeTracker.Clear();
        await notify.ExecuteAsync(outcome.Value, Stop);
        News = "La décision est prise et notifiée au demandeur.";
        return Redirect($"{Root}/decision");
    }

    private static Field[] Fields(string? typed, Proposal? standing) =>
    [
        new HiddenField("proposition", $"{standing?.Id}"),
        new HiddenField("version", $"{standing?.Version}"),
        new TextAreaField(ReasonField, "Pourquoi ?", "L'instructeur et le responsable le liront dans les notes du dossier ; le demandeur ne le voit pas. Le dossier sort de son lot.") { Value = typed, Rows = 4, MaxLength = Proposal.LongestNote },
    ];
}
