using Iness.Casework.Payments;
using Iness.Casework.Payments.Checks;
using Iness.Regulation;

namespace Iness.Casework.Tests.Payments;

/// <summary>Each check says its provision, its verdict and one sentence with the value and the threshold.</summary>
public sealed class InvoiceChecksTests
{
    private static ClaimedInvoice Invoice => SampleInvoice.Of(("Création de la boutique en ligne", 6_000, "c1"));

    [Fact]
    public void Check_AnInvoiceInOrder_MeetsEverything()
    {
        var checks = InvoiceChecks.Of(Invoice, SampleInvoice.Context);

        Assert.All(checks.Checks, check => Assert.Equal(Verdict.Met, check.Verdict));
        Assert.True(checks.Counts);
        Assert.Contains(checks.Checks, check => check.Explanation == "6 000 € : dépense accordée « Boutique en ligne », retenue pour 6 000 €.");
    }

    public static TheoryData<string, string, Verdict, string> Faults { get; } = new()
    {
        { "buyer-other", "COS-1", Verdict.NotMet, "Facture au nom d'un tiers, SIREN 338365059 : elle doit être au nom du bénéficiaire, Les Jardins d’essai (SIREN 900100017)." },
        { "buyer-name", "COS-1", Verdict.Review, "Facture au nom de « Les jardins d'ESSAI », sans SIREN : le nom est celui du bénéficiaire, un agent le vérifiera." },
        { "order-before", "COS-11", Verdict.NotMet, "Commande du 1er mars 2026 : elle ne doit pas précéder la création de la demande, le 2 mars 2026." },
        { "issue-before", "COS-11", Verdict.NotMet, "Facture du 1er mars 2026 : ce qu'elle facture a été commandé avant la création de la demande, le 2 mars 2026." },
        { "order-unknown", "COS-11", Verdict.Unknown, "Il reste à indiquer la date de la commande : elle ne doit pas précéder la création de la demande, le 2 mars 2026." },
        { "vat-lines", "COS", Verdict.Review, "Les lignes font 7 200 €, qui est le total TTC ; le total hors taxes est de 6 000 € : seul le montant hors taxes compte." },
        { "total", "PAY-1", Verdict.Review, "Les lignes font 6 000 €, le total hors taxes est de 5 999,98 € : un agent vérifiera l'écart, et pas plus de 5 999,98 € n'est compté pour cette facture." },
        { "dollars", "COS", Verdict.NotMet, "Facture en USD : les montants sont en euros. Corrigez-la avec les euros débités par votre banque, hors taxes, et joignez le relevé." },
        { "unpaid", "PAY-1", Verdict.Unknown, "Il reste à prouver le paiement : mention du fournisseur, relevé bancaire, ou liste certifiée par un expert-comptable." },
        { "paid-tomorrow", "PAY-1", Verdict.NotMet, "Paiement daté du 25 novembre 2026, après aujourd'hui, le 24 novembre 2026 : seule une facture payée compte." },
        { "paid-before", "PAY-1", Verdict.Review, "Payée le 3 mai 2026, avant la facture du 4 mai 2026 : un agent vérifiera qu'il s'agit d'un acompte." },
        { "antivirus", "XCO-5", Verdict.Review, "Le mot « antivirus » fait penser à de la cybersécurité, qui n'est pas retenu : un agent le vérifiera." },
        { "months", "COS-2", Verdict.Review, "Abonnement de 24 mois : 12 mois au plus sont retenus." },
        { "unmatched", "PAY-1", Verdict.Unknown, "6 000 € : il reste à dire à quelle dépense accordée cette ligne se rapporte." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OneFault_IsNamedWithItsProvision(string fault, string provision, Verdict verdict, string explanation)
    {
        var found = InvoiceChecks.Of(With(fault), SampleInvoice.Context).Checks.Where(check => check.Verdict != Verdict.Met).ToList();

        Assert.Contains((provision, verdict, explanation), found.Select(check => (check.Provision.Id, check.Verdict, check.Explanation)));
    }

    [Fact]
    public void Check_TheSameDayAndOneCentALine_AreAccepted()
    {
        var invoice = Invoice;
        (invoice.OrderedOn, invoice.NetTotal) = (SampleInvoice.Created, new Money(600_001));

        Assert.DoesNotContain(InvoiceChecks.Of(invoice, SampleInvoice.Context).Checks, check => check.Kind is CheckKind.Order or CheckKind.Total && check.Verdict != Verdict.Met);
    }

    [Fact]
    public void Check_AnInvoiceOfAnotherOrganisation_IsNamedToTheServiceAlone()
    {
        var invoice = Invoice;
        var twin = new InvoiceTwin(invoice.Id, Guid.NewGuid(), TwinKind.SameNumber, "INESS-2026-000007") { IsFiled = true, CameFirst = true };

        var checks = InvoiceChecks.Of(invoice, SampleInvoice.Context with { Twins = [twin] });

        var check = Assert.Single(checks.Checks, check => check.Kind == CheckKind.Twin);
        Assert.Equal((Verdict.NotMet, "Facture déjà présentée : elle n'est pas comptée ici."), (check.Verdict, check.Explanation));
        Assert.Contains("INESS-2026-000007", check.ForService, StringComparison.Ordinal);
        Assert.False(checks.Counts);
    }

    [Theory]
    [InlineData("338 365 059", "FA-001", "33836505900012", "fa 001")]
    [InlineData("FR95338365059", "FA/001", "338365059", "FA001")]
    public void Identity_TheSameInvoiceWrittenOtherwise_IsTheSame(string supplier, string number, string otherSupplier, string otherNumber)
    {
        var (one, other) = (Invoice, Invoice);
        (one.SupplierId, one.Number, other.SupplierId, other.Number) = (supplier, number, otherSupplier, otherNumber);

        Assert.Equal("338365059|FA001", InvoiceIdentity.Of(one));
        Assert.Equal(InvoiceIdentity.Of(one), InvoiceIdentity.Of(other));
    }

    private static ClaimedInvoice With(string fault)
    {
        var invoice = Invoice;
        switch (fault)
        {
            case "buyer-other": invoice.BuyerId = "338365059"; break;
            case "buyer-name": (invoice.BuyerId, invoice.BuyerName) = (null, "Les jardins d'ESSAI"); break;
            case "order-before": invoice.OrderedOn = SampleInvoice.Created.AddDays(-1); break;
            case "issue-before": invoice.IssuedOn = SampleInvoice.Created.AddDays(-1); break;
            case "order-unknown": invoice.OrderedOn = null; break;
            case "vat-lines": invoice.Lines[0].Amount = Money.Euros(7_200); break;
            case "total": (invoice.NetTotal, invoice.GrandTotal) = (new Money(599_998), null); break;
            case "dollars": invoice.Currency = "USD"; break;
            case "unpaid": (invoice.Proof, invoice.PaidOn) = (null, null); break;
            case "paid-tomorrow": invoice.PaidOn = SampleInvoice.Today.AddDays(1); break;
            case "paid-before": invoice.PaidOn = invoice.IssuedOn!.Value.AddDays(-1); break;
            case "antivirus": invoice.Lines[0].Label = "Antivirus, 10 postes"; break;
            case "months": invoice.Lines[0].Months = 24; break;
            default: invoice.Lines[0].CostId = null; break;
        }

        return invoice;
    }
}
