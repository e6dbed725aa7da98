using System.Text;

namespace Iness.TestKit.Invoices;

/// <summary>Files that look like invoices and are made to exhaust or to mislead who reads them.</summary>
public static class HostileInvoices
{
    private const string Opening = """<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100">""";
    private const string Closing = "</rsm:CrossIndustryInvoice>";
    private const int Large = 19_000_000;

    private static readonly Dictionary<string, Func<byte[]>> Makers = new()
    {
        ["entites.xml"] = EntityBomb,
        ["entites.pdf"] = () => PdfMaker.Enclosing(EntityBomb()),
        ["entite-externe.xml"] = () => Bytes($"""<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>{Opening}&x;{Closing}"""),
        ["dtd-externe.xml"] = () => Bytes($"""<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">{Opening}{Closing}"""),
        ["profond.xml"] = () => Bytes(Opening + Repeat("<a>", Large / 3)),
        ["attributs.xml"] = () => Bytes($"{Opening}<a {Numbered(1_300_000, i => $"a{i}=\">\" ")}/>{Closing}"),
        ["noms.xml"] = () => Bytes(Opening + Numbered(1_500_000, i => $"<a{i}/>") + Closing),
        ["balise.xml"] = () => Bytes($"{Opening}<a b=\"{new string('x', Large)}\"/>{Closing}"),
        ["texte.xml"] = () => Bytes($"{Opening}<a>{new string('9', Large)}</a>{Closing}"),
        ["elements.xml"] = () => Bytes(Opening + Repeat("<a>1</a>", Large / 8) + Closing),
        ["trop-gros.xml"] = () => Bytes(Opening + new string(' ', 21 << 20) + Closing),
        ["200-mo.pdf"] = () => PdfMaker.Enclosing(Bytes(Opening + new string(' ', 200_000_000) + Closing)),
        ["200-mo-deux-fois.pdf"] = () => Enclosing("/Filter[/FlateDecode/FlateDecode]", PdfMaker.Deflate(PdfMaker.Deflate(new byte[200_000_000]))),
        ["flux-objets.pdf"] = () => new PdfMaker().AddStream(2, "/Type/ObjStm/N 1/First 9/Filter/FlateDecode", PdfMaker.Deflate(new byte[200_000_000])).ToBytes(),
        ["mille-flux.pdf"] = ManyObjectStreams,
        ["jointes.pdf"] = () => Attachments(10_000),
        ["noms-en-rond.pdf"] = () => new PdfMaker().Add(1, "<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>").Add(2, "<</Kids[3 0 R 2 0 R]>>").Add(3, "<</Kids[2 0 R 3 0 R]>>").ToBytes(),
        ["pages-en-rond.pdf"] = () => new PdfMaker().Add(1, "<</Type/Catalog/Pages 2 0 R>>").Add(2, "<</Type/Pages/Kids[2 0 R 1 0 R]/Parent 2 0 R/Count 9>>").ToBytes(),
        ["renvois-en-rond.pdf"] = () => new PdfMaker().Add(1, "<</Type/Catalog/AF 2 0 R/Names 3 0 R>>").Add(2, "3 0 R").Add(3, "2 0 R").ToBytes(),
        ["longueur-en-rond.pdf"] = () => new PdfMaker().Add(1, "<</Type/Catalog/AF 7 0 R>>").AddStream(5, "/Type/ObjStm/N 2/First 8", Bytes("6 0 7 2 5 [5 0 R]"), "6 0 R").ToBytes(),
        ["crochets.pdf"] = () => new PdfMaker().Add(1, $"<</Type/Catalog/AF {new string('[', Large)}>>").ToBytes(),
        ["nombres.pdf"] = () => new PdfMaker().Add(1, $"<</Type/Catalog/AF[{Repeat("0 ", Large / 2)}]>>").ToBytes(),
        ["objets.pdf"] = () => new PdfMaker().Write(Numbered(1_200_000, i => $"{i} 0 obj\n")).ToBytes(),
        ["chaines-ouvertes.pdf"] = () => new PdfMaker().Write(Repeat("1 0 obj (\n", Large / 10)).ToBytes(),
        ["flux-ouverts.pdf"] = () => new PdfMaker().Write(Repeat("1 0 obj ) stream\n", Large / 17)).ToBytes(),
        ["fins.pdf"] = () => new PdfMaker().Write(Repeat("trailer<</Root 1 0 R>>", Large / 22)).ToBytes(),
        ["chiffre.pdf"] = () => new PdfMaker().Add(1, "<</Type/Catalog>>").ToBytes("/Root 1 0 R/Encrypt 9 0 R"),
    };

    public static IEnumerable<string> Names => Makers.Keys;

    public static byte[] Make(string name) => Makers[name]();

    private static byte[] EntityBomb()
    {
        var text = new StringBuilder("""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "lol">""");
        for (var i = 1; i < 10; i++) text.Append($"<!ENTITY e{i} \"{Repeat($"&e{i - 1};", 10)}\">");
        return Bytes($"{text}]>{Opening}&e9;{Closing}");
    }

    private static byte[] Enclosing(string filter, byte[] data) => new PdfMaker()
        .Add(1, "<</Type/Catalog/AF[3 0 R]>>").Add(3, "<</F(factur-x.xml)/EF<</F 4 0 R>>>>").AddStream(4, filter, data).ToBytes();

    private static byte[] ManyObjectStreams()
    {
        var packed = PdfMaker.Deflate(new byte[7_900_000]);
        var pdf = new PdfMaker().Add(1, "<</Type/Catalog/AF 7 0 R>>");
        for (var i = 0; i < 1000; i++) pdf.AddStream(10 + i, "/Type/ObjStm/N 1/First 7900000/Filter/FlateDecode", packed);
        return pdf.ToBytes();
    }

    private static byte[] Attachments(int count)
    {
        var pdf = new PdfMaker().Add(1, "<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>").Add(2, $"<</Names[{Numbered(count, i => $"(a{i}.xml){i + 10} 0 R")}]>>").AddStream(5, "", Bytes(Opening + Closing));
        for (var i = 0; i < count; i++) pdf.Add(i + 10, $"<</F(a{i}.xml)/EF<</F 5 0 R>>>>");
        return pdf.ToBytes();
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Numbered(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(part(i));
        return text.ToString();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
