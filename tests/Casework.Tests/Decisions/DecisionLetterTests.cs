using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Review;
using Iness.Casework.Tests.Letters;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Iness.Casework.Tests.Decisions;

/// <summary>What the law wants in a decision is in its letter, whatever an administrator wrote around it, and the PDF is tagged.</summary>
public sealed class DecisionLetterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grant_Letter_HasEveryMention()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var letter = await LetterAsync(desk, await desk.CheckedAsync());

        string[] mentions =
        [
            "Arrêté attributif", "2 400 €", "aide de minimis de 2 400 €", "règlement (UE) 2023/2831", "300 000 €", "Dépenses présentées", "traitement algorithmique", "L311-3-1", "Voies et délais de recours",
            "tribunal administratif de Lille", "deux mois", "Sacha Dubois, Directrice de l'économie sociale et solidaire", "L212-2", "12 rue des Tisserands", "24 mai 2028",
        ];
        Assert.All(mentions, mention => Assert.Contains(mention, Plain(letter), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refusal_Letter_GivesItsReasonsInLawAndInFactWithTheRuling()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var file = await desk.FileAsync();
        await using (var db = desk.Database.Open())
        {
            db.Add(new ProvisionRuling { Id = Guid.CreateVersion7(), ApplicationId = file.Id, Provision = "ELI-4", IsMet = false, Reason = "L'attestation de l'URSSAF est refusée.", By = desk.People.Officer.Id, At = desk.Database.Clock.Instant() });
            db.Add(new CostCorrection { Id = Guid.CreateVersion7(), ApplicationId = file.Id, Line = "c1", Kind = CorrectionKind.Refuse, Ground = CorrectionGround.NotProved, Words = "Aucun devis.", By = desk.People.Officer.Id, At = desk.Database.Clock.Instant() });
            await db.CommitAsync(new(desk.People.Officer.AsActor(), "TestPrepared", "test/1"), Stop);
        }

        var proposal = (await desk.ProposeAsync(file, DecisionKind.Refusal)).Value;
        Assert.True((await desk.CheckAsync(proposal)).IsDone);
        var letter = Plain(await LetterAsync(desk, proposal));

        Assert.Contains("(ELI-4)", letter, StringComparison.Ordinal);
        Assert.Contains("En droit : ", letter, StringComparison.Ordinal);
        Assert.Contains("En fait : ", letter, StringComparison.Ordinal);
        Assert.Contains("L'attestation de l'URSSAF est refusée.", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("minimis de", letter, StringComparison.Ordinal);
        await using var reading = desk.Database.Open();
        var decision = await reading.Decisions.SingleAsync(Stop);
        var explanation = new KeptExplanation(StoredAssessment.Read(decision.Assessment)!, decision);
        Assert.Equal("L'attestation de l'URSSAF est refusée.", explanation.RulingOn("ELI-4")!.Reason);
        Assert.Equal(["« Boutique en ligne », écartée : Aucun devis."], explanation.Corrections);
    }

    [Fact]
    public async Task Grant_Pdf_IsTaggedInFrenchWithTheSameWords()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var letter = await LetterAsync(desk, await desk.CheckedAsync());
        using var pdf = PdfDocument.Open(await DrawAsync(letter));

        AssertTagged(pdf, "Arrêté attributif de l’aide INESS – dossier INESS-2026-000001");
        Assert.Contains("aidedeminimisde2400€", string.Concat(pdf.GetPages().Select(page => string.Concat(page.Text.Where(c => !char.IsWhiteSpace(c))))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BatchList_Pdf_IsTaggedInFrench()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var batch = await desk.OrderedAsync(await desk.CheckedAsync(), await desk.CheckedAsync());
        await using var db = desk.Database.Open();
        var html = BatchListHtml.Write("Commission du 24 novembre", new(), new(2026, 11, 24), await db.BatchLines(batch).ToListAsync(Stop), await db.BatchEffectsAsync(batch, Stop));

        using var pdf = PdfDocument.Open(await DrawAsync(html));

        AssertTagged(pdf, "Commission du 24 novembre");
    }

    private static void AssertTagged(PdfDocument pdf, string title)
    {
        var catalogue = pdf.Structure.Catalog.CatalogDictionary;
        Assert.True(catalogue.ContainsKey(NameToken.Create("StructTreeRoot")));
        var language = catalogue.Data["Lang"] is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data).Data : catalogue.Data["Lang"];
        Assert.Equal("fr", Assert.IsType<StringToken>(language).Data);
        Assert.Equal(title, pdf.Information.Title);
    }

    private static async Task<string> LetterAsync(DecisionDesk desk, Guid proposal)
    {
        var id = (await desk.DecideAsync(proposal)).Value;
        await using var db = desk.Database.Open();
        return await db.Decisions.Where(found => found.Id == id).Select(found => found.Letter).SingleAsync(Stop);
    }

    private static async Task<byte[]> DrawAsync(string html)
    {
        using var renderer = SampleReceipt.Renderer();
        var answer = await renderer.RenderAsync(html, Stop);
        if (answer is PdfRendering.Unavailable { Reason: PdfUnavailability.NotInstalled }) Assert.Skip("weasyprint is not installed on this machine (make weasyprint).");
        return Assert.IsType<PdfRendering.Rendered>(answer).Bytes.ToArray();
    }

    private static string Plain(string html) => System.Net.WebUtility.HtmlDecode(html).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('’', '\'');
}
