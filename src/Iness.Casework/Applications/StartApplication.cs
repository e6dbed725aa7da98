using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Creates a draft. Its creation date is fixed for ever: nothing ordered before it is retained (COS-11).</summary>
public sealed class StartApplication(InessDbContext db, TimeProvider time)
{
    /// <summary>Creates the draft with what is already known.</summary>
    /// <param name="organisationId">The organisation, of which the person must be a member.</param>
    /// <param name="who">Who starts it.</param>
    /// <param name="known">Answers known already: from the register, a simulation or a partner's link.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid organisationId, Actor who, IReadOnlyList<KnownAnswer> known, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var organisation = await db.Organisations.Of(account).AsNoTracking().SingleOrDefaultAsync(found => found.Id == organisationId, cancellationToken);
        if (organisation is null) return Outcome.NotFound;

        var now = time.Instant();
        var application = new Application
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisationId,
            CreatedAt = now,
            CreatedOn = now.DayInParis(),
            CreatedBy = account,
            ContactId = account,
            ChangedAt = now,
            Title = known.FirstOrDefault(answer => answer.Key == Answer.TitleKey)?.Value,
        };
        application.Answers.AddRange(known.Where(answer => answer.Value.Length is > 0 and <= Answer.LongestValue).Select(answer => new Answer
        {
            ApplicationId = application.Id,
            Key = answer.Key,
            Value = answer.Value,
            Revision = 1,
            SavedAt = answer.IsFromRegister ? organisation.RegisterFetchedAt ?? now : now,
            SavedBy = answer.IsFromRegister ? null : account,
        }));
        db.Add(application);
        await db.CommitAsync(new(who, "ApplicationStarted", Act.Application(application.Id)), cancellationToken);
        return application.Id;
    }
}

/// <summary>An answer known before anybody typed it.</summary>
/// <param name="Key">Name of the field.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsFromRegister">Whether the company register gave it.</param>
public sealed record KnownAnswer(string Key, string Value, bool IsFromRegister);
