using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Recoveries;

/// <summary>An officer opens a reduction, a withdrawal or a repayment; that which follows a control comes filled in.</summary>
[Needs(Right.OpenRecoveries)]
public sealed class NewModel(InessDbContext db, OpenRecovery open, TimeProvider time) : FiledFilePage(db)
{
    private RecoverableAmounts amounts = new(null, null, Money.Zero);

    /// <summary>What may be done.</summary>
    public IReadOnlyList<RecoveryKind> Kinds => amounts.KindsAt(Application.Status);

    /// <summary>The control it follows; null for none.</summary>
    public Guid? ControlId { get; private set; }

    /// <summary>An empty form, or that of a control.</summary>
    /// <param name="controle">The control.</param>
    public async Task OnGetAsync(string? controle)
    {
        await ReadAsync(controle);
        var until = OpenRecovery.Earliest(time.Today());
        var typed = new RecoveryForm { Kind = Kinds.Count == 1 ? Kinds[0].ToString() : null, Until = ($"{until.Day}", $"{until.Month}", $"{until.Year}") };
        if (ControlId is { } id && await Db.FileControls.AsNoTracking().SingleAsync(found => found.Id == id, HttpContext.RequestAborted) is { CorrectedAid: { } aid } control)
            typed = typed.Of(control, aid, amounts.MostOf(RecoveryKind.Repayment));
        Form = new(typed.Fields(amounts, Kinds), []);
    }

    /// <summary>Opens it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync(Request.Form["controle"]);
        var form = new FormReader(Request.Form);
        var typed = RecoveryForm.Typed(form);
        var demand = RecoveryForm.Read(form, Kinds, amounts, ControlId);
        if (demand is null) return Again(typed.Fields(amounts, Kinds), form.Errors);
        var version = int.TryParse(Request.Form["version"], out var seen) ? seen : 0;
        var opened = await open.ExecuteAsync(Application.Id, version, demand, Me, HttpContext.RequestAborted);
        if (opened.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!opened.IsDone) return Again(typed.Fields(amounts, Kinds), [new(RecoveryForm.FieldOf(opened.Message!), opened.Message!)]);
        News = "Le bénéficiaire est invité à présenter ses observations.";
        return Redirect($"{Root}/reversement");
    }

    private async Task ReadAsync(string? control)
    {
        amounts = await RecoverableAmounts.ReadAsync(Db, Application.Id, HttpContext.RequestAborted);
        if (Guid.TryParse(control, out var id) && await Db.FileControls.AnyAsync(found => found.Id == id && found.ApplicationId == Application.Id && found.Outcome != null && found.Outcome != ControlOutcome.Compliant, HttpContext.RequestAborted)) ControlId = id;
    }
}
