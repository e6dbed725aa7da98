using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>
/// Gives the bank account to pay on, with its RIB. The account known before (that officers accepted, or that the claim was filed with) is
/// taken as it is; another one replaces it, waits for a second officer, and every member of the organisation is told: a change is how
/// payments are stolen. Another RIB of the account known changes nothing to it: an officer looks at it once more.
/// </summary>
public sealed class GiveBankAccount(InessDbContext db, ClaimFiles files, PortalAddress portal, TimeProvider time)
{
    /// <summary>Gives it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="account">The account.</param>
    /// <param name="rib">The RIB; null to keep the account with the RIB that is there.</param>
    /// <param name="who">Who gives.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, TypedAccount account, SentFile? rib, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.WhyNot() is { } wrong) return Outcome.Refused(Refusal.Invalid, wrong);
        if (await db.MayClaimAsync(applicationId, who, cancellationToken) is { IsDone: false } refused) return refused;
        var received = rib is null ? (Outcome<IncomingFile>?)null : await files.ReceiveAsync(rib, DocumentKind.BankDetails, cancellationToken);
        if (received is { IsDone: false } unfit) return Outcome.Refused(unfit.Refusal!.Value, unfit.Message!);
        await using var incoming = received?.Value;

        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var open = taken.Value;
        var now = time.Instant();
        var confirmed = await db.ConfirmedAccountAsync(open.Application.OrganisationId, cancellationToken);
        var current = await db.BankAccounts.SingleOrDefaultAsync(found => found.Id == open.Claim.BankAccountId, cancellationToken);
        var known = confirmed ?? await FiledWithAsync(open.Claim, current, cancellationToken);
        if (incoming is null && new[] { current, known }.Any(found => found is { RefusedAt: not null } && account.Is(found)))
            return Outcome.Refused(Refusal.Invalid, "Ce compte est refusé : donnez-en un autre, ou joignez un RIB plus récent de celui-ci.");
        if (incoming is null && known is { RefusedAt: null } && account.Is(known)) open.Claim.BankAccountId = known.Id;
        else if (current is null || !account.Is(current) || incoming is not null || current.RefusedAt is not null)
        {
            var document = current is not null && account.Is(current) ? current.DocumentId : (Guid?)null;
            if (incoming is not null)
            {
                var added = await files.AddAsync(db, open, incoming, who.AccountId!.Value, now, cancellationToken);
                if (!added.IsDone) return Outcome.Refused(added.Refusal!.Value, added.Message!);
                document = added.Value.Id;
            }

            if (document is not { } proof) return Outcome.Refused(Refusal.Invalid, "Joignez le RIB de ce compte.");
            var replaced = known is { RefusedAt: null } && account.Is(known) ? null : known;
            var given = account.ToBankAccount(open.Application.OrganisationId, proof, replaced?.Id, who.AccountId!.Value, now);
            db.Add(given);
            open.Claim.BankAccountId = given.Id;
            if (replaced is not null) await TellAsync(open.Application, given, replaced, now, cancellationToken);
        }

        var kept = await db.KeepAsync(open, transaction, new(who, "BankAccountGiven", Act.Organisation(open.Application.OrganisationId), open.Application.Number), now, cancellationToken);
        if (kept.IsDone && incoming is not null) incoming.IsNoted = true;
        return kept;
    }

    // The account on the receipt of the claim: what comes in its place once the claim is filed is a change too. One that an officer refused
    // before accepting any was none.
    private async Task<BankAccount?> FiledWithAsync(PaymentClaim claim, BankAccount? current, CancellationToken cancellationToken)
    {
        if (claim.Receipt is null || current is null) return null;
        var filed = current.ReplacesId is { } first ? await db.BankAccounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == first, cancellationToken) : current;
        return filed is { RefusedAt: null } ? filed : null;
    }

    private async Task TellAsync(Application application, BankAccount given, BankAccount before, DateTime now, CancellationToken cancellationToken)
    {
        var members = await db.Memberships.Where(membership => membership.OrganisationId == application.OrganisationId && membership.LeftAt == null && membership.Account!.ClosedAt == null)
            .Select(membership => membership.Account!).ToListAsync(cancellationToken);
        var by = members.Find(member => member.Id == given.GivenBy)?.FullName ?? "Une personne de la structure";
        foreach (var member in members.Where(member => member.Email is not null))
        {
            db.Add(OutboxMail.For(member, $"Dossier {application.Number} : le compte bancaire a été changé",
                $"Bonjour,\n\n{by} a donné, le {now.InWords()}, un autre compte bancaire {FrenchTypography.Of(application.Organisation!.Name)} pour le versement de l'aide INESS.\n\n"
                + $"Compte connu jusqu'ici : {Iban.Masked(before.Iban)}\nNouveau compte : {Iban.Masked(given.Iban)}, au nom de {given.Holder}\n\n"
                + "Si vous n'êtes pas au courant de ce changement, dites-le aussitôt à la Région : rien n'est versé avant qu'un second agent ait confirmé ce compte.\n\n"
                + $"{portal.Of($"/demandes/{application.Id}/suivi")}\n",
                now, application.Id));
        }
    }
}
