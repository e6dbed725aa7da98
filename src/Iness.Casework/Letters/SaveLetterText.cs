using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>Adds a version of an editable text. A field that the letter does not know is refused, by its name.</summary>
public sealed class SaveLetterText(InessDbContext db, TimeProvider time)
{
    /// <summary>Why a text cannot be kept; done when it can.</summary>
    public static Outcome WhyNot(DecisionKind kind, LetterTextBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var unknown = MergeFields.UnknownIn($"{body.Introduction}\n{body.Closing}", kind);
        return unknown.Count > 0 ? Outcome.Refused(Refusal.Invalid, $"Ce courrier ne connaît pas : {string.Join(", ", unknown)}. Corrigez ou retirez {(unknown.Count > 1 ? "ces champs" : "ce champ")}.")
            : string.IsNullOrWhiteSpace(body.Introduction) ? Outcome.Refused(Refusal.Invalid, "Écrivez l'introduction du courrier.")
            : body.IsAmbiguous ? Outcome.Refused(Refusal.Invalid, "N'écrivez pas « *** » dans un texte.")
            : body.Joined.Length > LetterTextVersion.LongestBody ? Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {LetterTextVersion.LongestBody} caractères au plus.")
            : Outcome.Done;
    }

    /// <summary>Adds it.</summary>
    /// <param name="kind">The letter.</param>
    /// <param name="body">Its text.</param>
    /// <param name="seen">Number of the version that was seen; 0 for the program's.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(DecisionKind kind, LetterTextBody body, int seen, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (WhyNot(kind, body) is { IsDone: false } refused) return refused;
        var latest = await db.LatestTextAsync(kind, cancellationToken);
        if ((latest?.Number ?? 0) != seen) return Changed;
        var now = time.Instant();
        db.Add(new LetterTextVersion { Id = Guid.CreateVersion7(now), Name = LetterTextBody.NameOf(kind), Number = seen + 1, Body = body.Joined, By = account, At = now });
        try
        {
            await db.CommitAsync(new(who, "LetterTextSaved", $"letter/{LetterTextBody.NameOf(kind)}"), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two at once: the number of a version is unique.
            return Changed;
        }
    }

    private static readonly Outcome Changed = Outcome.Refused(Refusal.Conflict, "Ce texte vient d'être changé par quelqu'un d'autre : relisez sa dernière version avant d'enregistrer la vôtre.");
}
