using System.Text;
using Iness.Casework.Documents.Invoices;

namespace Iness.Casework.Tests.Documents.Invoices;

public sealed class InvoiceXmlTests
{
    private const string Extended = "facture-etendue.cii.xml";
    private const string CreditNote = "avoir.ubl.xml";

    [Fact]
    public async Task Read_ExtendedCii_GivesAllThatIsStated()
    {
        var invoice = await Reading.OfAsync(Reading.Fixture(Extended), Extended);

        Assert.Equal((InvoiceSyntax.Cii, "2026-0117", "380", new DateOnly(2026, 3, 31), "EUR", false), (invoice.Syntax, invoice.Number, invoice.TypeCode, invoice.IssuedOn, invoice.Currency, invoice.IsCreditNote));
        Assert.Equal((1240.50m, 248.10m, 1488.60m, 500m, 988.60m), (invoice.NetTotal, invoice.TaxTotal, invoice.GrandTotal, invoice.Prepaid, invoice.Due));
        Assert.Equal(("Ateliers du Beffroi numérique", "900000092", "FR29900000092", "900000092"), (invoice.Seller.Name, invoice.Seller.LegalId, invoice.Seller.VatId, invoice.Seller.Siren?.Digits));
        // No legal identifier: it is not made up from the others, which tell the SIREN all the same.
        Assert.Equal(("Les Serres de la Lys", null, "900100017"), (invoice.Buyer.Name, invoice.Buyer.LegalId, invoice.Buyer.Siren?.Digits));
        Assert.Equal(new InvoiceOrder("BC-2026-4", new(2025, 12, 18)), invoice.Order);
        // Its end is only a month.
        Assert.Equal(new InvoicePeriod(new(2026, 1, 1), null), invoice.Period);
        Assert.Equal(
        [
            new("Boutique en ligne", 1.0000m, 1240.50m, default, InvoiceLineRole.Group),
            new("Création de la vitrine", 2.5m, 1000.50m, default, InvoiceLineRole.Detail),
            new("Abonnement, premier trimestre", 3m, 240.00m, new(new(2026, 1, 1), new(2026, 3, 31)), InvoiceLineRole.Detail),
        ], invoice.Lines);
    }

    [Fact]
    public async Task Read_UblCreditNote_GivesAllThatIsStated()
    {
        var invoice = await Reading.OfAsync(Reading.Fixture(CreditNote), CreditNote);

        Assert.Equal((InvoiceSyntax.Ubl, "AV-2026-003", "381", new DateOnly(2026, 4, 2), "EUR", true), (invoice.Syntax, invoice.Number, invoice.TypeCode, invoice.IssuedOn, invoice.Currency, invoice.IsCreditNote));
        // VAT is stated in francs only.
        Assert.Equal((100m, null, 120m, null, 120m), (invoice.NetTotal, invoice.TaxTotal, invoice.GrandTotal, invoice.Prepaid, invoice.Due));
        Assert.Equal(("Ateliers du Beffroi numérique", "90000009200014", "FR29900000092"), (invoice.Seller.Name, invoice.Seller.LegalId, invoice.Seller.VatId));
        Assert.Equal(("Les Serres de la Lys", null, "900100017"), (invoice.Buyer.Name, invoice.Buyer.LegalId, invoice.Buyer.Siren?.Digits));
        Assert.Equal(new InvoiceOrder("BC-2026-4", new(2025, 12, 18)), invoice.Order);
        Assert.Equal([new("Abonnement, mars", 1m, 100m, new(new(2026, 3, 1), new(2026, 3, 31)), InvoiceLineRole.Detail)], invoice.Lines);
    }

