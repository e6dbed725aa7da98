using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Iness.TestKit;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Api;

/// <summary>The link that a partner makes.</summary>
public sealed class PrefillsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Facts =
        """
        {
          "createdOn": "2026-03-02",
          "undertaking": { "siren": "900100017", "legalCategory": "9220", "headcount": 7.5 },
          "project": { "costs": [ { "id": "c1", "label": "Boutique en ligne", "category": "onlineShop", "nature": "service", "amount": 4200.00 } ] }
        }
        """;

    [Fact]
    public async Task Post_Facts_StartsAnApplicationThatKnowsThem()
    {
        var link = await LinkAsync();
        var account = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            await db.OrganisationAsync(portal.Clock, "900100017", account);
            return account;
        });
        var person = await portal.SignedInAsync(account);

        await person.GoAsync(link);
        await person.PressAsync("Créer la demande aujourd’hui");
        var application = person.Address;
        await person.GoAsync($"{application}/eligibilite");
        Assert.Equal("7,5", person.ValueOf("effectif"));
        await person.GoAsync($"{application}/depenses");
        Assert.Contains("Boutique en ligne", person.Text, StringComparison.Ordinal);
        Assert.Contains("4 200", person.Text, StringComparison.Ordinal);
        await person.GoAsync(application);
        // The date is that of the person's own act, never the partner's.
        Assert.Contains("24 novembre 2026", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_Altered_SaysThatItIsDead()
    {
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock));
        var person = await portal.SignedInAsync(account);

        await person.GoAsync((await LinkAsync())[..^3]);

        Assert.Contains("ne peut plus être lu", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WrongFacts_SaysWhere()
    {
        using var response = await PostAsync("""{"createdOn":"2026-03-02","undertaking":{"siren":"1"}}""");

        var problem = await ApiHost.ProblemAsync(response, 400, "Demande erronée");
        Assert.Equal("/undertaking/siren", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Post_TooMuchForALink_IsRefused()
    {
        var random = new Random(1);
        var costs = Enumerable.Range(0, 200).Select(i => $$"""{"id":"c{{i}}","label":"{{Convert.ToHexString(Bytes(random))}}","category":"crm","nature":"service","amount":{{random.Next(1, 9_000_000)}} }""");
        using var response = await PostAsync($$"""{"createdOn":"2026-03-02","project":{"costs":[{{string.Join(',', costs)}}] } }""");

        var problem = await ApiHost.ProblemAsync(response, 400, "Demande erronée");
        Assert.Equal("/project/costs", Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[40];
        random.NextBytes(bytes);
        return bytes;
    }

    private async Task<string> LinkAsync()
    {
        using var response = await PostAsync(Facts);
        Assert.Equal(200, (int)response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(new(2026, 12, 24, 9, 0, 0, TimeSpan.Zero), answer.GetProperty("expiresAt").GetDateTimeOffset());
        return new Uri(answer.GetProperty("url").GetString()!).PathAndQuery;
    }

    private Task<HttpResponseMessage> PostAsync(string body) => portal.CreateClient().PostAsync(
        new Uri("/api/v1/prefills", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
}
