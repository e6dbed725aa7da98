using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>
/// Saves what was typed, right or wrong. A value typed over one that its author had not seen is kept beside it, and both are shown:
/// neither two windows nor two colleagues ever overwrite one another.
/// </summary>
public sealed class SaveAnswers(InessDbContext db, TimeProvider time)
{
    /// <summary>Saves answers of one section.</summary>
    public async Task<Outcome<SavedAnswers>> ExecuteAsync(Guid applicationId, string section, Actor who, IReadOnlyList<GivenAnswer> given, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(given);
        if (who.AccountId is not { } account) return Outcome.NotFound;

        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var keys = given.Select(answer => answer.Key).ToList();
        var application = await db.Applications.Of(account)
            .Include(found => found.Answers.Where(answer => keys.Contains(answer.Key)))
            .SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (await db.WhyNotEditableAsync(application, section, cancellationToken) is { IsDone: false } refused) return refused;

        var now = time.Instant();
        var stored = application.Answers.ToDictionary(answer => answer.Key, StringComparer.Ordinal);
        var changed = false;
        Dictionary<string, string> notKept = new(StringComparer.Ordinal);
        foreach (var answer in given)
        {
            if (WhyNotKept(stored.GetValueOrDefault(answer.Key), answer, account) is { } why) notKept[answer.Key] = why;
            else changed |= Keep(application, stored, answer, account, now);
        }

        if (changed)
        {
            if (stored.TryGetValue(Answer.TitleKey, out var title)) application.Title = title.Value;
            application.AnswersRevision++;
            application.ChangedAt = now;
            application.WarnedAt = null;
            if (application.Status == FileStatus.Incomplete) await db.ProduceSectionAsync(application.Id, section, now, cancellationToken);
            await db.CommitAsync(new(who, "AnswersSaved", Act.Application(application.Id), section), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new SavedAnswers(
            stored.Values.ToDictionary(answer => answer.Key, answer => answer.Revision, StringComparer.Ordinal),
            [.. stored.Values.Where(answer => answer.OtherValue is not null).Select(answer => answer.Key)],
            notKept,
            now);
    }

    /// <summary>Why a value stays in the form of its author only; null when it has its place.</summary>
    private static string? WhyNotKept(Answer? answer, GivenAnswer given, Guid account)
    {
        if (given.IsAsShown) return null;
        if (given.Value.Length > Answer.LongestValue) return $"Ce texte est trop long ({given.Value.Length} caractères) : {Answer.LongestValue} au plus. Raccourcissez-le.";
        // A third value would drive out the second, which nobody has read yet. Whoever typed the second may go on typing it.
        return answer is { OtherValue: { } other } && given.Seen != answer.Revision && given.Value != answer.Value && given.Value != other && answer.OtherBy != account
            ? "Cette réponse a déjà deux valeurs : choisissez laquelle garder, puis écrivez la vôtre. Elle n'est pas encore enregistrée."
            : null;
    }

    /// <summary>Puts a value in its place, or beside the one its author had not seen; whether anything changed.</summary>
    private static bool Keep(Application application, Dictionary<string, Answer> stored, GivenAnswer given, Guid account, DateTime now)
    {
        // Somebody else may have changed it since: nothing was typed over that.
        if (given.IsAsShown) return false;
        if (!stored.TryGetValue(given.Key, out var answer))
        {
            if (given.Value.Length == 0) return false;
            answer = new() { ApplicationId = application.Id, Key = given.Key, Value = given.Value, Revision = 1, SavedAt = now, SavedBy = account };
            application.Answers.Add(answer);
            stored.Add(given.Key, answer);
            return true;
        }

        if (answer.Value == given.Value) return false;
        if (given.Seen == answer.Revision)
        {
            (answer.Value, answer.SavedAt, answer.SavedBy) = (given.Value, now, account);
            answer.Revision++;
            return true;
        }

        if (answer.OtherValue == given.Value) return false;
        (answer.OtherValue, answer.OtherAt, answer.OtherBy) = (given.Value, now, account);
        return true;
    }
}

/// <summary>An answer as a form sends it.</summary>
/// <param name="Key">Name of the field.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Seen">Revision that the form showed; 0 when it showed none.</param>
/// <param name="IsAsShown">Whether it was left as the form showed it.</param>
public sealed record GivenAnswer(string Key, string Value, int Seen, bool IsAsShown = false);

/// <summary>What became of the answers.</summary>
/// <param name="Revisions">Revision of each answer that was sent, for the form to show next time.</param>
/// <param name="Conflicts">Those that have two values, for somebody to choose.</param>
/// <param name="NotKept">Those that could not be kept, each with why: the form must go on showing what was typed.</param>
/// <param name="At">When, UTC.</param>
public sealed record SavedAnswers(IReadOnlyDictionary<string, int> Revisions, IReadOnlyList<string> Conflicts, IReadOnlyDictionary<string, string> NotKept, DateTime At);
