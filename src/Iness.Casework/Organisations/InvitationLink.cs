using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace Iness.Casework.Organisations;

/// <summary>The secret of an invitation: in the link and nowhere else.</summary>
public static class InvitationLink
{
    private const int SecretBytes = 32;

    /// <summary>How long it works.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(14);

    /// <summary>A new secret, fit for an address.</summary>
    public static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What is kept of a secret.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>The invitations that may still be accepted.</summary>
    public static IQueryable<Invitation> Pending(this IQueryable<Invitation> invitations, DateTime now) =>
        invitations.Where(invitation => invitation.AcceptedAt == null && invitation.RevokedAt == null && invitation.ExpiresAt > now);

    /// <summary>Done when this person may accept it now, else why not. Somebody else's invitation says nothing of who sent it.</summary>
    public static Outcome WhyNotFor(this Invitation invitation, Account account, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        ArgumentNullException.ThrowIfNull(account);
        if (!string.Equals(invitation.Email, account.Email, StringComparison.OrdinalIgnoreCase))
            return Outcome.Refused(Refusal.NotAllowed, "Cette invitation a été envoyée à une autre adresse que celle de votre compte. Connectez-vous avec le compte de cette adresse, ou demandez une invitation à la vôtre.");
        if (invitation.AcceptedAt is not null) return Outcome.Refused(Refusal.Conflict, "Cette invitation a déjà servi.");
        if (invitation.RevokedAt is not null) return Outcome.Refused(Refusal.Conflict, "Cette invitation a été annulée.");
        return invitation.ExpiresAt > now ? Outcome.Done : Outcome.Refused(Refusal.Conflict, "Cette invitation a expiré. Demandez-en une autre à votre collègue.");
    }
}
