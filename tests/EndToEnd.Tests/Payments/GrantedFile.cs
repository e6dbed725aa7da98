using System.Globalization;
using Iness.Casework;
using Iness.Casework.Applications;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.EndToEnd.Tests.Browser;
using Iness.EndToEnd.Tests.Region;
using Iness.TestKit;
using Microsoft.Playwright;

namespace Iness.EndToEnd.Tests.Payments;

/// <summary>A file whose aid of 2 400 € is granted and notified, for a cost « Boutique en ligne » of 6 000 €, with the people who deal with it.</summary>
internal sealed record GrantedFile(Portal Portal, DecisionPeople People, Guid Id, string Number)
{
    /// <summary>Address of the beneficiary's application.</summary>
    public string Application => $"/demandes/{Id}";

    /// <summary>Address of the file at the Région.</summary>
    public string Root => $"/dossiers/{Number}";

    /// <summary>Address of its payment at the Région.</summary>
    public string Payment => $"{Root}/versement";

    public static Task<GrantedFile> OpenAsync(Portal portal) => OpenAsync(portal, (db, people) => db.GrantedAsync(TimeProvider.System, people));

    /// <summary>One made as asked.</summary>
    public static async Task<GrantedFile> OpenAsync(Portal portal, Func<InessDbContext, DecisionPeople, Task<Application>> make)
    {
        var people = await Desk.PeopleAsync(portal);
        var file = await portal.WithDatabaseAsync(db => make(db, people));
        return new(portal, people, file.Id, file.Number!);
    }

    public Task<IPage> BeneficiaryAsync(int width = 1280) => Portal.SignedInAsync(People.Applicant, width);

    public Task<IPage> OfficerAsync(int width = 1280) => Portal.SignedInAsync(People.Officer, width);

    /// <summary>An electronic invoice to the beneficiary, ordered and issued today.</summary>
    public FilePayload Electronic(string number, params (string Label, decimal Amount)[] lines)
    {
        var today = TimeProvider.System.Today();
        return PayloadOf(ClaimWorld.Electronic(number, People.Organisation, today, today, lines), "application/xml");
    }

    /// <summary>A picture of an invoice.</summary>
    public static FilePayload Picture(string name) => PayloadOf(ClaimWorld.Picture(name), "image/png");

    private static FilePayload PayloadOf(SentFile file, string type)
    {
        using var content = new MemoryStream();
        using (var opened = file.Open()) opened.CopyTo(content);
        return new() { Name = file.FileName!, MimeType = type, Buffer = content.ToArray() };
    }
}

/// <summary>What is typed in the fields of payments.</summary>
internal static class Typing
{
    /// <summary>Types a day in the three fields of a date.</summary>
    public static async Task TypeDayAsync(this IPage page, string field, DateOnly day)
    {
        foreach (var (part, value) in new[] { ("jour", day.Day), ("mois", day.Month), ("annee", day.Year) })
            await page.Locator($"[name={field}-{part}]").FillAsync(value.ToString(CultureInfo.InvariantCulture));
    }

    // Beside a document in a frame, the keyboard: the frame is of another process, to which a busy browser may send a click after scrolling.

    /// <summary>Chooses with the space bar.</summary>
    public static Task TickAsync(this IPage page, string label) => page.GetByLabel(label).PressAsync("Space");

    /// <summary>Presses a button with the Enter key.</summary>
    public static Task PushAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");

    /// <summary>The same of a button that leads to a page of the same title, of which the whole is awaited.</summary>
    public static async Task PushAwayAsync(this IPage page, string button)
    {
        var before = page.Url;
        await page.PushAsync(button);
        await Assertions.Expect(page).Not.ToHaveURLAsync(before);
        await page.ExpectTitleAsync("");
    }

    /// <summary>What a page says, spaces and their kinds apart.</summary>
    public static Task SaysAsync(this IPage page, string words) => Assertions.Expect(page.Locator("main")).ToContainTextAsync(words);
}
