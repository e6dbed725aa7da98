using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Regulation.Review;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Corrects one cost line, after showing what that changes.</summary>
[Needs(Right.ReviewFiles)]
public sealed class CostModel(InessDbContext db, CorrectCost correct, RevokeCorrection revoke, TimeProvider time) : FileWritePage(db, time)
{
    private const string Save = "enregistrer";
    private const string Amend = "modifier";

    /// <summary>The line with its corrections.</summary>
    public CostRow Row => CostRow.Of(Review).First(row => row.AsFiled.Line.Id == Line);

    /// <summary>What the correction would come to, to be confirmed; null while it is typed.</summary>
    public CostCorrection? Proposed { get; private set; }

    /// <summary>The whole once the correction is made; null while it is typed.</summary>
    public ReviewedAssessment? After { get; private set; }

    private string Line => (string)RouteData.Values["line"]!;

    private CostLine Claimed => Review.LineOf(Line)!;

    /// <summary>An empty form.</summary>
    public void OnGet() => Form = new(CostForm.Fields(Claimed), []);

    /// <summary>Shows the effect, then corrects once it is confirmed.</summary>
    public async Task<IActionResult> OnPostAsync(string? etape)
    {
        var form = new FormReader(Request.Form);
        var fields = CostForm.Fields(Claimed, form.Values);
        if (etape == Amend) return Again(fields, []);
        if (CostForm.Read(Claimed, form) is not { } change) return Again(fields, form.Errors);
        if (etape != Save)
        {
            Form = new(fields, []);
            Proposed = change.ToCorrection(Review.Application.Id, Me.AccountId!.Value, Time.Instant());
            After = Review.ReviewWith(Review.CorrectionsWith(Proposed));
            return Page();
        }

        var before = Review.Reviewed;
        var corrected = await correct.ExecuteAsync(Review.Application.Id, Seen, change, Me, HttpContext.RequestAborted);
        if (!corrected.IsDone) return await RefusedAsync(corrected.Refusal, corrected.Message!, fields, CostForm.Words);
        await LoadAsync();
        return Told(corrected, Effect(before, Review.Reviewed), "#depenses");
    }

    /// <summary>Takes a correction back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid correction)
    {
        var before = Review.Reviewed;
        var revoked = await revoke.ExecuteAsync(Review.Application.Id, Seen, correction, Me, HttpContext.RequestAborted);
        if (!revoked.IsDone) return await RefusedAsync(revoked.Refusal, revoked.Message!, CostForm.Fields(Claimed), CostForm.Words);
        await LoadAsync();
        return Told(revoked, Effect(before, Review.Reviewed), "#depenses");
    }

    /// <inheritdoc/>
    protected override bool Finds() => Review.LineOf(Line) is not null;

    private static string Effect(ReviewedAssessment before, ReviewedAssessment after) =>
        $"Dépenses retenues : {before.Assessment.Costs.Eligible} avant, {after.Assessment.Costs.Eligible} maintenant. Aide : {before.Aid} avant, {after.Aid} maintenant.";
}
