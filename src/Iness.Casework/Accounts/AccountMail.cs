using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts;

/// <summary>The mails about an account, added to the database for the caller to save. Nobody can fill somebody's mailbox with them.</summary>
public sealed class AccountMail(InessDbContext db, UserManager<Account> accounts, PortalAddress portal, TimeProvider time)
{
    /// <summary>Most mails of a kind to one address in an hour.</summary>
    public const int MostPerHour = 5;

    /// <summary>The link that confirms an address. False when too many have been sent there.</summary>
    public async Task<bool> AddConfirmationAsync(Account account, string? returnPath, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var code = await accounts.GenerateEmailConfirmationTokenAsync(account);
        var last = (time.Instant() + MailedLinkTokens.ConfirmationValidity).InWords();
        return await AddAsync(
            account,
            "Confirmez votre adresse pour ouvrir votre compte Iness",
            $"Pour confirmer que cette adresse est la vôtre et ouvrir votre compte, ouvrez ce lien jusqu'au {last} :\n{portal.Of($"/inscription/confirmer?compte={account.Id}&code={code}{Then(returnPath)}")}\n\n"
            + "Si vous n'avez pas demandé de compte, n'en faites rien : sans votre confirmation, personne ne peut se connecter.\n",
            cancellationToken);
    }

    /// <summary>Somebody asked for an account at an address that has one.</summary>
    public Task AddAlreadyKnownAsync(Account account, string? returnPath, CancellationToken cancellationToken) => AddAsync(
        account,
        "Vous avez déjà un compte Iness",
        $"Un compte vient d'être demandé à cette adresse, qui en a déjà un. Vous pouvez vous connecter :\n{portal.Of($"/connexion{(returnPath is null ? "" : $"?retour={Uri.EscapeDataString(returnPath)}")}")}\n\n"
        + $"Mot de passe oublié ? Choisissez-en un autre :\n{portal.Of("/mot-de-passe/oublie")}\n\nSi ce n'était pas vous, n'en faites rien : votre compte n'a pas changé.\n",
        cancellationToken);

    /// <summary>The link to choose a new password.</summary>
    public async Task AddResetAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var code = await accounts.GeneratePasswordResetTokenAsync(account);
        var last = (time.Instant() + MailedLinkTokens.ResetValidity).InWords();
        await AddAsync(
            account,
            "Choisissez un nouveau mot de passe Iness",
            $"Pour choisir un nouveau mot de passe, ouvrez ce lien jusqu'au {last} :\n{portal.Of($"/mot-de-passe/nouveau?compte={account.Id}&code={code}")}\n\n"
            + "Il ne sert qu'une fois. Si vous n'avez rien demandé, n'en faites rien : votre mot de passe ne change pas.\n",
            cancellationToken);
    }

    /// <summary>Tells the owner that the password has changed, in case it was not them. Always sent.</summary>
    public void AddPasswordChanged(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var now = time.Instant();
        db.Add(OutboxMail.For(
            account,
            "Votre mot de passe Iness a changé",
            $"Bonjour,\n\nLe mot de passe de votre compte a été changé le {now.InWords()}, et vos autres sessions ont été terminées.\n\n"
            + $"Si ce n'était pas vous, choisissez tout de suite un autre mot de passe :\n{portal.Of("/mot-de-passe/oublie")}\n",
            now));
    }

    private async Task<bool> AddAsync(Account account, string subject, string body, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var since = now - TimeSpan.FromHours(1);
        if (await db.Outbox.CountAsync(mail => mail.To == account.Email && mail.Subject == subject && mail.CreatedAt > since, cancellationToken) >= MostPerHour) return false;
        // Until the address is confirmed, the name is what anybody may have typed: it is not sent to a stranger.
        db.Add(OutboxMail.For(account.Email!, account.EmailConfirmed ? account.FullName : account.Email!, subject, $"Bonjour,\n\n{body}", now));
        return true;
    }

    private static string Then(string? returnPath) => returnPath is null ? "" : $"&retour={Uri.EscapeDataString(returnPath)}";
}
