using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Audit;
using Iness.Casework.Control;
using Iness.Casework.Lifecycle;
using Iness.Casework.Payments;
using Iness.Casework.Tests.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Control;

/// <summary>A sample is drawn again from what is kept, without the program; risk rules say what they saw.</summary>
public sealed class SampleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Draw_AgainFromTheSeedAndTheList_GivesTheSameFiles(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine, euros: 500_000);
        await using var db = desk.Database.Open();
        List<string> paid = [];
        for (var i = 0; i < 9; i++) paid.Add((await db.PaidAsync(desk.Database.Clock, desk.People, paidOn: new(2026, 11, 10 + i))).Number!);

        Assert.Contains("on ne peut pas en tirer 8", (await DrawAsync(desk, 8)).Message, StringComparison.Ordinal);
        var id = (await DrawAsync(desk, 3)).Value;

        var campaign = await db.ControlCampaigns.SingleAsync(found => found.Id == id, Stop);
        var drawn = await db.FileControls.Where(found => found.CampaignId == id).Join(db.Applications, found => found.ApplicationId, file => file.Id, (found, file) => new { found.Why, file.Number }).ToListAsync(Stop);
        // Payées du 10 au 16 : sept dossiers. The draw again, written from its description alone.
        var list = paid.Take(7).OrderBy(number => number, StringComparer.Ordinal).ToList();
        Assert.Equal((7, Sha256(string.Concat(list.Select(number => $"{number}\n")))), (campaign.Population, campaign.PopulationSha256));
        var again = list.Select(number => (number, Hash: Sha256(campaign.Seed + number))).OrderBy(pair => pair.Hash, StringComparer.Ordinal).Take(3).Select((pair, rank) => $"{pair.number} Rang {rank + 1} sur 3 du tirage « Novembre »");
        Assert.Equal(again.Order(StringComparer.Ordinal), drawn.Select(found => $"{found.Number} {found.Why}").Order(StringComparer.Ordinal));

        // Un paiement constaté plus tard, même daté d'avant, ne change pas la liste tirée.
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        await db.PaidAsync(desk.Database.Clock, desk.People, paidOn: new(2026, 11, 12));
        Assert.Equal(7, await db.PaidBetween(campaign.PaidFrom, campaign.PaidUntil, campaign.DrawnAt).CountAsync(Stop));

        // Les dossiers déjà en contrôle ne sont pas tirés une seconde fois.
        var next = (await DrawAsync(desk, 5)).Value;
        Assert.Equal(5, await db.ControlCampaigns.Where(found => found.Id == next).Select(found => found.Population).SingleAsync(Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Risks_PaidFiles_AreComputedByTheDatabaseAndExplained(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine, euros: 500_000);
        await using var db = desk.Database.Open();
        var (plain, floor, twin) = (await db.PaidAsync(desk.Database.Clock, desk.People), await db.PaidAsync(desk.Database.Clock, desk.People), await db.PaidAsync(desk.Database.Clock, desk.People));
        (await db.PaymentClaims.SingleAsync(claim => claim.ApplicationId == floor.Id, Stop)).Retained = Money.Euros(3_050);
        var line = await db.ClaimedInvoices.Include(invoice => invoice.Lines).SingleAsync(invoice => db.PaymentClaims.Any(claim => claim.Id == invoice.ClaimId && claim.ApplicationId == floor.Id), Stop);
        (line.Lines[0].Retained, line.Source, line.SupplierId) = (Money.Euros(3_050), InvoiceSource.Typed, $"FR 12 {(await db.Organisations.SingleAsync(found => found.Id == floor.OrganisationId, Stop)).SpacedSiren}");
        var other = await db.ClaimedInvoices.SingleAsync(invoice => db.PaymentClaims.Any(claim => claim.Id == invoice.ClaimId && claim.ApplicationId == twin.Id), Stop);
        other.Identity = line.Identity;
        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);

        var found = await db.RiskyFilesAsync(new(2026, 11, 1), new(2026, 11, 30), Stop);

        Assert.Equal([floor.Number, twin.Number], found.Select(file => file.Figures.Number));
        Assert.Equal(["plancher", "doublon", "soi-même", "déductions"], found[0].Findings.Select(finding => finding.Rule));
        Assert.Equal("Juste au-dessus du plancher : 3 050 € retenus pour un plancher de 3 000 € (seuil : 150 € au-dessus au plus).", found[0].Findings[0].Sentence);
        Assert.Equal("49 % des dépenses présentées ont été écartées, soit 2 950 € (seuil : 30 %).", found[0].Findings[3].Sentence);
        Assert.Equal(["doublon"], found[1].Findings.Select(finding => finding.Rule));

        // Un dossier contrôlé n'est plus proposé, et son irrégularité signale les autres de la même entreprise.
        var control = (await new OpenControl(db, desk.Database.Clock).ExecuteAsync(floor.Id, ControlOrigin.Risk, found[0].Why, desk.People.Officer.AsActor(), Stop)).Value;
        Assert.Equal(Refusal.Conflict, (await new OpenControl(db, desk.Database.Clock).ExecuteAsync(floor.Id, ControlOrigin.Chosen, "Encore.", desk.People.Officer.AsActor(), Stop)).Refusal);
        Assert.Equal([twin.Number], (await db.RiskyFilesAsync(new(2026, 11, 1), new(2026, 11, 30), Stop)).Select(file => file.Figures.Number));
        Assert.Contains("Un contrôle est ouvert", (await new CloseFile(db, desk.Database.Clock).ExecuteAsync(floor.Id, floor.Version, desk.People.Officer.AsActor(), Stop)).Message, StringComparison.Ordinal);
        Assert.True((await new CloseFile(db, desk.Database.Clock).ExecuteAsync(plain.Id, plain.Version, desk.People.Officer.AsActor(), Stop)).IsDone);
        Assert.Equal(FileStatus.Closed, (await db.Applications.AsNoTracking().SingleAsync(file => file.Id == plain.Id, Stop)).Status);
        Assert.NotEqual(Guid.Empty, control);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task End_ALineCorrected_IsComputedAgainByTheRegulationAndLeavesTheClaimAsPaid(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        await using var db = desk.Database.Open();
        var file = await db.PaidAsync(desk.Database.Clock, desk.People);
        var line = await db.ClaimedInvoices.SelectMany(invoice => invoice.Lines).Select(found => found.Id).SingleAsync(Stop);
        var control = (await new OpenControl(db, desk.Database.Clock).ExecuteAsync(file.Id, ControlOrigin.Chosen, "Signalement.", desk.People.Officer.AsActor(), Stop)).Value;
        var end = new EndControl(db, desk.Database.Clock);
        ControlRecord record = new(ControlPlace.OnSite, new(2026, 11, 24), "La boutique vend aussi pour une autre structure.", ControlOutcome.Compliant, [new(line, Money.Euros(4_000), "Part d'une autre structure.")]);

        Assert.Contains("n'est pas conforme", (await end.ExecuteAsync(control, 1, record, desk.People.Officer.AsActor(), Stop)).Message, StringComparison.Ordinal);
        Assert.Contains("entre zéro et ce montant", (await end.ExecuteAsync(control, 1, record with { Outcome = ControlOutcome.Corrected, Corrections = [new(line, Money.Euros(6_001), "Trop.")] }, desk.People.Officer.AsActor(), Stop)).Message, StringComparison.Ordinal);
        Assert.True((await end.ExecuteAsync(control, 1, record with { Outcome = ControlOutcome.Corrected }, desk.People.Officer.AsActor(), Stop)).IsDone);

        db.ChangeTracker.Clear();
        var ended = await db.FileControls.SingleAsync(Stop);
        Assert.Equal(Money.Euros(1_600), ended.CorrectedAid);
        Assert.Equal("Part d'une autre structure.", Assert.Single(EndControl.CorrectionsOf(ended)).Reason);
        Assert.Equal(Money.Euros(6_000), await db.ClaimedInvoices.SelectMany(invoice => invoice.Lines).Select(found => found.Retained).SingleAsync(Stop));
    }

    [Fact]
    public void Rules_JustBelowEachThreshold_PointAtNothing() => Assert.Empty(RiskRules.Of(new()
    {
        ApplicationId = Guid.Empty,
        Number = "INESS-2026-000001",
        Organisation = "Les Jardins d’essai",
        Paid = 1_260_01,
        Retained = 3_150_01,
        Presented = 4_500_00,
        Kept = 3_150_01,
        TopSupplier = 2_835_00,
        Invoices = 5,
        Typed = 3,
        Collisions = 0,
        OwnInvoices = 0,
        AccountChanges = 0,
        Irregularities = 0,
    }));

    private static async Task<Outcome<Guid>> DrawAsync(DecisionDesk desk, int size)
    {
        await using var db = desk.Database.Open();
        return await new DrawSample(db, desk.Database.Clock).ExecuteAsync("Novembre", new(2026, 11, 10), new(2026, 11, 16), size, desk.People.Lead.AsActor(), Stop);
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
