using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;
using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Payments.Claims;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Payments;

/// <summary>A claim from its first invoice to its acknowledgement: read, typed, given back, presented twice.</summary>
public sealed class ClaimTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TypedInvoice Typed => new()
    {
        IsCreditNote = false,
        SupplierName = "Hébergeur du Nord",
        SupplierId = "404833048",
        Number = "2027-14",
        IssuedOn = new(2027, 1, 10),
        OrderedOn = new(2026, 12, 2),
        Currency = "EUR",
        BuyerName = "Les Jardins d’essai",
        BuyerId = "900100017",
        NetTotal = Money.Euros(1_500),
        GrandTotal = Money.Euros(1_800),
        TaxTotal = Money.Euros(300),
        Lines = [new(null, "Formation à la boutique", Money.Euros(1_500), null)],
    };

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Claim_ElectronicTypedAndCreditNote_IsPaidOnWhatIsLeft(Engine engine)
    {
        await using var desk = await ClaimDesk.OpenAsync(engine);
        var read = (await desk.AddElectronicAsync("FA-1", ("Création de la boutique en ligne", 4_000m), ("Antivirus", 200m))).Value;
        var credit = (await desk.AddElectronicAsync("AV-1", ("Avoir sur la boutique", -500m))).Value;
        var typed = (await desk.AddAsync(ClaimWorld.Picture("facture.png"))).Value;
        Assert.Equal((InvoiceSource.Electronic, InvoiceSource.Electronic, InvoiceSource.Typed), (read.Source, credit.Source, typed.Source));
        Assert.Equal("Il manque encore : Facture à saisir à côté de son image.", (await desk.FileAsync()).Message);
        Assert.True((await desk.SaveAsync(typed.Id, 1, Typed)).IsDone);
        Assert.Equal(Refusal.Conflict, (await desk.SaveAsync(typed.Id, 1, Typed)).Refusal);

        var review = await desk.ReadAsync();
        var antivirus = review.Invoices[0].Invoice.Lines.Single(line => line.Label == "Antivirus");
        Assert.Equal((null, "c1", "c1"), (antivirus.CostId, review.Invoices[1].Invoice.Lines[0].CostId, review.Invoices[2].Invoice.Lines[0].CostId));
        Assert.True((await desk.MatchAsync(new LineMatch(antivirus.Id, null, null))).IsDone);
        Assert.True((await desk.ProveAsync(read.Id)).IsDone);
        Assert.True((await desk.ProveAsync(typed.Id, ClaimWorld.Picture("releve.png"))).IsDone);
        Assert.True((await desk.GiveAccountAsync()).IsDone);
        Assert.True((await desk.NoOtherAidAsync()).IsDone);

        review = await desk.ReadAsync();
        Assert.Empty(ClaimParts.Missing(review));
        Assert.Equal((Money.Euros(5_000), Money.Euros(2_000)), (review.Facts(PaidBasis.Claimed).Proved, review.Assess(PaidBasis.Claimed).Amount));
        Assert.Equal("Pour déposer, déclarez que ces dépenses sont payées et que votre demande est exacte.", (await desk.FileAsync(isDeclared: false)).Message);
        Assert.True((await desk.FileAsync()).IsDone);
        Assert.True((await desk.FileAsync()).IsDone);
        Assert.Equal(Refusal.Conflict, (await desk.FileAsync("other")).Refusal);
        Assert.Equal(Refusal.Conflict, (await desk.AddElectronicAsync("FA-9", ("Boutique", 1m))).Refusal);

        await using var db = desk.Database.Open();
        var claim = await db.PaymentClaims.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((new DateOnly(2027, 1, 23), FileStatus.PaymentClaimed), (claim.CompleteOn, (await db.Applications.SingleAsync(Stop)).Status));
        Assert.Contains("Facture FA-1 d’Atelier du Web", claim.Receipt!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Single(await db.Outbox.Where(mail => mail.Subject.StartsWith("Accusé de réception de votre demande de versement")).ToListAsync(Stop));
    }

    [Fact]
    public async Task Save_OverWhatAColleagueSavedMeanwhile_IsToldAndWritesNothing()
    {
        await using var desk = await ClaimDesk.OpenAsync(Engine.Sqlite);
        var seen = await desk.SeenAsync();
        Assert.True((await desk.NoOtherAidAsync()).IsDone);

        var refused = await desk.NoOtherAidAsync(seen);

        Assert.Equal(Refusal.Conflict, refused.Refusal);
        Assert.Contains("ce que vous avez saisi est gardé", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_ACreditNoteAfterAFirstFiling_HasTheOtherLinesLookedAtAgain()
    {
        await using var desk = await ClaimDesk.OpenAsync(Engine.Sqlite);
        await desk.AddElectronicAsync("FA-1", ("Boutique en ligne", 5_000m));
        var credit = (await desk.AddElectronicAsync("AV-1", ("Remise", -1_000m))).Value;
        await desk.DoAsync(db => db.Set<ClaimedLine>().ExecuteUpdateAsync(set => set.SetProperty(line => line.Retained, line => line.Amount), Stop));
        await desk.DoAsync(db => db.PaymentClaims.ExecuteUpdateAsync(set => set.SetProperty(claim => claim.Receipt, "{}"), Stop));

        Assert.True((await desk.RemoveAsync(credit.Id)).IsDone);

        Assert.Null(Assert.Single((await desk.ReadAsync()).Invoices).Invoice.Lines.Single().Retained);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Claim_TheSameInvoice_IsKeptOnceAndFoundInEveryFile(Engine engine)
    {
        await using var desk = await ClaimDesk.OpenAsync(engine);
        var first = (await desk.AddElectronicAsync("FA-1", ("Boutique en ligne", 4_000m))).Value;
        Assert.Equal(first.Id, (await desk.AddElectronicAsync("FA-1", ("Boutique en ligne", 4_000m))).Value.Id);
        var typed = (await desk.AddAsync(ClaimWorld.Picture("la-meme.png"))).Value;
        await desk.SaveAsync(typed.Id, 1, Typed with { SupplierId = "338 365 059 00012", Number = "fa 1" });
        var review = await desk.ReadAsync();
        Assert.Equal([Verdict.Review, Verdict.NotMet], review.Invoices.Select(one => one.Checks.Single(check => check.Kind == CheckKind.Twin).Verdict));
        Assert.Equal(Money.Euros(4_000), review.Facts(PaidBasis.Claimed).Proved);
        // With its supplier's name alone, the number has an officer look.
        await desk.SaveAsync(typed.Id, 2, Typed with { SupplierId = null, Number = "FA.1", IssuedOn = Typed.IssuedOn.AddDays(1) });
        Assert.StartsWith("Même numéro qu'une autre facture", (await desk.ReadAsync()).Invoices[1].Checks.Single(check => check is { Kind: CheckKind.Twin, Verdict: Verdict.Review }).Explanation, StringComparison.Ordinal);
        await desk.RemoveAsync(typed.Id);
        await desk.GiveAccountAsync();
        await desk.NoOtherAidAsync();
        Assert.True((await desk.FileAsync()).IsDone);
        // Its proof is missing: it is filed, and not complete.
        Assert.Null((await desk.DoAsync(db => db.PaymentClaims.SingleAsync(Stop))).CompleteOn);

        // No using: the database is the first desk's.
        var elsewhere = await desk.ElsewhereAsync();
        await elsewhere.AddElectronicAsync("FA-1", ("Boutique en ligne", 4_000m));
        var found = (await elsewhere.ReadAsync()).Invoices.Single();
        var check = found.Checks.Single(check => check.Kind == CheckKind.Twin);
        Assert.False(found.Counts);
        Assert.DoesNotContain(desk.File.Number!, check.Explanation, StringComparison.Ordinal);
        Assert.Contains(desk.File.Number!, check.ForService, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_SentBackForMissingItems_IsChangedAndFiledAgain()
    {
        await using var desk = await ClaimDesk.OpenAsync(Engine.Sqlite);
        var invoice = (await desk.AddElectronicAsync("FA-1", ("Boutique en ligne", 4_000m))).Value;
        await desk.GiveAccountAsync();
        await desk.NoOtherAidAsync();
        Assert.True((await desk.FileAsync()).IsDone);
        await SendBackAsync(desk);

        Assert.True((await desk.ProveAsync(invoice.Id, ClaimWorld.Picture("releve.png"))).IsDone);
        await using (var db = desk.Database.Open()) Assert.NotNull((await db.Set<MissingItem>().SingleAsync(Stop)).ProducedAt);
        Assert.True((await desk.FileAsync("k2")).IsDone);

        await using var after = desk.Database.Open();
        Assert.NotNull((await after.MissingItemsRequests.SingleAsync(Stop)).AnsweredAt);
        Assert.Equal(new DateOnly(2027, 1, 23), (await after.PaymentClaims.SingleAsync(Stop)).CompleteOn);
    }

    [Fact]
    public async Task Prove_WhatWasDeductedForWantOfProof_IsLookedAtAgain()
    {
        await using var desk = await ClaimDesk.OpenAsync(Engine.Sqlite);
        var invoice = (await desk.AddElectronicAsync("FA-1", ("Boutique en ligne", 6_000))).Value.Id;
        await desk.DoAsync(db => db.Set<ClaimedLine>().ExecuteUpdateAsync(set => set.SetProperty(line => line.Retained, Money.Zero).SetProperty(line => line.DeductionReason, "NotProved"), Stop));

        Assert.True((await desk.ProveAsync(invoice)).IsDone);

        Assert.Equal((null, null), await desk.DoAsync(db => db.Set<ClaimedLine>().Select(line => ValueTuple.Create(line.Retained, line.DeductionReason)).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Claim_OfAnotherOrganisation_DoesNotExist()
    {
        await using var desk = await ClaimDesk.OpenAsync(Engine.Sqlite);
        var stranger = await desk.DoAsync(db => db.AccountAsync(desk.Database.Clock, "Alix Petit"));

        Assert.Equal(Refusal.NotFound, (await desk.AddAsync(ClaimWorld.Picture("a.png"), stranger)).Refusal);
        Assert.Equal(Refusal.NotFound, (await desk.FileAsync(by: stranger)).Refusal);
        Assert.Equal(Refusal.NotFound, (await desk.DoAsync(db => new StartClaim(db, desk.Database.Clock).ExecuteAsync(desk.File.Id, stranger.AsActor(), Stop))).Refusal);
        Assert.Empty(desk.Kept);
    }

    [Fact]
    public async Task Add_AnXmlThatIsNoInvoice_SaysWhyAndKeepsNothing()
    {
        await using var desk = await ClaimDesk.OpenAsync(Engine.Sqlite);

        var bomb = await desk.AddAsync(new("facture.xml", () => new MemoryStream("<!DOCTYPE x [<!ENTITY a \"b\">]><Invoice>&a;</Invoice>"u8.ToArray())));

        Assert.Equal(Refusal.Invalid, bomb.Refusal);
        Assert.Contains("DTD", bomb.Message, StringComparison.Ordinal);
        Assert.Empty(desk.Kept);
    }

    private static async Task SendBackAsync(ClaimDesk desk)
    {
        await using var db = desk.Database.Open();
        var now = desk.Database.Clock.Instant();
        var file = await db.Applications.SingleAsync(Stop);
        Assert.True(file.Move(FileAction.RequestPaymentItems, desk.People.Officer.AsActor(), now).IsDone);
        (await db.PaymentClaims.SingleAsync(Stop)).FiledAt = null;
        var id = Guid.CreateVersion7(now);
        db.Add(new MissingItemsRequest
        {
            Id = id,
            ApplicationId = file.Id,
            SentAt = now,
            SentBy = desk.People.Officer.Id,
            DueOn = now.DayInParis().AddDays(30),
            IsOnPayment = true,
            Items = [new() { Id = Guid.CreateVersion7(now), RequestId = id, DocumentKind = "PaymentProof", Label = "Le relevé qui montre le débit" }],
        });
        await db.CommitAsync(new(desk.People.Officer.AsActor(), "TestPrepared", "test/1"), Stop);
    }
}
