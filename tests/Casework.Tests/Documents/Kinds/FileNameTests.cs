using System.Globalization;
using CsCheck;
using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Tests.Documents.Kinds;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Devis n° 12 – Été à Béthune (œuvre).pdf", "Devis n° 12 – Été à Béthune (œuvre).pdf")]
    [InlineData(@"C:\Users\moi\Documents\devis.pdf", "devis.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("devis\u202Efdp.exe", "devisfdp.exe")]
    [InlineData("\u200Bde\u00ADvis\u2066.pdf", "devis.pdf")]
    [InlineData("de\0vis\r\nSet-Cookie: a=b.pdf", "devisSet-Cookie- a=b.pdf")]
    [InlineData("  devis \u00A0\u2003 final.pdf. . ", "devis final.pdf")]
    [InlineData("<devis>|\"a\"?*.pdf", "-devis---a---.pdf")]
    [InlineData("\uD800devis.pdf", "devis.pdf")]
    [InlineData("e\u0301te\u0301.pdf", "e\u0301te\u0301.pdf")]
    [InlineData("..", "document")]
    [InlineData("   ", "document")]
    [InlineData("dossier/", "document")]
    [InlineData(null, "document")]
    public void Clean_WhatPeopleSend_IsSafeAndKeepsItsAccents(string? typed, string expected) => Assert.Equal(expected, FileName.Clean(typed));

    [Theory]
    [InlineData(150, 150)]
    [InlineData(151, 150)]
    [InlineData(4000, 150)]
    public void Clean_LongName_KeepsItsExtension(int length, int kept)
    {
        var clean = FileName.Clean(new string('é', length - 4) + ".pdf");

        Assert.Equal(kept, clean.Length);
        Assert.EndsWith("é.pdf", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_LetterOfSeveralCodesAtTheLimit_IsNotCutInTwo() =>
        Assert.Equal(new string('a', 145) + ".pdf", FileName.Clean(new string('a', 145) + "e\u0301 suite.pdf"));

    [Fact]
    public void Clean_AnyText_IsShortVisibleAndStable() => Gen.String.Sample(typed =>
    {
        var clean = FileName.Clean(typed);
        return clean.Length is > 0 and <= FileName.Longest
            && clean == FileName.Clean(clean)
            && !clean.Any("/\\<>:\"|?*".Contains)
            && !clean.EnumerateRunes().Any(rune => System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format);
    });
}
