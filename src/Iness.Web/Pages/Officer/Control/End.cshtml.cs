using Iness.Casework.Control;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.Control;

/// <summary>An agent writes what a control found, and corrects the lines paid; the aid computed again is shown before anything is kept.</summary>
[Needs(Right.Control)]
public sealed class EndModel(InessDbContext db, EndControl end, TimeProvider time) : FiledFilePage(db)
{
    /// <summary>The place of the lines.</summary>
    public const string LinesField = "lignes";

    /// <summary>The control.</summary>
    public FileControl Control { get; private set; } = null!;

    /// <summary>The lines paid.</summary>
    public IReadOnlyList<ControlledLine> Lines { get; private set; } = [];

    /// <summary>The aid computed again, in a sentence; null while nobody asked.</summary>
    public string? Computed { get; private set; }

    /// <summary>An empty form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync(new([]))) return NotFound();
        Form = new(ControlForm.Fields(new([])), []);
        return Page();
    }

    /// <summary>Computes again, or ends it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        if (!await LoadAsync(form)) return NotFound();
        var fields = ControlForm.Fields(form);
        var corrections = ControlForm.Corrections(form, Lines);
        if (Request.Form["etape"] != "fin")
        {
            await ComputeAsync(corrections);
            return Again(fields, form.Errors);
        }

        var record = ControlForm.Read(form, corrections, time.Today());
        if (record is null) return Again(fields, form.Errors);
        var version = int.TryParse(Request.Form["version"], out var seen) ? seen : 0;
        var ended = await end.ExecuteAsync(Control.Id, version, record, Me, HttpContext.RequestAborted);
        if (ended.Refusal == Casework.Refusal.NotFound) return NotFound();
        if (!ended.IsDone) return Again(fields, [new(ControlForm.FieldOf(ended.Message!), ended.Message!)]);
        News = "Le contrôle est terminé.";
        return Redirect($"{Root}/controles");
    }

    private async Task ComputeAsync(IReadOnlyList<LineCorrected> corrections)
    {
        var stop = HttpContext.RequestAborted;
        if (await CorrectedPayment.OfAsync(Db, Application.Id, corrections, time.Today(), stop) is not { } corrected) return;
        var paid = await Db.PaymentClaims.AsNoTracking().Where(claim => claim.ApplicationId == Application.Id && claim.PaidOn != null).Select(claim => claim.Payable).SingleOrDefaultAsync(stop) ?? Money.Zero;
        Computed = $"Dépenses retenues : {corrected.Retained}. Aide selon le règlement : {corrected.Aid}, pour {paid} versés"
            + (corrected.Aid < paid ? $" : {paid - corrected.Aid} de trop." : ".") + (corrected.ToJudge is { } judged ? $" {judged}" : "");
    }

    private async Task<bool> LoadAsync(FormReader form)
    {
        if (!Guid.TryParse((string?)RouteData.Values["control"], out var id)) return false;
        if (await Db.FileControls.AsNoTracking().SingleOrDefaultAsync(found => found.Id == id && found.ApplicationId == Application.Id, HttpContext.RequestAborted) is not { } control) return false;
        Control = control;
        var invoices = await Db.ClaimedInvoices.AsNoTracking().Include(invoice => invoice.Lines)
            .Where(invoice => invoice.RemovedAt == null && Db.PaymentClaims.Any(claim => claim.Id == invoice.ClaimId && claim.ApplicationId == Application.Id))
            .OrderBy(invoice => invoice.AddedAt).ThenBy(invoice => invoice.Id).ToListAsync(HttpContext.RequestAborted);
        Lines = [.. invoices.SelectMany(invoice => invoice.Lines.OrderBy(line => line.Position).Select(line => ControlledLine.Of(invoice, line, form)))];
        return true;
    }
}
