using System.Text;
using Iness.Casework.Tests.Documents.Kinds;
using Iness.TestKit.Invoices;

namespace Iness.Casework.Tests.Documents.Invoices;

public sealed class InvoicePdfTests
{
    private const string Specification = "<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/EF<</F 4 0 R>>>>";
    private static readonly byte[] Xml = Reading.Fixture("facture-etendue.cii.xml");
    private static readonly byte[] Packed = PdfMaker.Deflate(Xml);

    [Theory]
    [InlineData("factur-x.xml")]
    [InlineData("ZUGFeRD-invoice.xml")]
    [InlineData("zugferd-invoice.xml")]
    [InlineData("xrechnung.xml")]
    [InlineData("factur\\055x\\056xml")]
    [InlineData("./dossier/Factur-X.XML")]
    [InlineData("facture 2026-0117.xml")]
    public async Task Read_UnderAnyName_IsFound(string name) => await SaysTheSameAsync(PdfMaker.Enclosing(Xml, name));

    public static TheoryData<string> Shapes => [.. All.Keys];

    private static Dictionary<string, byte[]> All => new()
    {
        ["associated only"] = With("<</Type/Catalog/AF[3 0 R]>>").ToBytes(),
        ["associated through a reference"] = With("<</Type/Catalog/AF 6 0 R>>").Add(6, "[3 0 R]").ToBytes(),
        ["named only"] = With("<</Type/Catalog/Names<</EmbeddedFiles<</Names[(a)3 0 R]>>>>>>").ToBytes(),
        ["named in branches"] = With("<</Type/Catalog/Names 5 0 R>>").Add(5, "<</EmbeddedFiles 6 0 R>>").Add(6, "<</Kids[7 0 R 8 0 R]>>").Add(7, "<</Limits[(a)(b)]/Names[]>>").Add(8, "<</Kids[9 0 R]>>").Add(9, "<</Names[(factur-x.xml) 3 0 R]>>").ToBytes(),
        ["described in place"] = new PdfMaker().Add(1, $"<</Type/Catalog/AF[{Specification}]>>").AddStream(4, "/Filter/FlateDecode", Packed).ToBytes(),
        ["name in UTF-16"] = Named("\u00fe\u00ff" + string.Concat("factur-x.xml".Select(c => $"\0{c}"))),
        ["name in hexadecimal"] = new PdfMaker().Add(1, "<</Type/Catalog/AF[3 0 R]>>").Add(3, "<</UF<6661637475722D782E786D6C>/EF<</UF 4 0 R>>>>").AddStream(4, "/Filter/FlateDecode", Packed).ToBytes(),
        ["stored plain"] = new PdfMaker().Add(1, "<</Type/Catalog/AF[3 0 R]>>").Add(3, Specification).AddStream(4, "", Xml).ToBytes(),
        ["length elsewhere"] = new PdfMaker().Add(1, "<</Type/Catalog/AF[3 0 R]>>").Add(3, Specification).AddStream(4, "/Filter[/FlateDecode]", Packed, "5 0 R").Add(5, $"{Packed.Length}").ToBytes(),
        ["wrong length"] = new PdfMaker().Add(1, "<</Type/Catalog/AF[3 0 R]>>").Add(3, Specification).AddStream(4, "/Filter/FlateDecode", Packed, "12").ToBytes(),
        ["hexadecimal filter"] = new PdfMaker().Add(1, "<</Type/Catalog/AF[3 0 R]>>").Add(3, Specification).AddStream(4, "/Filter[/ASCIIHexDecode/FlateDecode]", Encoding.ASCII.GetBytes(Convert.ToHexString(Packed) + ">")).ToBytes(),
        ["objects packed, root in a stream"] = new PdfMaker().AddPacked(9, (1, "<</Type/Catalog/AF[3 0 R]>>"), (3, Specification)).AddStream(4, "/Filter/FlateDecode", Packed)
            .AddStream(10, "/Type/XRef/Size 11/W[1 2 1]/Root 1 0 R", new byte[44]).ToBytes(trailer: null),
        ["changed later"] = With("<</Type/Catalog/Pages 2 0 R>>").Write("trailer<</Root 1 0 R>>\n%%EOF\n").Add(1, "<</Type/Catalog/AF[3 0 R]>>").ToBytes(),
        ["packed, then changed"] = new PdfMaker().AddPacked(9, (1, "<</Type/Catalog>>"), (3, Specification)).AddStream(4, "/Filter/FlateDecode", Packed).Add(1, "<</Type/Catalog/AF[3 0 R]>>").ToBytes(),
        ["no trailer"] = With("<</Type/Catalog/AF[3 0 R]>>").ToBytes(trailer: null),
        ["beside an enclosed PDF"] = new PdfMaker().Add(1, "<</Type/Catalog/AF[6 0 R 3 0 R]>>").Add(3, Specification).AddStream(4, "/Filter/FlateDecode", Packed)
            .Add(6, "<</F(bon.pdf)/EF<</F 7 0 R>>>>").AddStream(7, "", SampleFiles.Pdf).ToBytes(),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Read_HoweverItIsEnclosed_IsFound(string shape) => await SaysTheSameAsync(All[shape]);

    [Fact]
    public async Task Read_UblInside_IsRead() => Assert.Equal("AV-2026-003", (await Reading.OfAsync(PdfMaker.Enclosing(Reading.Fixture("avoir.ubl.xml"), "xrechnung.xml"), "avoir.pdf")).Number);

    [Fact]
    public async Task Read_WithoutOneInvoice_SaysSo()
    {
        Assert.EndsWith("est un PDF sans facture électronique à l'intérieur (Factur-X ou ZUGFeRD).", await Reading.RefusalOfAsync(SampleFiles.Pdf, "facture.pdf"), StringComparison.Ordinal);
        Assert.Contains("commande (Order-X)", await Reading.RefusalOfAsync(PdfMaker.Enclosing("<Order/>"u8.ToArray(), "order-x.xml"), "a.pdf"), StringComparison.Ordinal);
        var two = new PdfMaker().Add(1, "<</Type/Catalog/AF[3 0 R 5 0 R]>>").Add(3, "<</F(a.xml)/EF<</F 4 0 R>>>>").Add(5, "<</F(b.xml)/EF<</F 4 0 R>>>>").AddStream(4, "", Xml).ToBytes();
        Assert.Contains("plusieurs factures", await Reading.RefusalOfAsync(two, "a.pdf"), StringComparison.Ordinal);
        Assert.Contains("d'une manière inhabituelle", await Reading.RefusalOfAsync(new PdfMaker().Add(1, "<</Type/Catalog/AF[3 0 R]>>").Add(3, Specification).AddStream(4, "/Filter/LZWDecode", Packed).ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NotWhatItsNameSays_IsRefused()
    {
        Assert.Contains("renommez-le avec l'extension « .xml »", await Reading.RefusalOfAsync(Xml, "facture.pdf"), StringComparison.Ordinal);
        Assert.Contains("renommez-le avec l'extension « .pdf »", await Reading.RefusalOfAsync(PdfMaker.Enclosing(Xml), "facture.xml"), StringComparison.Ordinal);
        Assert.Contains("est de type image PNG", await Reading.RefusalOfAsync(SampleFiles.Png, "facture.pdf"), StringComparison.Ordinal);
        await Reading.OfAsync(Xml, "facture");
        await Reading.OfAsync(Xml, "facture.txt");
    }

    private static PdfMaker With(string catalog) => new PdfMaker().Add(1, catalog).Add(2, "<</Type/Pages/Kids[]/Count 0>>").Add(3, Specification).AddStream(4, "/Type/EmbeddedFile/Filter/FlateDecode", Packed);

    private static byte[] Named(string name) => PdfMaker.Enclosing(Xml, name);

    private static async Task SaysTheSameAsync(byte[] pdf) => Assert.Equal(Reading.Outline(await Reading.OfAsync(Xml)), Reading.Outline(await Reading.OfAsync(pdf, "facture.pdf")));
}
