using System.Text;
using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Tests.Documents.Kinds;

public sealed class FileInspectionTests
{
    public static TheoryData<string> Extensions => [.. FileType.All.SelectMany(type => type.Extensions)];

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Look_ContentAndNameAgree_IsAcceptedAsItIs(string extension)
    {
        var type = FileType.All.Single(type => type.Extensions.Contains(extension));

        Assert.Equal(new FileAnswer.Accepted(type, "pièce" + extension), await Looking.AtAsync(SampleFiles.Of(type), "pièce" + extension));
        Assert.Equal(type, (await Looking.AcceptsAsync(SampleFiles.Of(type), "PIÈCE" + extension.ToUpperInvariant())).Type);
    }

    [Fact]
    public void ShowsInFrame_AllTypes_OnlyPdfAndWebImages() =>
        Assert.Equal([FileType.Pdf, FileType.Jpeg, FileType.Png, FileType.WebP], FileType.All.Where(type => type.ShowsInFrame));

    [Fact]
    public void Of_EachMediaType_IsItsOnlyType()
    {
        Assert.All(FileType.All, type => Assert.Same(type, FileType.Of(type.MediaType)));
        Assert.Null(FileType.Of("text/html"));
    }

    [Fact]
    public async Task Look_ImageUnderAnotherImagesExtension_IsRenamedAndSaysSo()
    {
        var accepted = await Looking.AcceptsAsync(SampleFiles.Png, "capture d’écran.jpg");

        Assert.Equal(FileType.Png, accepted.Type);
        Assert.Equal("capture d’écran.png", accepted.Name);
        Assert.Equal("Le fichier « capture d’écran.jpg » est de type image PNG : il est gardé sous le nom « capture d’écran.png ».", accepted.Correction);
    }

    [Theory]
    [InlineData("devis", "devis.pdf")]
    [InlineData("devis du 12.03.2026", "devis du 12.03.2026.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    public async Task Look_NameWithoutExtension_IsGivenOne(string? name, string expected) =>
        Assert.Equal(expected, (await Looking.AcceptsAsync(SampleFiles.Pdf, name)).Name);

    [Theory]
    [InlineData("facture.pdf.exe", ".exe")]
    [InlineData("facture.pdf .EXE", ".exe")]
    [InlineData("facture\u202Efdp.exe", ".exe")]
    [InlineData("facture.html", ".html")]
    [InlineData("facture.docx", ".docx")]
    [InlineData("facture.png", ".png")]
    [InlineData("facture.txt", ".txt")]
    public async Task Look_PdfUnderAnotherName_IsRefusedWithWhatToDo(string name, string extension)
    {
        var refused = await Looking.RefusesAsync(SampleFiles.Pdf, name, FileRefusal.WrongExtension);

        Assert.Contains($"finit par « {extension} », mais son contenu est de type PDF : renommez-le avec l'extension « .pdf »", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_DoubleExtensionThatEndsRight_IsAccepted() => Assert.Null((await Looking.AcceptsAsync(SampleFiles.Pdf, "facture.exe.pdf")).Correction);

    [Fact]
    public async Task Look_EmptyFile_IsRefused() =>
        Assert.Equal("Le fichier « devis.pdf » est vide : choisissez-en un autre.", (await Looking.RefusesAsync([], "devis.pdf", FileRefusal.Empty)).Sentence);

    [Theory]
    [InlineData("MZ\u0090\0\u0003", "facture.pdf.exe")]
    [InlineData("GIF89a\u0001\0", "logo.gif")]
    [InlineData("Rar!\u001A\u0007\0", "pièces.rar")]
    [InlineData("<!doctype html><script>alert(1)</script>", "devis.html")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "logo.svg")]
    [InlineData("#!/bin/sh\nrm -rf ~", "devis.sh")]
    [InlineData("{\\rtf1 devis}", "devis.rtf")]
    public async Task Look_TypeNotAccepted_IsRefusedAndSaysWhatIs(string content, string name)
    {
        var refused = await Looking.RefusesAsync(Encoding.Latin1.GetBytes(content), name, FileRefusal.NotAccepted);

        Assert.StartsWith($"Le fichier « {name} » n'est pas d'un type accepté : envoyez un PDF, une image (JPEG,", refused.Sentence, StringComparison.Ordinal);
    }

    /// <summary>Neither « send a PDF » nor « call it .txt » helps somebody who believes that it is a PDF.</summary>
    [Theory]
    [InlineData("<script>alert(1)</script>", FileRefusal.WrongExtension)]
    [InlineData("\u007FELF\u0002\u0001", FileRefusal.NotAccepted)]
    public async Task Look_SomethingElseUnderThePdfsName_IsToBeSavedAsPdf(string content, FileRefusal reason)
    {
        var refused = await Looking.RefusesAsync(Encoding.Latin1.GetBytes(content), "devis.pdf", reason);

        Assert.StartsWith("Le nom du fichier « devis.pdf » finit par « .pdf », mais son contenu n'est pas de type PDF : ouvrez-le", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_TextThatIsNotUtf8_SaysHowToSaveIt()
    {
        var refused = await Looking.RefusesAsync(Encoding.Latin1.GetBytes("Dépense;Montant"), "dépenses.csv", FileRefusal.NotAccepted);

        Assert.Contains("encodage UTF-8", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_LetterCutBetweenTwoReads_IsStillText()
    {
        var text = new string('a', 64 * 1024 - 1) + "é fin";

        Assert.Equal(FileType.Text, (await Looking.AcceptsAsync(Encoding.UTF8.GetBytes(text), "notes.txt")).Type);
    }

    [Fact]
    public async Task Look_TextThatEndsWithinALetter_IsRefused() => await Looking.RefusesAsync("Dépens"u8.ToArray()[..2], "notes.txt", FileRefusal.NotAccepted);

    [Fact]
    public async Task Look_ControlCharacterFarInAText_IsRefused() =>
        await Looking.RefusesAsync([.. Enumerable.Repeat((byte)'a', 200_000), 0], "notes.txt", FileRefusal.NotAccepted);

    [Theory]
    [InlineData("\uFEFF%PDF-1.4\n%%EOF")]
    [InlineData("\r\n%PDF-1.4\n%%EOF\r\n")]
    public async Task Look_PdfAfterAMarkOrABlank_IsPdf(string content) =>
        Assert.Equal(FileType.Pdf, (await Looking.AcceptsAsync(Encoding.UTF8.GetBytes(content), "devis.pdf")).Type);

    [Fact]
    public async Task Look_ScriptBeforeAPdf_IsNotPdf() =>
        await Looking.RefusesAsync([.. "MZ\0"u8, .. SampleFiles.Pdf], "devis.pdf", FileRefusal.NotAccepted);

    [Fact]
    public async Task Look_AvifImage_IsNotHeic() =>
        await Looking.RefusesAsync([0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0, .. "mif1miaf"u8], "photo.heic", FileRefusal.NotAccepted);

    [Fact]
    public async Task Look_HeicBySecondBrand_IsHeic() =>
        Assert.Equal(FileType.Heic, (await Looking.AcceptsAsync([0, 0, 0, 24, .. "ftypmif1"u8, 0, 0, 0, 0, .. "mif1heic"u8], "photo.heif")).Type);
}
