using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Organisations;

/// <summary>Invites a colleague by e-mail to act for an organisation.</summary>
public sealed class InviteColleague(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>Longest address.</summary>
    public const int LongestEmail = EmailAddress.Longest;

    /// <summary>Most invitations that wait at once: nobody makes the portal write to the whole world.</summary>
    public const int MostPending = 20;

    /// <summary>Sends the invitation.</summary>
    public async Task<Outcome> ExecuteAsync(Guid organisationId, string? typedEmail, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } accountId) return Outcome.NotFound;
        var organisation = await db.Organisations.Of(accountId).SingleOrDefaultAsync(found => found.Id == organisationId, cancellationToken);
        if (organisation is null) return Outcome.NotFound;
        var email = typedEmail?.Trim() ?? "";
        if (!EmailAddress.IsOne(email)) return Outcome.Refused(Refusal.Invalid, "Écrivez l'adresse électronique de votre collègue, par exemple prenom.nom@exemple.fr.");

        var now = time.Instant();
        var normalized = email.ToUpperInvariant();
        if (await db.Memberships.AnyAsync(membership => membership.OrganisationId == organisationId && membership.LeftAt == null && membership.Account!.NormalizedEmail == normalized, cancellationToken))
            return Outcome.Refused(Refusal.Invalid, "Cette personne agit déjà pour la structure.");
        var pending = await db.Invitations.Pending(now).Where(invitation => invitation.OrganisationId == organisationId).Select(invitation => invitation.Email).ToListAsync(cancellationToken);
        if (pending.Contains(email, StringComparer.OrdinalIgnoreCase))
            return Outcome.Refused(Refusal.Invalid, "Une invitation attend déjà à cette adresse. Annulez-la pour en envoyer une autre.");
        if (pending.Count >= MostPending) return Outcome.Refused(Refusal.Conflict, $"{MostPending} invitations attendent déjà une réponse. Annulez-en une pour en envoyer une autre.");

        var inviter = await db.Users.SingleAsync(account => account.Id == accountId, cancellationToken);
        var secret = InvitationLink.NewSecret();
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = organisationId,
            // In lower case, to be found again when its owner closes their account.
            Email = email.ToLowerInvariant(),
            TokenHash = InvitationLink.Hash(secret),
            InvitedBy = accountId,
            CreatedAt = now,
            ExpiresAt = now + InvitationLink.Validity,
        };
        db.Add(invitation);
        // Two invitations at once are counted one after the other.
        db.Touch(organisation);
        db.Add(OutboxMail.For(
            email,
            email,
            $"{inviter.FullName} vous invite à agir pour {organisation.Name} sur Iness",
            $"Bonjour,\n\n{inviter.FullName} ({inviter.Email}) vous invite à préparer et à suivre les demandes d'aide INESS de la structure {organisation.Name} (SIREN {organisation.SpacedSiren}).\n\n"
            + $"Pour accepter, ouvrez ce lien jusqu'au {French.Date(invitation.ExpiresAt.DayInParis())}, avec un compte à cette adresse :\n{portal.Of($"/invitations/{secret}")}\n\n"
            + "Le lien ne sert qu'une fois. Si vous n'attendiez pas cette invitation, n'en faites rien.\n",
            now));
        return await db.TryCommitAsync(new(who, "ColleagueInvited", Act.Organisation(organisationId)), cancellationToken);
    }
}
