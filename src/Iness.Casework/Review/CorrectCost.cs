using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Review.Worklist;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>Corrects a cost line: requalifies, reduces or refuses it, with a reason. The aid then follows from the regulation alone.</summary>
public sealed class CorrectCost(InessDbContext db, TimeProvider time)
{
    /// <summary>Corrects it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="change">The correction.</param>
    /// <param name="who">Who corrects.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, CostChange change, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var file = await FileUnderReview.LoadAsync(db, applicationId, cancellationToken);
        if (file?.LineOf(change.Line) is not { } line) return Outcome.NotFound;
        if (change.WhyNot(line) is { } wrong) return Outcome.Refused(Refusal.Invalid, wrong);
        var now = time.Instant();
        if (db.OpenForReview(taken.Value, who, now) is { IsDone: false } refused) return refused;

        var correction = change.ToCorrection(applicationId, who.AccountId!.Value, now);
        foreach (var standing in await db.CostCorrections.Where(found => found.ApplicationId == applicationId && found.Line == change.Line && found.RevokedAt == null).ToListAsync(cancellationToken))
        {
            if (standing.IsReplacedBy(correction)) standing.RevokedAt = now;
        }

        db.Add(correction);
        await db.CommitAsync(new(who, "CostCorrected", Act.Application(applicationId), $"{line.Label ?? line.Id} : {correction.Kind.InFrench()}. {correction.Ground.InFrench()}. {correction.Words}"), cancellationToken);
        await db.RelistAsync(applicationId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>A correction as an officer asks for it.</summary>
/// <param name="Line">The cost line.</param>
/// <param name="Kind">What is changed.</param>
/// <param name="Category">The true category, to requalify.</param>
/// <param name="Amount">The amount taken, to reduce.</param>
/// <param name="Ground">The reason, from the short list.</param>
/// <param name="Words">The reason in free words.</param>
public sealed record CostChange(string Line, CorrectionKind Kind, CostCategory? Category, Money? Amount, CorrectionGround Ground, string Words)
{
    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? WhyNot(CostLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (string.IsNullOrWhiteSpace(Words)) return "Écrivez le motif : le demandeur le lira.";
        if (Words.Trim().Length > CostCorrection.LongestWords) return $"Raccourcissez ce motif : {CostCorrection.LongestWords} caractères au plus.";
        return Kind switch
        {
            CorrectionKind.Requalify when Category is null || Category == line.Category => "Choisissez la nature véritable, autre que celle qui a été déclarée.",
            // The kind of equipment would not be known, and COS-10 counts by kind.
            CorrectionKind.Requalify when Category == CostCategory.Hardware && line.Hardware is null => "Cette dépense ne peut pas devenir du matériel : le type n'en est pas connu. Demandez une précision au demandeur.",
            CorrectionKind.Reduce when Amount is not { } amount || amount <= Money.Zero || amount >= line.Amount => $"Indiquez un montant plus petit que {line.Amount}. Pour ne rien retenir, écartez la dépense.",
            _ => null,
        };
    }

    /// <summary>The correction, as it is kept.</summary>
    public CostCorrection ToCorrection(Guid applicationId, Guid by, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(at),
        ApplicationId = applicationId,
        Line = Line,
        Kind = Kind,
        Category = Kind == CorrectionKind.Requalify ? Category : null,
        Amount = Kind == CorrectionKind.Reduce ? Amount : null,
        Ground = Ground,
        Words = Words.Trim(),
        By = by,
        At = at,
    };
}
