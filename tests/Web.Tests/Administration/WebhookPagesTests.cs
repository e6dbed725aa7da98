using Iness.Casework;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners;
using Iness.Web.Tests.Officer;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Administration;

/// <summary>An address told of what happens, from its adding to its end, through the pages.</summary>
public sealed class WebhookPagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string List = "/administration/webhooks";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_Added_IsTriedReplayedAndStopped()
    {
        var (administrator, _) = await portal.AgentAsync(Role.Administrator);
        await administrator.GoAsync("/administration");
        await administrator.FollowAsync("Webhooks");
        await administrator.FollowAsync("Ajouter une adresse");
        await administrator.PressAsync("Ajouter", ("nom", "Entrepôt de données"), ("adresse", "https://partenaire.exemple.fr/iness"), ("evenements", "application.filed"));
        Assert.Equal("Adresse ajoutée", administrator.Heading);
        var secret = administrator.Page.QuerySelector("#secret")!.TextContent;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);

        var (_, _, number) = await portal.FileAsync();
        await administrator.FollowAsync("Suivre les envois");
        Assert.DoesNotContain(secret, administrator.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains(number, administrator.Text, StringComparison.Ordinal);
        await administrator.PressAsync("Envoyer un essai");
        Assert.Contains("ping", administrator.Text, StringComparison.Ordinal);

        // As if both had been given up.
        await portal.WithDatabaseAsync(db => db.WebhookDeliveries.ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.DueAt, (DateTime?)null).SetProperty(delivery => delivery.AbandonedAt, portal.Clock.Instant()).SetProperty(delivery => delivery.LastError, "Réponse <503>."), Stop));
        await administrator.GoAsync(administrator.Address);
        Assert.Contains("Réponse <503>.", administrator.Text, StringComparison.Ordinal);
        await administrator.PressAsync("Renvoyer");
        Assert.Contains("renvoyé à la main", administrator.Text, StringComparison.Ordinal);

        await administrator.PressAsync("Ne plus prévenir");
        Assert.Contains("arrêtée le", administrator.Text, StringComparison.Ordinal);
        Assert.Empty(administrator.Page.QuerySelectorAll("main form"));
        Assert.Equal(["WebhookAdded", "WebhookTested", "WebhookReplayed", "WebhookStopped"], await portal.WithDatabaseAsync(db =>
            db.AuditLog.Where(line => line.Subject.StartsWith("webhook/")).OrderBy(line => line.Sequence).Select(line => line.Action).ToListAsync(Stop)));
    }

    [Theory]
    [InlineData("http://partenaire.fr/")]
    [InlineData("https://169.254.169.254/")]
    public async Task Webhook_BadInput_KeepsWhatWasTyped(string address)
    {
        var (administrator, _) = await portal.AgentAsync(Role.Administrator);
        await administrator.GoAsync($"{List}/nouveau");
        await administrator.PressAsync("Ajouter", ("nom", "Entrepôt"), ("adresse", address));

        Assert.StartsWith("Erreur", administrator.Page.Title, StringComparison.Ordinal);
        Assert.Equal(("Entrepôt", address), (administrator.ValueOf("nom"), administrator.ValueOf("adresse")));
        Assert.NotNull(administrator.ErrorOf("adresse"));
        Assert.NotNull(administrator.ErrorOf("evenements"));
    }

    [Fact]
    public async Task Log_Long_IsReadByPages()
    {
        var (administrator, account) = await portal.AgentAsync(Role.Administrator);
        var id = Guid.CreateVersion7();
        await portal.WithDatabaseAsync(async db =>
        {
            var now = portal.Clock.Instant();
            db.Add(new Webhook { Id = id, Name = "Bavard", Url = "https://partenaire.fr/", ProtectedSecret = "x", Events = "payment.paid", CreatedBy = account.Id, CreatedAt = now });
            for (var i = 0; i < 60; i++) db.Add(new WebhookDelivery { Id = Guid.CreateVersion7(), WebhookId = id, Event = $"essai.{i:00}", Payload = "{}", CreatedAt = now.AddSeconds(i) });
            await db.CommitAsync(new(new(account.Id, Role.Administrator), "TestPrepared", $"webhook-test/{id}"), Stop);
            return true;
        });

        await administrator.GoAsync($"{List}/{id}");
        Assert.Contains("essai.59", administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("essai.09", administrator.Text, StringComparison.Ordinal);
        await administrator.FollowAsync("Envois plus anciens");
        Assert.Contains("essai.09", administrator.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("essai.10", administrator.Text, StringComparison.Ordinal);
    }
}
