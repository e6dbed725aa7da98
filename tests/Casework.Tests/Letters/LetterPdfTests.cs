using System.Xml.Linq;
using Iness.Casework.Deadlines;
using Iness.Casework.Letters;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Iness.Casework.Tests.Letters;

/// <summary>The PDF as a reader opens it: tagged, titled, in French, whole.</summary>
public sealed class LetterPdfTests
{
    [Fact]
    public async Task RenderAsync_Acknowledgement_IsATaggedPdfInFrench()
    {
        using var pdf = PdfDocument.Open(await DrawAsync(SampleReceipt.Html(SampleReceipt.Complete)));
        var catalogue = pdf.Structure.Catalog.CatalogDictionary;
        Assert.True(catalogue.ContainsKey(NameToken.Create("StructTreeRoot")));
        Assert.True(Assert.IsType<BooleanToken>(Follow<DictionaryToken>(pdf, catalogue.Data["MarkInfo"]).Data["Marked"]).Data);
        Assert.True(Assert.IsType<BooleanToken>(Follow<DictionaryToken>(pdf, catalogue.Data["ViewerPreferences"]).Data["DisplayDocTitle"]).Data);
        Assert.Equal("fr", Follow<StringToken>(pdf, catalogue.Data["Lang"]).Data);
        Assert.Equal("Accusé de réception de votre demande d’aide INESS – dossier INESS-2026-000123", pdf.Information.Title);
        Assert.Equal("Région Hauts-de-France", pdf.Information.Author);
        Assert.True(pdf.TryGetXmpMetadata(out var metadata));
        XName part = XName.Get("part", "http://www.aiim.org/pdfua/ns/id/");
        var described = metadata.GetXDocument().Descendants();
        Assert.Equal("1", Assert.Single(described.Attributes(part).Select(attribute => attribute.Value).Concat(described.Where(element => element.Name == part).Select(element => element.Value))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RenderAsync_Acknowledgement_SaysEverythingOnOneOrTwoNumberedPages(bool incomplete)
    {
        var receipt = incomplete ? SampleReceipt.Incomplete : SampleReceipt.Complete;
        using var pdf = PdfDocument.Open(await DrawAsync(SampleReceipt.Html(receipt)));
        Assert.InRange(pdf.NumberOfPages, 1, 2);
        var drawn = string.Concat(pdf.GetPages().Select(page => Squeezed(page.Text)));
        foreach (var line in Lines(receipt.ToLetter(SampleReceipt.Service))) Assert.Contains(Squeezed(line), drawn, StringComparison.Ordinal);
        foreach (var page in pdf.GetPages()) Assert.Contains($"Page{page.Number}sur{pdf.NumberOfPages}", Squeezed(page.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenderAsync_Acknowledgement_TagsHeadingsParagraphsAndLists()
    {
        using var pdf = PdfDocument.Open(await DrawAsync(SampleReceipt.Html(SampleReceipt.Complete)));
        var tags = new List<string>();
        Walk(pdf, pdf.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"], tags);
        Assert.Single(tags, "H1");
        Assert.Equal(SampleReceipt.Complete.ToLetter(SampleReceipt.Service).Sections.Count, tags.Count(tag => tag == "H2"));
        Assert.Contains("P", tags);
        Assert.Contains("L", tags);
        Assert.Contains("LI", tags);
    }

    [Fact]
    public async Task RenderAsync_MissingItems_IsTaggedInFrenchAndSaysEverything()
    {
        var letter = new MissingItemsLetter
        {
            FileNumber = "INESS-2026-000123",
            Organisation = "Les Paniers solidaires",
            Address = ["12 rue des Tisserands", "59100 Roubaix"],
            Contact = "Camille Roy",
            Officer = "Noé Vandamme",
            SentOn = new(2026, 11, 24),
            Items = ["Vos statuts signés", "Le nombre de livraisons par semaine"],
            DueOn = new(2026, 12, 28),
            Note = "Un appel suffit en cas de doute.",
            ProjectTitle = "Vendre en ligne",
            FiledOn = new(2026, 11, 2),
            Text = EditableText.MissingItems.Original,
            Clock = ResponseClock.At(new(2026, 11, 2), [new(new(2026, 11, 24), new(2026, 12, 28))], new(2026, 11, 24)),
        }.ToLetter(SampleReceipt.Service);
        using var pdf = PdfDocument.Open(await DrawAsync(LetterHtml.Write(letter)));
        var catalogue = pdf.Structure.Catalog.CatalogDictionary;
        Assert.Equal("fr", Follow<StringToken>(pdf, catalogue.Data["Lang"]).Data);
        var tags = new List<string>();
        Walk(pdf, catalogue.Data["StructTreeRoot"], tags);
        Assert.Single(tags, "H1");
        Assert.Equal(letter.Sections.Count, tags.Count(tag => tag == "H2"));
        Assert.True(tags.Count(tag => tag == "LI") >= 2);
        var drawn = string.Concat(pdf.GetPages().Select(page => Squeezed(page.Text)));
        foreach (var line in Lines(letter)) Assert.Contains(Squeezed(line), drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenderAsync_SameLetterTwice_GivesTheSameBytes()
    {
        var html = SampleReceipt.Html(SampleReceipt.Complete);
        Assert.Equal(await DrawAsync(html), await DrawAsync(html));
    }

    [Fact]
    public async Task RenderAsync_VeryLongWordsAndLists_StayWithinThePage()
    {
        var html = SampleReceipt.Html(SampleReceipt.Complete with
        {
            Organisation = new string('A', 300),
            ProjectTitle = new string('m', 400),
            Documents = [.. Enumerable.Range(1, 120).Select(i => new ReceivedDocument($"{new string('d', 150)}-{i}.pdf", ReceivedDocumentState.Clean))],
        });
        using var pdf = PdfDocument.Open(await DrawAsync(html));
        Assert.True(pdf.NumberOfPages > 2);
        foreach (var page in pdf.GetPages()) Assert.InRange(page.Letters.Max(letter => letter.BoundingBox.Right), 0, page.Width - 50);
    }

    private static async Task<byte[]> DrawAsync(string html)
    {
        using var renderer = SampleReceipt.Renderer();
        var answer = await renderer.RenderAsync(html, TestContext.Current.CancellationToken);
        if (answer is PdfRendering.Unavailable { Reason: PdfUnavailability.NotInstalled }) Assert.Skip("weasyprint is not installed on this machine (make weasyprint).");
        return Assert.IsType<PdfRendering.Rendered>(answer).Bytes.ToArray();
    }

    private static IEnumerable<string> Lines(Letter letter) =>
    [
        letter.From.Authority, letter.From.Street, letter.From.City, letter.Reference, letter.Subject, .. letter.Recipient,
        .. letter.Sections.SelectMany(section => section.Blocks.SelectMany(Lines).Append(section.Heading).Append(section.Basis ?? "")),
    ];

    private static IEnumerable<string> Lines(LetterBlock block) => block switch
    {
        LetterBlock.Paragraph paragraph => [paragraph.Text],
        LetterBlock.Bullets bullets => bullets.Items,
        LetterBlock.Facts facts => facts.Items.SelectMany(fact => new[] { fact.Name, fact.Value }),
        _ => throw new InvalidOperationException($"{block} is new."),
    };

    /// <summary>Spaces are where lines break: they say nothing of the words.</summary>
    private static string Squeezed(string text) => string.Concat(FrenchTypography.Set(text).Where(letter => !char.IsWhiteSpace(letter)));

    private static void Walk(PdfDocument pdf, IToken token, List<string> tags)
    {
        switch (token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token)
        {
            case DictionaryToken element:
                if (element.TryGet(NameToken.S, out NameToken tag)) tags.Add(tag.Data);
                if (element.TryGet(NameToken.K, out var kids)) Walk(pdf, kids, tags);
                break;
            case ArrayToken array:
                foreach (var kid in array.Data) Walk(pdf, kid, tags);
                break;
        }
    }

    private static T Follow<T>(PdfDocument pdf, IToken token) where T : class, IToken =>
        Assert.IsAssignableFrom<T>(token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : token);
}
