using Iness.Casework.Accounts;
using Iness.Casework.Lifecycle;
using Iness.EndToEnd.Tests.Applicant;
using Iness.EndToEnd.Tests.Browser;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Region;

/// <summary>A filed application, and the people of the Région who deal with it.</summary>
internal sealed record Desk(Portal Portal, DecisionPeople People, Draft Draft, string Number)
{
    // One envelope a year: two tests must not vote it at once.
    private static readonly SemaphoreSlim Vote = new(1);

    /// <summary>Address of the file.</summary>
    public string Root => $"/dossiers/{Number}";

    public static async Task<Desk> OpenAsync(Portal portal, long euros = 1_000_000, params (string Key, string Value)[] answers)
    {
        var people = await PeopleAsync(portal, euros);
        var draft = await Draft.FileAsync(portal, answers);
        var number = await portal.WithDatabaseAsync(db => db.Applications.Where(found => found.Id == draft.Id).Select(found => found.Number).SingleAsync(TestContext.Current.CancellationToken));
        return new(portal, people, draft, number!);
    }

    public static async Task<DecisionPeople> PeopleAsync(Portal portal, long euros = 1_000_000)
    {
        await Vote.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await portal.WithDatabaseAsync(db => db.DecisionPeopleAsync(TimeProvider.System, Draft.NewSiren(), euros));
        }
        finally
        {
            Vote.Release();
        }
    }

    public static Task<Account> AgentAsync(Portal portal, Role role) => portal.WithDatabaseAsync(db => db.AccountAsync(TimeProvider.System, "Lou Bernard", role));

    public Task<IPage> OfficerAsync(int width = 1280) => Portal.SignedInAsync(People.Officer, width);

    public Task<IPage> LeadAsync(int width = 1280) => Portal.SignedInAsync(People.Lead, width);

    public Task<IPage> SignatoryAsync(int width = 1280) => Portal.SignedInAsync(People.Signatory, width);

    public Task<IPage> ApplicantAsync() => Portal.SignedInAsync(Draft.Account);

    /// <summary>Rules on everything that a machine cannot know, as met.</summary>
    public async Task RuleOnAllAsync(IPage page)
    {
        await page.GotoAsync(Root);
        if (await page.GetByRole(AriaRole.Button, new() { Name = "Prendre en instruction" }).CountAsync() > 0) await page.PressAsync("Prendre en instruction");
        var open = page.Locator(".file-finding").Filter(new() { HasNot = page.Locator(".ruling") }).Filter(new() { HasNot = page.Locator(".govuk-tag--green") }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Statuer") });
        for (var left = await open.CountAsync(); left > 0; left = await open.CountAsync())
        {
            await open.First.ClickAsync();
            await RuleAsync(page, "Remplie", "Vu au dossier.");
            await page.GotoAsync(Root);
        }
    }

    public static async Task RuleAsync(IPage page, string verdict, string reason)
    {
        await page.ChooseAsync(verdict);
        await page.GetByLabel("Motif").FillAsync(reason);
        await page.PressAsync("Enregistrer");
        await Assertions.Expect(page.Locator("[role=status]").First).ToContainTextAsync(verdict.ToLowerInvariant());
    }

    public async Task ProposeAsync(IPage page, string what)
    {
        await page.GotoAsync($"{Root}/proposition");
        await page.GetByLabel(what).CheckAsync();
        await page.PressAsync("Proposer");
        await Assertions.Expect(page.GetByText("La proposition est transmise")).ToBeVisibleAsync();
    }

    public async Task CheckAsync(IPage page)
    {
        await page.GotoAsync($"{Root}/controle");
        await page.PressAsync("Valider la proposition");
        await Assertions.Expect(page.GetByText("elle attend le signataire")).ToBeVisibleAsync();
    }

    public async Task SignAsync(IPage page, string button)
    {
        await page.GotoAsync($"{Root}/signature");
        await page.PressAsync(button);
        await Assertions.Expect(page.GetByText("La décision est prise et notifiée au demandeur.")).ToBeVisibleAsync();
    }
}
