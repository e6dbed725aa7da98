using Iness.Casework.Persistence;
using Iness.Casework.Review.OtherAids;
using Iness.Casework.Review.Retaining;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Says which facts the computation rests on: those filed, or what is known since.</summary>
[Needs(Right.ReviewFiles)]
public sealed class RetainModel(InessDbContext db, RetainFacts retain, TimeProvider time) : FileWritePage(db, time)
{
    private const string What = "faits";
    private const string Reason = "motif";
    private const string Answers = "reponses";
    private const string KnownAid = "aides";
    private const string OwnFiles = "dossiers";

    private AidLedger ledger = null!;
    private CurrentAnswers answers = null!;

    /// <summary>What could count.</summary>
    public RetainableFacts Retainable { get; private set; } = null!;

    /// <summary>The form, with the choice that stands.</summary>
    public async Task OnGetAsync()
    {
        await ReadAsync();
        var standing = Review.RetainedFacts;
        Form = new(Fields([.. new[] { standing is { UsesAnswers: true } ? Answers : null, standing is { UsesKnownAid: true } ? KnownAid : null, standing is { UsesOwnFiles: true } ? OwnFiles : null }.OfType<string>()], standing?.Reason), []);
    }

    /// <summary>Retains them.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var form = new FormReader(Request.Form);
        var chosen = Request.Form[What].OfType<string>().ToList();
        var reason = form.Required(Reason, RetainedFacts.LongestReason, "Écrivez le motif : le demandeur le lira.");
        var fields = Fields(chosen, form.Values.GetValueOrDefault(Reason));
        if (reason is null) return Again(fields, form.Errors);
        var choice = new FactsChoice(chosen.Contains(Answers) ? answers.Now.Request : null, chosen.Contains(KnownAid), chosen.Contains(OwnFiles), reason);
        var outcome = await retain.ExecuteAsync(Review.Application.Id, Seen, choice, Me, HttpContext.RequestAborted);
        if (outcome.IsDone) return Told(outcome, "Les faits retenus sont enregistrés : le règlement leur est appliqué. Le demandeur lit ce motif dans le suivi de sa demande.", "#constats");
        var shown = await RefusedAsync(outcome.Refusal, outcome.Message!, fields, Reason);
        if (shown is not NotFoundResult) await ReadAsync();
        return shown;
    }

    private async Task ReadAsync()
    {
        ledger = await AidLedger.ReadAsync(Db, Review, Time.Today(), HttpContext.RequestAborted);
        answers = await CurrentAnswers.ReadAsync(Db, Review, HttpContext.RequestAborted);
        Retainable = await RetainableFacts.ReadAsync(Db, Review, ledger, HttpContext.RequestAborted);
    }

    private Field[] Fields(IReadOnlyCollection<string> chosen, string? reason) =>
    [
        new CheckboxesField(What, "Que compter dans le calcul ?", [.. Choices(chosen)], "Rien de coché : le calcul repose sur la demande telle que déposée.") { Values = chosen },
        new TextAreaField(Reason, "Motif", "En droit et en fait. Le demandeur le lira, et la décision le reprendra.") { Value = reason, Rows = 5, MaxLength = RetainedFacts.LongestReason },
    ];

    // What stands may be taken back even when it no longer changes anything.
    private IEnumerable<Choice> Choices(IReadOnlyCollection<string> chosen)
    {
        if (Retainable.Answers is not null || chosen.Contains(Answers)) yield return new(Answers, Retainable.Answers ?? "Les réponses corrigées depuis le dépôt.", Effect(answers.Now.Request));
        if (Retainable.KnownAid is not null || chosen.Contains(KnownAid)) yield return new(KnownAid, Retainable.KnownAid ?? "Les aides de minimis connues de toutes les sources.", Effect(RetainableFacts.With(Review.Declared, ledger, null)));
        if (Retainable.OwnFiles is not null || chosen.Contains(OwnFiles))
            yield return new(OwnFiles, Retainable.OwnFiles ?? "Les demandes antérieures connues de nos dossiers.", Effect(RetainableFacts.With(Review.Declared, null, Review.OwnFiles)));
    }

    private string Effect(AssessmentRequest facts)
    {
        var (with, filed) = (Review.ReviewOf(facts with { GrantedOn = Time.Today() }), Review.ReviewOf(Review.Filed with { GrantedOn = Time.Today() }));
        var moved = with.Findings.Zip(filed.Findings).Select(pair => (Now: pair.First.Finding, Before: pair.Second.Finding))
            .Where(pair => pair.Now.Verdict != pair.Before.Verdict || pair.Now.Explanation != pair.Before.Explanation).Select(pair => $"{pair.Now.Provision.Id} : {pair.Now.Explanation}");
        return $"Seul, cela donne une aide de {with.Aid}, au lieu de {filed.Aid}. {string.Join(" ", moved)}";
    }
}
