using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Review.OtherAids;
using Iness.Casework.Review.Worklist;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Retaining;

/// <summary>
/// Chooses which facts the computation rests on. The answers mended since the filing, the de minimis aid of every source and the earlier
/// applications of our own files count or not, each as an officer says, with the reason.
/// </summary>
public sealed class RetainFacts(InessDbContext db, TimeProvider time)
{
    /// <summary>Retains them.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="choice">What counts, and why.</param>
    /// <param name="who">Who retains.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, FactsChoice choice, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choice);
        var reason = choice.Reason.Trim();
        if (reason.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez le motif : le demandeur le lira.");
        if (reason.Length > RetainedFacts.LongestReason) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce motif ({reason.Length} caractères) : {RetainedFacts.LongestReason} au plus.");

        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var now = time.Instant();
        if (await FileUnderReview.LoadAsync(db, applicationId, cancellationToken) is not { } file) return Outcome.NotFound;
        if (db.OpenForReview(taken.Value, who, now) is { IsDone: false } refused) return refused;
        var answers = await RetainableFacts.CurrentAsync(db, applicationId, cancellationToken);
        await db.RetainAsync(file, choice with { Reason = reason }, answers, who.AccountId!.Value, now, cancellationToken);
        await db.CommitAsync(new(who, "FactsRetained", Act.Application(applicationId), reason), cancellationToken);
        await db.RelistAsync(applicationId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>Which facts count.</summary>
/// <param name="Answers">The facts of the answers as they now are; null to keep those filed.</param>
/// <param name="UsesKnownAid">Whether the de minimis aid of every source counts.</param>
/// <param name="UsesOwnFiles">Whether the earlier applications of our own files count.</param>
/// <param name="Reason">Why; the applicant reads it.</param>
public sealed record FactsChoice(AssessmentRequest? Answers, bool UsesKnownAid, bool UsesOwnFiles, string Reason);

/// <summary>Writes a choice of facts within the transaction of who makes it.</summary>
internal static class RetainingFacts
{
    public static async Task RetainAsync(this InessDbContext db, FileUnderReview file, FactsChoice choice, Dictionary<string, string>? answers, Guid by, DateTime now, CancellationToken cancellationToken)
    {
        var id = file.Application.Id;
        foreach (var standing in await db.RetainedFacts.Where(found => found.ApplicationId == id && found.RevokedAt == null).ToListAsync(cancellationToken)) standing.RevokedAt = now;
        var declared = choice.Answers ?? file.Filed;
        var ledger = choice.UsesKnownAid ? await AidLedger.ReadAsync(db, file, now.DayInParis(), cancellationToken, declared) : null;
        var ours = choice.UsesOwnFiles ? file.OwnFiles : null;
        List<string> changes = [];
        if (choice.Answers is not null) changes.Add("Les réponses corrigées depuis le dépôt comptent.");
        if (ledger is not null) changes.Add($"Les aides de minimis connues de toutes les sources comptent : {ledger.Total} sur la période.");
        if (ours?.Hidden(declared) is { Count: > 0 } hidden) changes.Add($"Les demandes antérieures de nos dossiers comptent : {string.Join(" ; ", hidden.Select(earlier => earlier.InWords))}.");
        db.Add(new RetainedFacts
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = id,
            UsesAnswers = choice.Answers is not null,
            UsesKnownAid = choice.UsesKnownAid,
            UsesOwnFiles = choice.UsesOwnFiles,
            Answers = answers is null ? file.Filing.Answers : Filing.Written(answers),
            Declared = DecisionJson.OfFacts(declared),
            Facts = DecisionJson.OfFacts(RetainableFacts.With(declared, ledger, ours)),
            Changes = string.Join('\n', changes),
            Reason = choice.Reason,
            By = by,
            At = now,
        });
    }
}
