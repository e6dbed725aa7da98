using System.IO.Compression;
using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Tests.Documents.Kinds;

public sealed class OfficeTests
{
    [Theory]
    [InlineData("budget.xlsm")]
    [InlineData("statuts.DOCM")]
    [InlineData("budget.xlsb")]
    public async Task Look_MacroExtension_IsRefusedWhateverItHolds(string name) =>
        Assert.Contains("enregistrez-le sans macro", (await Looking.RefusesAsync(SampleFiles.OpenXml(SampleFiles.WordMain), name, FileRefusal.Macros)).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("xl/VBAPROJECT.BIN")]
    public async Task Look_MacrosUnderAnInnocentName_AreRefused(string entry) =>
        await Looking.RefusesAsync(SampleFiles.OpenXml(SampleFiles.WordMain, entry), "statuts.docx", FileRefusal.Macros);

    [Theory]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml")]
    [InlineData("application/vnd.ms-word.document.m&#97;croEnabled.main+xml")]
    [InlineData("application/vnd.ms-excel.macrosheet+xml")]
    [InlineData("application/vnd.ms-office.vbaProject")]
    public async Task Look_MacrosByContentType_AreRefused(string contentType) =>
        await Looking.RefusesAsync(SampleFiles.OpenXml(contentType, "word/hidden.bin"), "statuts.docx", FileRefusal.Macros);

    [Theory]
    [InlineData("Basic/Standard/Module1.xml")]
    [InlineData("Scripts/python/module.py")]
    public async Task Look_OpenDocumentWithModules_IsRefused(string entry) =>
        await Looking.RefusesAsync(SampleFiles.OpenDocument(FileType.Odt.MediaType, entry), "statuts.odt", FileRefusal.Macros);

    [Fact]
    public async Task Look_OpenDocumentWithEmptyModuleList_IsAccepted() =>
        await Looking.AcceptsAsync(SampleFiles.OpenDocument(FileType.Odt.MediaType, "Basic/script-lc.xml"), "statuts.odt");

    [Theory]
    [InlineData("VBA")]
    [InlineData("_VBA_PROJECT_CUR")]
    [InlineData("Macros")]
    public async Task Look_OldOfficeWithMacros_IsRefused(string storage) =>
        await Looking.RefusesAsync(SampleFiles.Compound(["Workbook"], [storage]), "budget.xls", FileRefusal.Macros);

    [Fact]
    public async Task Look_OfficeWithPassword_IsRefusedWithWhatToDo() =>
        Assert.Contains("mot de passe", (await Looking.RefusesAsync(SampleFiles.Compound(["EncryptionInfo", "EncryptedPackage"]), "budget.xlsx", FileRefusal.Encrypted)).Sentence, StringComparison.Ordinal);

    [Fact]
    public async Task Look_OldWordWithAnEmbeddedWorkbook_IsWord() =>
        Assert.Equal(FileType.Doc, (await Looking.AcceptsAsync(SampleFiles.Compound(["WordDocument", "ObjectPool"], ["Workbook"]), "statuts.doc")).Type);

    [Theory]
    [InlineData(1)]
    [InlineData(20_000)]
    [InlineData(39_000)]
    public async Task Look_OldWordWhoseDirectoryLiesFarIn_IsWord(int sectorsBefore) =>
        Assert.Equal(FileType.Doc, (await Looking.AcceptsAsync(SampleFiles.Compound(["WordDocument", "a", "b", "c", "d", "e"], before: sectorsBefore), "statuts.doc")).Type);

    [Fact]
    public async Task Look_OtherCompoundFile_IsNotAccepted() => await Looking.RefusesAsync(SampleFiles.Compound(["__properties_version1.0"]), "message.doc", FileRefusal.NotAccepted);

    [Fact]
    public async Task Look_PlainZip_IsNotAccepted() => await Looking.RefusesAsync(SampleFiles.Zip(("devis.pdf", "x")), "devis.docx", FileRefusal.NotAccepted);

    [Fact]
    public async Task Look_TwoKindsInOneArchive_IsNotAccepted() =>
        await Looking.RefusesAsync(SampleFiles.Zip(("mimetype", FileType.Odt.MediaType), ("[Content_Types].xml", "<Types/>")), "statuts.odt", FileRefusal.NotAccepted);

    [Fact]
    public async Task Look_SameEntryTwice_IsNotAccepted() =>
        await Looking.RefusesAsync(SampleFiles.OpenXml(SampleFiles.WordMain, "[content_types].xml"), "statuts.docx", FileRefusal.NotAccepted);

    [Fact]
    public async Task Look_TypesWithEntityBomb_IsRefusedAtOnce() =>
        await Looking.RefusesAsync(SampleFiles.OpenXmlFrom("""<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><Types>&b;</Types>"""), "statuts.docx", FileRefusal.Damaged);

    [Fact]
    public async Task Look_TypesThatUnpackToHundredsOfMegabytes_AreReadNoFurtherThanOne()
    {
        using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry("[Content_Types].xml", CompressionLevel.SmallestSize).OpenAsync(TestContext.Current.CancellationToken);
            await new StreamOfZeros(300_000_000).CopyToAsync(entry, TestContext.Current.CancellationToken);
        }

        var bomb = bytes.ToArray();
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await Looking.RefusesAsync(bomb, "statuts.docx", FileRefusal.Damaged);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 30_000_000);
    }

    [Theory]
    [InlineData(ZipDirectory.MostEntries - 1, true)]
    [InlineData(ZipDirectory.MostEntries + 1, false)]
    public async Task Look_ManyEntries_AreReadUpToABound(int others, bool isAccepted)
    {
        var archive = SampleFiles.OpenXml(SampleFiles.WordMain, [.. Enumerable.Range(0, others - 1).Select(number => $"word/media/{number}")]);

        Assert.Equal(isAccepted, await Looking.AtAsync(archive, "statuts.docx") is FileAnswer.Accepted);
    }

    [Fact]
    public async Task Look_DirectoryThatClaimsTooMuch_IsRefused()
    {
        var archive = SampleFiles.OpenXml(SampleFiles.WordMain);
        var end = archive.Length - 22;
        byte[] huge = [0xFF, 0xFF, 0xFF, 0x7F];
        huge.CopyTo(archive, end + 12);

        await Looking.RefusesAsync(archive, "statuts.docx", FileRefusal.Damaged);
    }
}
