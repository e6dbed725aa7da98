using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Applications;

/// <summary>Withdraws a filed application, while the lifecycle allows it. Its file is kept.</summary>
public sealed class WithdrawApplication(InessDbContext db, TimeProvider time)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Withdraws it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="who">Who withdraws.</param>
    /// <param name="reason">Why; nobody has to say.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, string? reason, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        var note = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (note is { Length: > LongestReason }) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long ({note.Length} caractères) : {LongestReason} au plus.");

        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.Of(account).SingleOrDefaultAsync(found => found.Id == applicationId, cancellationToken);
        if (application is null) return Outcome.NotFound;
        var now = time.Instant();
        if (application.Move(FileAction.Withdraw, who, now, note) is { IsDone: false } refused) return refused;
        application.ChangedAt = now;
        await db.CommitAsync(new(who, "ApplicationWithdrawn", Act.Application(application.Id), note), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}
