using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.Decisions;

/// <summary>The signatory rejects an appeal, with its reason.</summary>
[Needs(Right.Decide)]
public sealed class RejectAppealModel(InessDbContext db, TimeProvider time, RejectAppeal reject) : DecisionPage(db, time)
{
    private const string Reason = "motif";

    /// <summary>The decision contested by an appeal that awaits its answer; null when there is none.</summary>
    public Decision? Appeal { get; private set; }

    /// <summary>Asks why.</summary>
    public Task OnGetAsync() => ReadAsync(null, []);

    /// <summary>Rejects it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = Request.Form[Reason].ToString();
        var outcome = await reject.ExecuteAsync(Application.Id, typed, Me, Stop);
        if (outcome.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (outcome.IsDone)
        {
            News = "Le recours est rejeté, et le demandeur en est averti.";
            return Redirect($"{Root}/decision");
        }

        Db.ChangeTracker.Clear();
        await ReadAsync(typed, [new(Reason, outcome.Message!)]);
        return Page();
    }

    private async Task ReadAsync(string? typed, IReadOnlyList<FieldError> errors)
    {
        Appeal = await Db.OpenAppealAsync(Application, Stop);
        Again([new TextAreaField(Reason, "Pourquoi le recours est-il rejeté ?", "En droit et en fait. Le demandeur le lira tel quel.") { Value = typed, Rows = 8, MaxLength = Proposal.LongestNote }], errors);
    }
}
