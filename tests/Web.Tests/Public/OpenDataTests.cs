using System.Diagnostics;
using System.Net;
using Iness.Casework.OpenData;
using Iness.TestKit;
using Iness.Web.Tests.Officer;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Public;

/// <summary>Open data as whoever reuses it finds it: valid against its schema, cheap to ask for again, and figures in tables beside their drawings.</summary>
public sealed class OpenDataTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Address = "/donnees-ouvertes/subventions.csv";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_OfGrants_IsValidAgainstTheSchemaAndAskedAgainCostsNothing()
    {
        var people = await portal.DecisionPeopleAsync("900100017", euros: 1_000_000);
        var files = new[] { await portal.GrantedAsync(people), await portal.GrantedAsync(people), await portal.GrantedAsync(people) };
        portal.Clock.Advance(WriteOpenGrants.Fresh);
        using var client = portal.CreateClient();
        using var answer = await client.GetAsync(new Uri(Address, UriKind.Relative), Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("max-age=600, public", string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.NotNull(answer.Content.Headers.LastModified);
        Assert.All(files, file => Assert.Contains(file.Number!, text, StringComparison.Ordinal));
        foreach (var person in new[] { people.Applicant, people.Officer, people.Signatory }) Assert.DoesNotContain(person.FamilyName, text, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, Address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Stop)).StatusCode);
        using var head = await client.SendAsync(new(HttpMethod.Head, Address), Stop);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));

        var (code, said) = await ValidateAsync(text);
        Assert.True(code == 0, said);
        Assert.EndsWith($"{text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1} rows\n", said, StringComparison.Ordinal);
        // What checks must be able to refuse.
        Assert.Equal(1, (await ValidateAsync(text.Replace("aide en numéraire", "argent", StringComparison.Ordinal))).Code);
    }

    [Fact]
    public async Task Page_Figures_AreInTablesBesideTheirDrawings()
    {
        var people = await portal.DecisionPeopleAsync("900100025", euros: 1_000_000);
        await portal.GrantedAsync(people);
        portal.Clock.Advance(WriteOpenGrants.Fresh);

        var visitor = portal.Visitor();
        await visitor.GoAsync("/donnees-ouvertes");

        Assert.Equal(200, visitor.Status);
        Assert.Equal(Address, visitor.Page.QuerySelector("a[download]")!.GetAttribute("href"));
        foreach (var id in new[] { "annees", "departements", "categories", "delais" }) Assert.NotNull(visitor.Page.QuerySelector($"table#{id}"));
        Assert.Equal(5, visitor.Page.QuerySelectorAll(".department-map path").Length);
        Assert.Contains("Licence Ouverte 2.0", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Site de vente en ligne", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", visitor.Text, StringComparison.Ordinal);
    }

    /// <summary>Asks npm's tableschema, with the schema as it is published.</summary>
    private static async Task<(int Code, string Said)> ValidateAsync(string csv)
    {
        var schema = RepositoryRoot.OutsideData("samples", "open-data", "scdl-subventions-2.1.1.schema.json");
        Assert.SkipWhen(schema is null, "The SCDL schema is not beside the repository.");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, csv, Stop);
            using var node = Process.Start(new ProcessStartInfo("node", [RepositoryRoot.PathOf("tests", "Web.Tests", "Public", "validate-table.mjs"), schema, file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = node.StandardOutput.ReadToEndAsync(Stop);
            var complaint = node.StandardError.ReadToEndAsync(Stop);
            await node.WaitForExitAsync(Stop);
            return (node.ExitCode, await said + await complaint);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