    [Fact]
    public async Task Read_Zugferd1WithNegativeAmounts_IsRead()
    {
        var invoice = await Reading.OfAsync(Reading.Fixture("ancienne.zugferd.xml"));

        Assert.Equal(("R-77", "380", new DateOnly(2019, 2, 5), -50m, -9.50m, -59.50m, null), (invoice.Number, invoice.TypeCode, invoice.IssuedOn, invoice.NetTotal, invoice.TaxTotal, invoice.GrandTotal, invoice.Due));
        Assert.Equal(("Tablet, Rücknahme", -1m, -50m), (Assert.Single(invoice.Lines).Name, invoice.Lines[0].Quantity, invoice.Lines[0].NetAmount));
    }

    [Theory]
    [InlineData(Extended)]
    [InlineData(CreditNote)]
    public async Task Read_WrittenOtherwise_SaysTheSame(string name)
    {
        var text = Reading.FixtureText(name);
        var expected = Reading.Outline(await Reading.OfTextAsync(text));
        byte[][] others =
        [
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Declaring("UTF-16"))],
            Encoding.Unicode.GetBytes(Declaring("utf-16")),
            Encoding.UTF8.GetBytes(Declaring("utf-16")),
            Encoding.Latin1.GetBytes(Declaring("ISO-8859-1")),
            Encoding.Latin1.GetBytes(Declaring("windows-1252")),
            Encoding.UTF8.GetBytes("\r\n " + text),
            Encoding.UTF8.GetBytes(text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..]),
            Encoding.UTF8.GetBytes(text.Replace("ram:", "x:", StringComparison.Ordinal).Replace("xmlns:ram", "xmlns:x", StringComparison.Ordinal).Replace("cbc:", "ns2:", StringComparison.Ordinal).Replace("xmlns:cbc", "xmlns:ns2", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(text.Replace("rsm:", "", StringComparison.Ordinal).Replace("xmlns:rsm", "xmlns", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(text.Replace(">EUR<", "><![CDATA[EUR]]><", StringComparison.Ordinal).Replace("120.00<", "\n\t120<!-- a > \" b -->.00 <", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(text.Replace("é", "&#xE9;", StringComparison.Ordinal)),
        ];

        foreach (var other in others) Assert.Equal(expected, Reading.Outline(await Reading.OfAsync(other)));

        string Declaring(string encoding) => text.Replace("\"UTF-8\"", $"\"{encoding}\"", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("248.10<", "248,10<", "« 248,10 » là où un nombre est attendu")]
    [InlineData("1488.60<", "1 488.60<", "« 1 488.60 »")]
    [InlineData("500.00<", "5e2<", "« 5e2 »")]
    [InlineData("\"102\">20260331", "\"102\">20260231", "« 20260231 » là où une date est attendue")]
    [InlineData("\"102\">20260331", "\"610\">202603", "« 202603 »")]
    [InlineData("UTF-8", "x-inconnu", "encodage inconnu")]
    [InlineData("</ram:Name>", "</ram:Nom>", "n'est pas un XML bien formé (ligne 26)")]
    [InlineData("CrossIndustryInvoice:100", "SCRDMCCBDACIOMessageStructure:100", "son élément racine est « CrossIndustryInvoice »")]
    [InlineData("2026-0117", "&inconnue;", "n'est pas un XML bien formé")]
    public async Task Read_WhatCannotBeRead_IsNotGuessedAt(string from, string to, string expected)
    {
        var text = Reading.FixtureText(Extended);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Contains(expected, await Reading.RefusalOfTextAsync(text.Replace(from, to, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>", "« Order »")]
    [InlineData("<Invoice/>", "« Invoice »")]
    [InlineData("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>", "ni le numéro, ni la date, ni un montant")]
    [InlineData("<!DOCTYPE html><html/>", "DTD")]
    [InlineData("Facture n° 12", "n'est pas une facture électronique")]
    [InlineData("", "est vide")]
    public async Task Read_OtherTexts_SaysWhatTheyAreNot(string text, string expected) => Assert.Contains(expected, await Reading.RefusalOfTextAsync(text), StringComparison.Ordinal);
}
