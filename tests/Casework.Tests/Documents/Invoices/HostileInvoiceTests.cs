using CsCheck;
using Iness.TestKit.Invoices;

namespace Iness.Casework.Tests.Documents.Invoices;

/// <summary>Time and the peak of memory are measured where a process is started for each file, with the command line's own tests.</summary>
public sealed class HostileInvoiceTests
{
    private static readonly byte[][] Good =
    [
        Reading.Fixture("facture-etendue.cii.xml"),
        Reading.Fixture("avoir.ubl.xml"),
        PdfMaker.Enclosing(Reading.Fixture("facture-etendue.cii.xml")),
        new PdfMaker().AddPacked(9, (1, "<</Type/Catalog/Names<</EmbeddedFiles<</Names[(a)3 0 R]>>>>>>"), (3, "<</F(factur-x.xml)/EF<</F 4 0 R>>>>"))
            .AddStream(4, "", Reading.Fixture("avoir.ubl.xml"), "5 0 R").Add(5, "12").ToBytes(),
    ];

    public static TheoryData<string> Names => [.. HostileInvoices.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_HostileFile_IsRefused(string name) => await Reading.RefusalOfAsync(HostileInvoices.Make(name), name);

    [Fact]
    public async Task Read_HostileFile_SaysWhatIsWrong()
    {
        Assert.Contains("(DTD), refusée par sécurité", await Reading.RefusalOfAsync(HostileInvoices.Make("entites.pdf")), StringComparison.Ordinal);
        Assert.Contains("plus de 100 fichiers joints", await Reading.RefusalOfAsync(HostileInvoices.Make("jointes.pdf")), StringComparison.Ordinal);
        Assert.Contains("dépassent 20 Mo une fois décompressées", await Reading.RefusalOfAsync(HostileInvoices.Make("200-mo.pdf")), StringComparison.Ordinal);
        Assert.Contains("protégé par un mot de passe", await Reading.RefusalOfAsync(HostileInvoices.Make("chiffre.pdf")), StringComparison.Ordinal);
        Assert.Contains("dépasse 20 Mo", await Reading.RefusalOfAsync(HostileInvoices.Make("trop-gros.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_CutShort_IsRefused()
    {
        foreach (var file in Good)
        {
            for (var length = 1; length < file.Length - 10; length += Math.Max(1, file.Length / 150)) Assert.False((await Reading.TryAsync(file[..length], null)).IsDone);
        }
    }

    [Fact]
    public void Read_AnyBytesChanged_AlwaysAnswers() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Select(Gen.Int[0, 20_000], Gen.Byte).Array[1, 12])
            .Sample((which, changes) => Answers(Good[which], file =>
            {
                foreach (var (at, value) in changes) file[at % file.Length] = value;
            }), iter: 10_000);

    [Fact]
    public void Read_AnyPartsMoved_AlwaysAnswers() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 20_000], Gen.Int[1, 40]).Array[1, 6])
            .Sample((which, moves) => Answers(Good[which], file =>
            {
                foreach (var (from, to, length) in moves) file.AsSpan(from % (file.Length - 40), length).CopyTo(file.AsSpan(to % (file.Length - 40)));
            }), iter: 10_000);

    private static bool Answers(byte[] good, Action<byte[]> change)
    {
        var file = (byte[])good.Clone();
        change(file);
        var outcome = Reading.TryAsync(file, null).GetAwaiter().GetResult();
        return outcome.IsDone || outcome.Message is { Length: > 0 };
    }
}
