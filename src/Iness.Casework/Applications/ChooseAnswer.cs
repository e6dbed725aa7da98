using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Settles an answer that has two values: the one saved stays, or the other takes its place.</summary>
public sealed class ChooseAnswer(InessDbContext db, TimeProvider time)
{
    /// <summary>Keeps one of the two values.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="section">Section of the field.</param>
    /// <param name="key">Name of the field.</param>
    /// <param name="keepsOther">Whether the other value takes the place of the saved one.</param>
    /// <param name="who">Who chooses.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, string section, string key, bool keepsOther, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var application = await db.Applications.Of(account)
            .Include(found => found.Answers.Where(answer => answer.Key == key))
            .SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (await db.WhyNotEditableAsync(application, section, cancellationToken) is { IsDone: false } refused) return refused;
        // Already settled by somebody else: there is nothing left to choose.
        if (application.Answers.SingleOrDefault() is not { OtherValue: { } other } answer) return Outcome.Done;

        var now = time.Instant();
        if (keepsOther)
        {
            (answer.Value, answer.SavedAt, answer.SavedBy) = (other, now, answer.OtherBy);
            answer.Revision++;
            application.AnswersRevision++;
            if (key == Answer.TitleKey) application.Title = answer.Value;
        }

        (answer.OtherValue, answer.OtherAt, answer.OtherBy) = (null, null, null);
        application.ChangedAt = now;
        application.WarnedAt = null;
        try
        {
            await db.CommitAsync(new(who, "AnswerChosen", Act.Application(application.Id), key), cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Cette réponse vient de changer : relisez les deux valeurs.");
        }
    }
}
