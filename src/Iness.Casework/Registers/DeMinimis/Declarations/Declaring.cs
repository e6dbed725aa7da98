using Iness.Casework.Deadlines;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>Which grants are to be declared, and by when. The row is written in the transaction of the grant: no grant goes undeclared for want of one.</summary>
public static class Declaring
{
    /// <summary>Working days from the grant to declare it (Regulation (EU) 2023/2831, article 6).</summary>
    public const int WorkingDaysToDeclare = 20;

    /// <summary>The last day to declare an aid granted on a day.</summary>
    public static DateOnly DueOn(DateOnly grantedOn) => WorkingDays.Add(grantedOn, WorkingDaysToDeclare);

    /// <summary>Follows a decision just added: what it replaces and nobody declared is not to be declared any more; what it grants is.</summary>
    internal static async Task DeclareAsync(this InessDbContext db, Decision decision, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var replaced in await db.AidDeclarations.Where(found => found.ApplicationId == decision.ApplicationId).Undeclared().ToListAsync(cancellationToken)) replaced.DroppedAt = now;
        if (decision.Kind != DecisionKind.Grant) return;
        db.Add(new AidDeclaration
        {
            Id = Guid.CreateVersion7(now),
            DecisionId = decision.Id,
            ApplicationId = decision.ApplicationId,
            GrantedOn = decision.On,
            Amount = decision.Amount,
            DueOn = DueOn(decision.On),
        });
    }

    /// <summary>
    /// Follows what happened to grants since: those withdrawn before anybody declared them are dropped, and the amount of those reduced is
    /// what is left. Added to the context; whoever asks commits.
    /// </summary>
    /// <returns>How many were dropped.</returns>
    internal static async Task<int> SettleDeclarationsAsync(this InessDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var dropped = await db.Ended().Undeclared().ToListAsync(cancellationToken);
        foreach (var declaration in dropped) declaration.DroppedAt = now;
        var reduced = await db.AidDeclarations.Undeclared()
            .Where(declaration => db.Recoveries.Any(recovery => recovery.ApplicationId == declaration.ApplicationId && recovery.DecidedAt != null && recovery.DroppedAt == null))
            .ToListAsync(cancellationToken);
        var rests = await db.LeftOfGrantsAsync([.. reduced.Select(declaration => declaration.DecisionId)], cancellationToken);
        foreach (var declaration in reduced.Except(dropped))
        {
            var left = rests[declaration.DecisionId];
            if (left == Money.Zero) declaration.DroppedAt = now;
            else if (left != declaration.Amount) db.Entry(declaration).Property(found => found.Amount).CurrentValue = left;
        }

        return dropped.Count + reduced.Count(declaration => declaration.DroppedAt == now && !dropped.Contains(declaration));
    }

    /// <summary>Those the register does not hold, as far as we know, and that are still to be declared.</summary>
    internal static IQueryable<AidDeclaration> Undeclared(this IQueryable<AidDeclaration> declarations) => declarations
        .Where(declaration => declaration.DroppedAt == null && declaration.ConfirmedAt == null && (declaration.ExportedAt == null || declaration.RejectedAt >= declaration.ExportedAt));

    /// <summary>Those whose grant another decision replaced, or that was renounced or revoked, or lapsed.</summary>
    internal static IQueryable<AidDeclaration> Ended(this InessDbContext db) =>
        from declaration in db.AidDeclarations
        join decision in db.Decisions on declaration.DecisionId equals decision.Id
        where db.Decisions.Any(later => later.ApplicationId == decision.ApplicationId && later.At > decision.At)
            || db.StatusChanges.Any(change => change.ApplicationId == decision.ApplicationId && change.At >= decision.At
                && (change.Action == FileAction.RevokeGrant || change.Action == FileAction.Lapse || (change.Action == FileAction.Withdraw && change.From == FileStatus.Notified)))
        select declaration;
}
