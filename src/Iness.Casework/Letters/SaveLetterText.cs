using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>Adds a version of an editable text. A field that it does not know is refused, by its name.</summary>
public sealed class SaveLetterText(InessDbContext db, TimeProvider time)
{
    /// <summary>Why a text cannot be kept; done when it can.</summary>
    public static Outcome WhyNot(EditableText text, LetterTextBody body)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(body);
        var unknown = MergeFields.UnknownIn($"{body.Introduction}\n{body.Closing}", text);
        return unknown.Count > 0 ? Outcome.Refused(Refusal.Invalid, $"Ce texte ne connaît pas : {string.Join(", ", unknown)}. Corrigez ou retirez {(unknown.Count > 1 ? "ces champs" : "ce champ")}.")
            : string.IsNullOrWhiteSpace(body.Introduction) ? Outcome.Refused(Refusal.Invalid, text.IsMessage ? "Écrivez le message." : "Écrivez l'introduction du courrier.")
            : text.IsMessage && body.Introduction.Length > Message.LongestBody ? Outcome.Refused(Refusal.Invalid, $"Un message a {Message.LongestBody} caractères au plus.")
            : body.IsAmbiguous ? Outcome.Refused(Refusal.Invalid, "N'écrivez pas « *** » dans un texte.")
            : body.Joined.Length > LetterTextVersion.LongestBody ? Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {LetterTextVersion.LongestBody} caractères au plus.")
            : Outcome.Done;
    }

    /// <summary>Adds it.</summary>
    /// <param name="text">Which text.</param>
    /// <param name="body">What it says from now on.</param>
    /// <param name="seen">Number of the version that was seen; 0 for the program's.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(EditableText text, LetterTextBody body, int seen, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (WhyNot(text, body) is { IsDone: false } refused) return refused;
        var latest = await db.LatestTextAsync(text, cancellationToken);
        if ((latest?.Number ?? 0) != seen) return Changed;
        var now = time.Instant();
        db.Add(new LetterTextVersion { Id = Guid.CreateVersion7(now), Name = text.Name, Number = seen + 1, Body = body.Joined, By = account, At = now });
        try
        {
            await db.CommitAsync(new(who, "LetterTextSaved", $"letter/{text.Name}"), cancellationToken);
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
