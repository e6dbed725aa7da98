using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>The envelope of a year is never less than what it bears; apart from the batches, which take all that is proposed.</summary>
public sealed class EnvelopePagesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Envelope_UnderWhatIsGranted_IsRefusedAndKeepsWhatWasTyped()
    {
        var people = await portal.DecisionPeopleAsync("900100025", euros: 100_000);
        await portal.CheckedAsync(people);
        var finance = await portal.SignedInAsync(await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Louise Petit", Casework.Lifecycle.Role.Finance)));
        await finance.GoAsync("/budget/2026");
        await finance.PressAsync("Fixer l’enveloppe", ("montant", "1 000"), ("vote", "Délibération du 29 janvier"));
        Assert.Contains("sont déjà proposés ou accordés sur 2026", finance.ErrorOf("montant"), StringComparison.Ordinal);
        Assert.Equal(("1 000", "Délibération du 29 janvier"), (finance.ValueOf("montant"), finance.ValueOf("vote")));

        await finance.PressAsync("Fixer l’enveloppe", ("montant", "90 000"));

        Assert.Equal("/budget", finance.Address);
        Assert.Contains("90 000 €", finance.Text, StringComparison.Ordinal);
        Assert.Equal(Iness.Regulation.Money.Euros(90_000), await portal.WithDatabaseAsync(db => db.Envelopes.AsNoTracking().Select(envelope => envelope.Voted).SingleAsync(Stop)));
    }
}
