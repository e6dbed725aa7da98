using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>What still goes on about a file: as long as anything does, the file stays.</summary>
internal static class WhatRuns
{
    /// <summary>In French; null when nothing does.</summary>
    public static async Task<string?> OnAsync(InessDbContext db, Guid applicationId, DateOnly today, CancellationToken cancellationToken)
    {
        var status = await db.Applications.Where(application => application.Id == applicationId).Select(application => application.Status).SingleAsync(cancellationToken);
        if (!ArchiveFile.HasEnded(status)) return "le dossier n'est plus clos";
        var recoveries = await db.Recoveries.AsNoTracking().Include(recovery => recovery.Repayments).Where(recovery => recovery.ApplicationId == applicationId && recovery.DroppedAt == null).ToListAsync(cancellationToken);
        if (recoveries.Exists(IsRunning)) return "un retrait ou un reversement est en cours";
        if (await db.FileControls.AnyAsync(control => control.ApplicationId == applicationId && control.EndedAt == null, cancellationToken)) return "un contrôle est ouvert";
        if (await db.AidDeclarations.AnyAsync(declaration => declaration.ApplicationId == applicationId && declaration.ConfirmedAt == null && declaration.DroppedAt == null, cancellationToken))
            return "l'aide reste à déclarer au registre national";
        if (await db.LiquidationLines.AnyAsync(line => line.ApplicationId == applicationId && line.PaidOn == null && line.RejectedOn == null, cancellationToken)) return "un paiement attend la réponse du comptable";
        return await HasAppealAsync(db, applicationId, today, cancellationToken) ? "un recours est ouvert" : null;
    }

    private static bool IsRunning(Recovery recovery) => recovery.DecidedAt is null
        || (recovery.Kind == RecoveryKind.Repayment && recovery.Repayments.Sum(repayment => repayment.Amount.Cents) < recovery.Amount.Cents);

    /// <summary>An appeal runs until another decision answers it, or silence does.</summary>
    private static async Task<bool> HasAppealAsync(InessDbContext db, Guid applicationId, DateOnly today, CancellationToken cancellationToken)
    {
        var latest = await db.Decisions.AsNoTracking().Where(decision => decision.ApplicationId == applicationId).OrderByDescending(decision => decision.At).Select(decision => decision.AppealedAt).FirstOrDefaultAsync(cancellationToken);
        return latest is { } appealed && RegisterAppeal.SilenceOn(appealed) >= today;
    }
}
