using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Pages.Applicant.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>The signatory decides a reduction, a withdrawal or a repayment.</summary>
[Needs(Right.DecideRecoveries)]
public sealed class DecideModel(InessDbContext db, DecideRecovery decide, TimeProvider time) : RecoveryPage(db, time)
{
    /// <summary>What the button says.</summary>
    public string Button => Recovery.Kind switch
    {
        RecoveryKind.Reduction => "Réduire l’aide",
        RecoveryKind.Withdrawal => "Retirer l’aide",
        _ => "Demander le reversement",
    };

    /// <summary>The act as it would be taken; null when there is none to take.</summary>
    public Letter? Act { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        if (Stage == RecoveryStage.ToDecide) Act = await decide.PreviewAsync(Recovery.Id, Me, Stop);
        return Page();
    }

    /// <summary>Decides it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        var decided = await decide.ExecuteAsync(Recovery.Id, Seen, Me, Stop);
        if (decided.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (decided.IsDone) News = "L’acte est pris et notifié au bénéficiaire.";
        else TempData[ApplicationPage.RefusalKey] = decided.Message;
        return Redirect(decided.IsDone ? Place : $"{Place}/{Recovery.Id}/decision");
    }
}
