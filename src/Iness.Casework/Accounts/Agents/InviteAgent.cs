using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts.Agents;

/// <summary>Who is invited.</summary>
/// <param name="Email">Address, already seen to be one.</param>
/// <param name="GivenName">First name.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="Role">As what.</param>
/// <param name="Capacity">Capacity of a signatory; kept for no other role.</param>
public sealed record NewAgent(string Email, string GivenName, string FamilyName, Role Role, string? Capacity);

/// <summary>An invitation sent.</summary>
/// <param name="AccountId">The account, of no use until its owner has chosen a password.</param>
/// <param name="Address">The link of the mail.</param>
/// <param name="Until">Until when it works, UTC.</param>
public sealed record AgentInvitation(Guid AccountId, string Address, DateTime Until);

/// <summary>Opens the account of an agent of the Région, and sends the link by which they choose a password.</summary>
public sealed class InviteAgent(InessDbContext db, AgentLink link, TimeProvider time)
{
    private const string Taken = "Un agent a déjà un compte à cette adresse.";

    /// <summary>Invites.</summary>
    public async Task<Outcome<AgentInvitation>> ExecuteAsync(NewAgent asked, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (AgentAccounts.WhyNot(asked.Role, asked.Capacity) is { } why) return Outcome.Refused(Refusal.Invalid, why);
        // No transaction held: sealing the link may write a new key, on a connection of its own.
        var normalized = asked.Email.ToUpperInvariant();
        var account = await db.Users.SingleOrDefaultAsync(found => found.NormalizedEmail == normalized, cancellationToken);
        // An account asked for at this address and never confirmed is nobody's: it must not keep the agent out.
        if (account is not null and not { EmailConfirmed: false, Role: Role.Applicant })
        {
            return Outcome.Refused(Refusal.Conflict, account.Role == Role.Applicant
                ? "Un demandeur a déjà un compte à cette adresse. Invitez l'agent à une autre adresse."
                : Taken);
        }

        var now = time.Instant();
        if (account is null)
        {
            account = new() { Id = Guid.CreateVersion7(now), CreatedAt = now, LockoutEnabled = true, Email = asked.Email, UserName = asked.Email, NormalizedEmail = normalized, NormalizedUserName = normalized };
            db.Add(account);
        }

        (account.GivenName, account.FamilyName, account.Role) = (asked.GivenName, asked.FamilyName, asked.Role);
        account.Capacity = asked.Role == Role.Signatory ? asked.Capacity : null;
        (account.PasswordHash, account.SecurityStamp, account.ConcurrencyStamp) = (null, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        var invitation = Send(account, now);
        try
        {
            return await db.TryCommitAsync(new(who, "AgentInvited", Act.Account(account.Id)), cancellationToken) is { IsDone: false } late ? late : invitation;
        }
        catch (DbUpdateException)
        {
            // The same address given at the same instant.
            db.ChangeTracker.Clear();
            if (!await db.Users.AnyAsync(found => found.NormalizedEmail == normalized, cancellationToken)) throw;
            return Outcome.Refused(Refusal.Conflict, Taken);
        }
    }

    /// <summary>Sends another link to somebody who has not used theirs, which dies.</summary>
    public async Task<Outcome<AgentInvitation>> ExecuteAgainAsync(Guid accountId, Actor who, CancellationToken cancellationToken)
    {
        if (await db.Users.OfAgents().SingleOrDefaultAsync(found => found.Id == accountId && found.ClosedAt == null, cancellationToken) is not { } account) return Outcome.NotFound;
        if (account.EmailConfirmed) return Outcome.Refused(Refusal.Conflict, "Cette personne a déjà accepté son invitation.");
        (account.SecurityStamp, account.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        var invitation = Send(account, time.Instant());
        return await db.TryCommitAsync(new(who, "AgentInvitedAgain", Act.Account(account.Id)), cancellationToken) is { IsDone: false } late ? late : invitation;
    }

    private AgentInvitation Send(Account account, DateTime now)
    {
        var (address, until) = link.Of(account);
        db.Add(OutboxMail.For(
            account,
            "Votre compte d'agent sur Iness",
            $"Bonjour,\n\nUn compte vous est ouvert sur Iness, le service en ligne de l'aide INESS de la Région Hauts-de-France. Votre rôle : {account.Role.InFrench()}.\n\n"
            + $"Pour choisir votre mot de passe, ouvrez ce lien jusqu'au {until.InWords()} :\n{address}\n\n"
            + "Il ne sert qu'une fois. Un second facteur vous sera demandé ensuite : une application de codes ou une clé d'accès.\n\n"
            + "Si vous n'attendiez pas cette invitation, n'en faites rien.\n",
            now));
        return new(account.Id, address, until);
    }
}
