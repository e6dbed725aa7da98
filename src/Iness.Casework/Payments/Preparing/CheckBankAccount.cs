using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Preparing;

/// <summary>
/// Checks the account a claim is to be paid on. A change is a fraud risk: a second officer confirms it, and every member of the
/// organisation is told. An account refused is told with its reason.
/// </summary>
public sealed class CheckBankAccount(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Checks it against its RIB.</summary>
    public Task<Outcome> ExecuteAsync(Guid applicationId, Guid accountId, int seen, Actor who, CancellationToken cancellationToken) =>
        ChangeAsync(applicationId, accountId, seen, who, "BankAccountChecked", null, async (review, account, now) =>
        {
            if (account.CheckedBy is not null) return Outcome.Refused(Refusal.Conflict, "Ce compte est déjà vérifié.");
            // Two files may have given two accounts before any was checked: the second one is a change.
            if (await db.ConfirmedAccountAsync(account.OrganisationId, cancellationToken) is { } accepted && accepted.Iban != account.Iban) account.ReplacesId ??= accepted.Id;
            (account.CheckedBy, account.CheckedAt) = (who.AccountId, now);
            return Outcome.Done;
        }, cancellationToken);

    /// <summary>Confirms a change, as a second officer.</summary>
    public Task<Outcome> ConfirmAsync(Guid applicationId, Guid accountId, int seen, Actor who, CancellationToken cancellationToken) =>
        ChangeAsync(applicationId, accountId, seen, who, "BankAccountConfirmed", null, async (review, account, now) =>
        {
            if (!account.AwaitsConfirmation()) return Outcome.Refused(Refusal.Conflict, "Ce compte n'attend pas de confirmation.");
            if (account.CheckedBy == who.AccountId) return Outcome.Refused(Refusal.NotAllowed, "Vous avez vérifié ce compte : un second agent doit confirmer le changement.");
            (account.ConfirmedBy, account.ConfirmedAt) = (who.AccountId, now);
            await TellMembersAsync(review.Application, account, now, cancellationToken);
            return Outcome.Done;
        }, cancellationToken);

    /// <summary>Refuses it, with a reason that the beneficiary reads.</summary>
    public async Task<Outcome> RefuseAsync(Guid applicationId, Guid accountId, int seen, string reason, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reason);
        reason = reason.Trim();
        if (reason.Length == 0) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi ce compte est refusé : le bénéficiaire le lira.");
        if (reason.Length > PaymentClaim.LongestText) return Outcome.Refused(Refusal.Invalid, $"Raccourcissez ce motif : {PaymentClaim.LongestText} caractères au plus.");
        return await ChangeAsync(applicationId, accountId, seen, who, "BankAccountRefused", reason, async (review, account, now) =>
        {
            (account.RefusedAt, account.RefusalReason) = (now, reason);
            if (await db.AddresseeAsync(review.Application, cancellationToken) is { Email: not null } addressee)
            {
                db.Add(OutboxMail.For(
                    addressee,
                    $"Dossier {review.Application.Number} : le compte bancaire que vous avez donné ne convient pas",
                    $"Bonjour,\n\nLa Région ne peut pas verser l'aide sur le compte {BankAccountState.Masked(account.Iban)} :\n\n{reason}\n\nElle vous demandera un autre relevé d'identité bancaire.\n\n{portal.Of($"/demandes/{applicationId}/suivi")}\n",
                    now,
                    applicationId));
            }

            return Outcome.Done;
        }, cancellationToken);
    }

    private async Task<Outcome> ChangeAsync(
        Guid applicationId, Guid accountId, int seen, Actor who, string what, string? why, Func<ClaimUnderReview, BankAccount, DateTime, Task<Outcome>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var version = await db.PaymentClaims.Where(found => found.ApplicationId == applicationId).Select(found => (int?)found.Version).SingleOrDefaultAsync(cancellationToken);
        // What was shown is the account: the claim itself may have moved on.
        var taken = await db.TakeClaimAsync(applicationId, version ?? 0, who, Right.PreparePayments, time.Today(), cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        if (taken.Value.Account is not { } account || account.Id != accountId) return Outcome.Refused(Refusal.Conflict, "Le compte bancaire de la demande a changé depuis que vous avez ouvert cette page. Relisez-le.");
        if (account.Version != seen || account.RefusedAt is not null) return Outcome.Refused(Refusal.Conflict, "Ce compte vient d'être vérifié ou refusé par quelqu'un d'autre. Relisez-le.");
        if (await change(taken.Value, account, time.Instant()) is { IsDone: false } refused) return refused;
        await db.CommitAsync(new(who, what, Act.Application(applicationId), why), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task TellMembersAsync(Application application, BankAccount account, DateTime now, CancellationToken cancellationToken)
    {
        var members = await db.Memberships.Where(membership => membership.OrganisationId == application.OrganisationId && membership.LeftAt == null && membership.Account!.ClosedAt == null)
            .Select(membership => membership.Account!).ToListAsync(cancellationToken);
        foreach (var member in members.Where(member => member.Email is not null))
        {
            db.Add(OutboxMail.For(
                member,
                $"Le compte bancaire {FrenchTypography.Of(application.Organisation!.Name)} a changé",
                $"Bonjour,\n\nL'aide du dossier {application.Number} sera versée sur un nouveau compte : {BankAccountState.Masked(account.Iban)}, au nom de {account.Holder}. Deux agents de la Région l'ont vérifié.\n\n"
                + $"Si vous n'êtes pas à l'origine de ce changement, écrivez-nous sans attendre : {portal.Of($"/demandes/{application.Id}/suivi")}\n",
                now,
                application.Id));
        }
    }
}
