using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Corrects a slip in the answers of the applicant, who is told.</summary>
[Needs(Right.ReviewFiles)]
public sealed class SlipModel(InessDbContext db, CorrectAnswers correct, TimeProvider time) : FileWritePage(db, time)
{
    private const string Reason = "motif-correction";

    /// <summary>The part corrected.</summary>
    public SlipPlace Place { get; private set; } = null!;

    private ApplicationFacts Facts { get; set; } = null!;

    /// <summary>The answers as they stand.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync()) return NotFound();
        Form = new(Fields(Facts, null), []);
        return Page();
    }

    /// <summary>Corrects them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync()) return NotFound();
        var form = new FormReader(Request.Form);
        var changed = Place.Changed(Facts, form.Values);
        var after = With(changed);
        var reason = form.Required(Reason, CorrectAnswers.LongestReason, "Écrivez le motif : le demandeur le lira.");
        var fields = Fields(after, form.Values.GetValueOrDefault(Reason));
        if (Place.Errors(Facts, after, changed) is var wrong && (wrong.Count > 0 || reason is null)) return Again(fields, [.. wrong, .. form.Errors]);
        var corrected = await correct.ExecuteAsync(Review.Application.Id, Seen, new(changed, Place.InWords(Facts, after, changed), reason!) { Facts = after.Request }, Me, HttpContext.RequestAborted);
        return corrected.IsDone
            ? Told(corrected, "La correction est enregistrée. Le demandeur en est averti par un message.", "/faits#depuis")
            : await RefusedAsync(corrected.Refusal, corrected.Message!, fields, Reason);
    }

    private IReadOnlyList<Field> Fields(ApplicationFacts facts, string? reason) =>
        [.. Place.Fields(facts), new TextAreaField(Reason, "Motif de la correction", "Le demandeur le lira avec ce qui a changé, dans les messages de sa demande.") { Value = reason, Rows = 3, MaxLength = CorrectAnswers.LongestReason }];

    private async Task<bool> ReadAsync()
    {
        Facts = (await CurrentAnswers.ReadAsync(Db, Review, HttpContext.RequestAborted)).Now;
        var address = string.Join('/', new[] { RouteData.Values["part"], RouteData.Values["ligne"] }.OfType<string>());
        if (SlipPlace.All(Facts).FirstOrDefault(place => place.Address == address) is not { } found) return false;
        Place = found;
        return true;
    }

    /// <summary>The answers once corrected.</summary>
    private ApplicationFacts With(Dictionary<string, string> changed)
    {
        var (application, now) = (Review.Application, Time.GetUtcNow().UtcDateTime);
        var kept = Facts.Sheet.Answers.Where(answer => !changed.ContainsKey(answer.Key));
        return new(new(application.CreatedOn, kept.Concat(changed.Select(pair => new Answer { ApplicationId = application.Id, Key = pair.Key, Value = pair.Value, SavedAt = now, SavedBy = Me.AccountId })), application.Organisation!.ParsedSiren));
    }
}
