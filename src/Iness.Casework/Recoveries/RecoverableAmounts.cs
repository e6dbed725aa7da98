using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>What may be taken off a grant, or asked back: the bounds of every recovery.</summary>
/// <param name="Granted">What the grant is still worth for its payment; null when there is none.</param>
/// <param name="Paid">What was paid; null while nothing was.</param>
/// <param name="AskedBack">What earlier decisions already ask back.</param>
public sealed record RecoverableAmounts(Money? Granted, Money? Paid, Money AskedBack)
{
    /// <summary>Reads them.</summary>
    public static async Task<RecoverableAmounts> ReadAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var paid = await db.PaymentClaims.AsNoTracking().Where(claim => claim.ApplicationId == applicationId && claim.PaidOn != null).Select(claim => claim.Payable).SingleOrDefaultAsync(cancellationToken);
        var asked = await db.Recoveries.AsNoTracking().Where(found => found.ApplicationId == applicationId && found.Kind == RecoveryKind.Repayment && found.DecidedAt != null)
            .Select(found => found.Amount).ToListAsync(cancellationToken);
        return new(await db.GrantedForPaymentAsync(applicationId, cancellationToken), paid, asked.Aggregate(Money.Zero, (sum, amount) => sum + amount));
    }

    /// <summary>What may be done to a file where it stands, in the order offered.</summary>
    public IReadOnlyList<RecoveryKind> KindsAt(FileStatus status) => status switch
    {
        FileStatus.Notified or FileStatus.PaymentClaimed when Granted > Money.Zero => [RecoveryKind.Reduction, RecoveryKind.Withdrawal],
        FileStatus.Paid or FileStatus.Closed when MostOf(RecoveryKind.Repayment) > Money.Zero => [RecoveryKind.Repayment],
        _ => [],
    };

    /// <summary>The most that a recovery of a kind may be. A withdrawal is of the whole.</summary>
    public Money MostOf(RecoveryKind kind) => kind == RecoveryKind.Repayment ? (Paid ?? Money.Zero) - AskedBack : Granted ?? Money.Zero;

    /// <summary>Done when a recovery of this kind and amount may be decided on a file where it stands, else why not.</summary>
    internal Outcome WhyNot(Application application, RecoveryKind kind, Money amount)
    {
        if (!KindsAt(application.Status).Contains(kind))
            return Outcome.Refused(Refusal.Conflict, $"Cette demande est {application.Status.InFrench()} : pas de {kind.InFrench()} possible.");
        var most = MostOf(kind);
        if (amount <= Money.Zero) return Outcome.Refused(Refusal.Invalid, "Ce montant doit être supérieur à zéro.");
        if (amount > most) return Outcome.Refused(Refusal.Invalid, kind == RecoveryKind.Repayment ? $"Il reste {most} versés et non redemandés : on ne peut pas demander {amount}." : $"L'aide vaut encore {most} : on ne peut pas en retirer {amount}.");
        return kind == RecoveryKind.Reduction && amount == most ? Outcome.Refused(Refusal.Invalid, $"L'aide vaut encore {most} : pour la retirer tout entière, choisissez le retrait.") : Outcome.Done;
    }
}

/// <summary>Finds what stands on a file.</summary>
public static class StandingRecoveries
{
    /// <summary>The recovery opened on a file, neither decided nor given up; null for none.</summary>
    public static Task<Recovery?> StandingRecoveryAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        Of(db).FirstOrDefaultAsync(found => found.ApplicationId == applicationId, cancellationToken);

    /// <summary>A grant that no longer is has nothing left to be declared; what was sent to the register already stays as it is.</summary>
    internal static async Task DropDeclarationAsync(this InessDbContext db, Guid applicationId, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var declaration in await db.AidDeclarations.Where(found => found.ApplicationId == applicationId).Undeclared().ToListAsync(cancellationToken)) declaration.DroppedAt = now;
    }

    private static IQueryable<Recovery> Of(InessDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Recoveries.AsNoTracking().Where(found => found.DecidedAt == null && found.DroppedAt == null);
    }
}
