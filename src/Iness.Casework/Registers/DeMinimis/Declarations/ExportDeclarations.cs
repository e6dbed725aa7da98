using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>
/// Takes what waits and what was refused into one export, for the national register. It only notes that they leave: each is confirmed or
/// refused by itself afterwards.
/// </summary>
public sealed class ExportDeclarations(InessDbContext db, RegisterExport register, TimeProvider time)
{
    /// <summary>Most declarations of one export.</summary>
    public const int Most = 1_000;

    /// <summary>Takes them.</summary>
    /// <returns>When they left, which names the export, and how many.</returns>
    public async Task<Outcome<DeclarationsExported>> ExecuteAsync(Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is null || !RightsTable.Allows(who.Role, Right.DeclareAid)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de déclarer les aides.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        var now = time.Instant();
        await db.SettleDeclarationsAsync(now, cancellationToken);
        // Nobody reads in a public register of an aid before its beneficiary is told.
        var undeclared = await db.AidDeclarations.Undeclared().Where(declaration => db.Decisions.Any(decision => decision.Id == declaration.DecisionId && decision.NotifiedAt != null))
            .OrderBy(declaration => declaration.DueOn).ThenBy(declaration => declaration.Id).Take(Most).ToListAsync(cancellationToken);
        // Settled just before, in this context: the query still sees them as they were.
        var leaving = undeclared.Where(declaration => declaration.DroppedAt is null).ToList();
        if (leaving.Count == 0) return Outcome.Refused(Refusal.Conflict, "Aucune aide n'attend d'être déclarée.");
        foreach (var declaration in leaving) declaration.ExportedAt = now;
        var file = await register.WriteAsync(leaving, now, cancellationToken);
        db.Add(file);
        try
        {
            await db.CommitAsync(new(who, "AidDeclarationsExported", "de-minimis/export", $"{leaving.Count} aides, CSV {file.Sha256}"), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Quelqu'un d'autre vient de les transmettre, ou de répondre pour l'une d'elles. Regardez où elles en sont.");
        }

        await transaction.CommitAsync(cancellationToken);
        return new DeclarationsExported(now, leaving.Count);
    }
}

/// <summary>An export.</summary>
/// <param name="At">When it left, UTC: this names it.</param>
/// <param name="Count">How many declarations.</param>
public sealed record DeclarationsExported(DateTime At, int Count);
