using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>Records what a beneficiary repaid; the file is closed again once all is.</summary>
public sealed class RecordRepayment(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Longest reference.</summary>
    public const int LongestReference = 100;

    /// <summary>Records it.</summary>
    /// <param name="recoveryId">The recovery.</param>
    /// <param name="version">Its version that was seen: the same receipt sent twice is recorded once.</param>
    /// <param name="on">Day it was received.</param>
    /// <param name="amount">Amount received.</param>
    /// <param name="reference">Reference of the receipt.</param>
    /// <param name="who">Who records it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What is left to be repaid.</returns>
    public async Task<Outcome<Money>> ExecuteAsync(Guid recoveryId, int version, DateOnly on, Money amount, string reference, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (string.IsNullOrWhiteSpace(reference) || reference.Trim().Length > LongestReference) return Outcome.Refused(Refusal.Invalid, $"Indiquez la référence de l'encaissement, en {LongestReference} caractères au plus.");
        if (await db.Recoveries.AsNoTracking().Where(found => found.Id == recoveryId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var recovery = await db.Recoveries.Include(found => found.Repayments).SingleAsync(found => found.Id == recoveryId, cancellationToken);
        if (WhyNot(recovery, version, on, amount, reference.Trim()) is { IsDone: false } refused) return refused;
        var now = time.Instant();
        var repayment = new Repayment { Id = Guid.CreateVersion7(now), RecoveryId = recoveryId, On = on, Amount = amount, Reference = reference.Trim(), RecordedBy = account, RecordedAt = now };
        recovery.Repayments.Add(repayment);
        // The row of the recovery changes with what was repaid: two people who record at once are told.
        db.Entry(recovery).Property(found => found.Version).IsModified = true;
        if (recovery.Left == Money.Zero && await EndAsync(recovery, who, now, cancellationToken) is { IsDone: false } stopped) return stopped;
        await db.CommitAsync(new(who, "RepaymentRecorded", Act.Application(applicationId), $"{amount} le {French.Date(on)}, {repayment.Reference} ; reste {recovery.Left}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return recovery.Left;
    }

    private Outcome WhyNot(Recovery recovery, int version, DateOnly on, Money amount, string reference) =>
        recovery is not { Kind: RecoveryKind.Repayment, DecidedAt: { } decided } ? Outcome.Refused(Refusal.Conflict, "Aucun reversement n'est décidé : il n'y a rien à constater.")
        : recovery.Left == Money.Zero ? Outcome.Refused(Refusal.Conflict, "Tout est déjà reversé.")
        : recovery.Version != version ? Outcome.Refused(Refusal.Conflict, $"Ce reversement a changé depuis que vous avez ouvert la page : il reste {recovery.Left} à reverser. Relisez avant de constater.")
        : recovery.Repayments.Exists(known => known.Reference == reference && known.On == on && known.Amount == amount) ? Outcome.Refused(Refusal.Conflict, $"Cette somme est déjà constatée, sous la même référence {reference}.")
        : on > time.Today() ? Outcome.Refused(Refusal.Invalid, "Ce jour ne peut pas être à venir.")
        : on < decided.DayInParis() ? Outcome.Refused(Refusal.Invalid, $"Ce jour ne peut pas précéder la décision, du {French.Date(decided.DayInParis())}.")
        : amount <= Money.Zero ? Outcome.Refused(Refusal.Invalid, "Ce montant doit être supérieur à zéro.")
        : amount > recovery.Left ? Outcome.Refused(Refusal.Invalid, $"Il reste {recovery.Left} à reverser : on ne peut pas constater {amount}. Un trop-perçu se rend, il ne se constate pas ici.")
        : Outcome.Done;

    private async Task<Outcome> EndAsync(Recovery recovery, Actor who, DateTime now, CancellationToken cancellationToken)
    {
        var application = await db.Applications.SingleAsync(found => found.Id == recovery.ApplicationId, cancellationToken);
        if (application.Move(FileAction.RecordRecovery, who, now) is { IsDone: false } refused) return refused;
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Dossier {application.Number} : le reversement est complet", $"Bonjour,\n\nLa Région a reçu tout ce qu'elle vous demandait de reverser, soit {recovery.Amount}. Le dossier est clos.\n\n{portal.Of($"/demandes/{application.Id}/reversement")}\n", now, application.Id));
        return Outcome.Done;
    }
}
