using Iness.Casework.Jobs;
using Iness.Web.Tests.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Officer;

/// <summary>A batch is prepared with its effect shown, sent, decided in one action, and its progress told without JavaScript.</summary>
public sealed class BatchPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Batch_PreparedSentAndDecided_ByThoseWhoMay()
    {
        var people = await portal.DecisionPeopleAsync("900100017", euros: 20_000);
        for (var i = 0; i < 3; i++) await portal.CheckedAsync(people);
        var lead = await portal.SignedInAsync(people.Lead);
        var late = await portal.SignedInAsync(people.Lead);
        await late.GoAsync("/lots/nouveau");
        var proposal = late.Page.QuerySelector("input[name=propositions]")!.GetAttribute("value")!;
        await lead.GoAsync("/lots/nouveau");
        await lead.PressAsync("Préparer le lot", ("nom", "Commission du 24 novembre"), ("lesquelles", "choix"));
        Assert.StartsWith("Erreur :", lead.Page.Title, StringComparison.Ordinal);
        Assert.Equal("Commission du 24 novembre", lead.ValueOf("nom"));
        await lead.PressAsync("Préparer le lot", ("lesquelles", "toutes"));
        var batch = lead.Address;
        await late.PressAsync("Préparer le lot", ("nom", "Un autre lot"), ("lesquelles", "choix"), ("propositions", proposal));
        Assert.Contains("est déjà dans le lot « Commission du 24 novembre »", late.Page.QuerySelector(".govuk-error-summary")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("7 200 € (3 aides)", lead.Text, StringComparison.Ordinal);
        Assert.Contains("12 800 €", lead.Text, StringComparison.Ordinal);
        await lead.PressAsync("Transmettre au signataire");
        Assert.Contains("transmis au signataire", lead.Text, StringComparison.Ordinal);
        await lead.PostAsync($"{batch}/decision", ("version", "2"));
        Assert.Equal(403, lead.Status);

        var signatory = await portal.SignedInAsync(people.Signatory);
        await signatory.GoAsync(batch);
        await signatory.PressAsync("Décider 3 dossiers");
        Assert.Contains("0 dossiers traités sur 3.", signatory.Text, StringComparison.Ordinal);
        Assert.NotNull(signatory.Page.QuerySelector("progress[max='3'][value='0']"));
        await using (var scope = portal.Services.CreateAsyncScope())
            Assert.Equal("Décidés : 3. Non décidés : 0.", await scope.ServiceProvider.GetServices<ITimedWork>().Single(work => work.Name == "decide-batches").RunAsync(Stop));
        await signatory.FollowAsync("Actualiser");
        Assert.Contains("décidé le 24 novembre 2026", signatory.Text, StringComparison.Ordinal);
        Assert.Null(signatory.Page.QuerySelector("progress"));

        using var workbook = await signatory.Http.GetAsync(new Uri($"{batch}/liste.xlsx", UriKind.Relative), Stop);
        using var zip = new System.IO.Compression.ZipArchive(await workbook.Content.ReadAsStreamAsync(Stop));
        await using var sheet = await zip.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).OpenAsync(Stop);
        Assert.Contains("INESS-2026-000001", await new StreamReader(sheet).ReadToEndAsync(Stop), StringComparison.Ordinal);
        using var list = await signatory.Http.GetAsync(new Uri($"{batch}/liste.pdf", UriKind.Relative), Stop);
        Assert.True(list.IsSuccessStatusCode);
    }
}
