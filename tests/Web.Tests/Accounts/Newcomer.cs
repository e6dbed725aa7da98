using System.Text.RegularExpressions;
using Iness.Casework.Accounts;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Accounts;

/// <summary>Somebody who opens an account through the pages, and reads their mail.</summary>
internal sealed class Newcomer(PortalHost portal)
{
    public const string GoodPassword = "quatre tambours verts";

    /// <summary>Their address, different each time.</summary>
    public string Email { get; } = $"sacha.{Guid.NewGuid():N}@exemple.fr";

    public async Task<Person> SignUpAsync(string from = "/inscription", string password = GoodPassword, Person? browser = null)
    {
        var person = browser ?? portal.Visitor();
        LetASecondPass();
        await person.GoAsync(from);
        await person.PressAsync("Créer mon compte", ("prenom", "Sacha"), ("nom", "Morel"), ("courriel", Email), ("mot-de-passe", password));
        return person;
    }

    /// <summary>Signs up and confirms.</summary>
    public async Task<Person> OpenAsync()
    {
        var person = await SignUpAsync();
        await person.GoAsync(await LinkAsync());
        await person.PressAsync("Confirmer mon adresse", ("mot-de-passe", GoodPassword));
        return person;
    }

    public async Task<Person> SignInAsync(string password = GoodPassword, Person? browser = null)
    {
        var person = browser ?? portal.Visitor();
        LetASecondPass();
        await person.GoAsync("/connexion");
        await person.PressAsync("Se connecter", ("courriel", Email), ("mot-de-passe", password));
        return person;
    }

    /// <summary>Asks for a new password.</summary>
    public async Task<Person> ForgetAsync()
    {
        var person = portal.Visitor();
        LetASecondPass();
        await person.GoAsync("/mot-de-passe/oublie");
        await person.PressAsync("Recevoir un lien", ("courriel", Email));
        return person;
    }

    /// <summary>The link of the last mail received that has one.</summary>
    public async Task<string> LinkAsync() =>
        new Uri(Regex.Matches((await MailsAsync())[^1].Body, @"https?://\S+")[0].Value).PathAndQuery;

    public Task<List<(string Subject, string Body)>> MailsAsync() => portal.WithDatabaseAsync(async db =>
        (await db.Outbox.AsNoTracking().Where(mail => mail.To == Email).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync(TestContext.Current.CancellationToken))
        .ConvertAll(mail => (mail.Subject, mail.Body)));

    public Task<Account> AccountAsync() => portal.WithDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(account => account.Email == Email, TestContext.Current.CancellationToken));

    /// <summary>So that mails are in the order they were written.</summary>
    private void LetASecondPass() => portal.Clock.Advance(TimeSpan.FromSeconds(1));
}
