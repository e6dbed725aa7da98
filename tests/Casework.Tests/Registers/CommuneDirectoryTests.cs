using Iness.Casework.Registers.Communes;

namespace Iness.Casework.Tests.Registers;

public sealed class CommuneDirectoryTests
{
    private const int Limit = 10;

    [Fact]
    public void HautsDeFrance_Always_HoldsTheCommunesInForceOfTheFiveDepartments()
    {
        var counts = CommuneDirectory.HautsDeFrance.GroupBy(commune => commune.Department).ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(3782, CommuneDirectory.HautsDeFrance.Count);
        Assert.Equal(new Dictionary<string, int> { ["02"] = 797, ["59"] = 647, ["60"] = 680, ["62"] = 887, ["80"] = 771 }, counts);
    }

    [Theory]
    [InlineData("59350", true)]
    [InlineData("02691", true)]
    [InlineData("59000", false)] // a postal code
    [InlineData("59999", false)]
    [InlineData("75056", false)] // not in the region
    [InlineData("5935", false)]
    [InlineData("", false)]
    public void Exists_Code_TellsWhetherTheRegionHasIt(string code, bool exists) => Assert.Equal(exists, CommuneDirectory.Exists(code));

    [Fact]
    public void Exists_MillionsOfCalls_AllocatesNothing()
    {
        const string Line = "59350;02691;59999";
        CommuneDirectory.Exists(Line.AsSpan(0, 5));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
        {
            CommuneDirectory.Exists(Line.AsSpan(0, 5));
            CommuneDirectory.Exists(Line.AsSpan(12, 5));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Find_CodeOfTheRegion_GivesNameAndPostalCodes()
    {
        var lille = CommuneDirectory.Find("59350");

        Assert.NotNull(lille);
        Assert.Equal("Lille", lille.Name);
        Assert.Equal("59", lille.Department);
        Assert.Contains("59800", lille.PostalCodes);
        Assert.Null(CommuneDirectory.Find("59999"));
    }

    [Theory]
    [InlineData("château-thierry", "02168")]
    [InlineData("CHATEAU THIERRY", "02168")]
    [InlineData("  Chateau   Thierry ", "02168")]
    [InlineData("saint quentin", "02691")]
    [InlineData("St-Quentin", "02691")]
    [InlineData("saint-quentin", "02691")]
    [InlineData("villeneuve d'ascq", "59009")]
    [InlineData("Villeneuve d’Ascq", "59009")]
    [InlineData("hesdin l'abbe", "62448")]
    [InlineData("Ste Marie Kerque", "62756")]
    [InlineData("oeuilly", "02565")]
    [InlineData("Œuilly", "02565")]
    [InlineData("Cha\u0302teau-Thierry", "02168")] // as macOS decomposes it
    [InlineData("ecoeuilly", null)]
    public void Search_Name_WhateverTheWayItIsTyped(string typed, string? code) =>
        Assert.Equal(code, CommuneDirectory.Search(typed, Limit) is [var first, ..] ? first.Code : null);

    [Fact]
    public void Search_Name_PutsEqualNamesBeforeThoseThatStartSoBeforeTheOthers()
    {
        var names = CommuneDirectory.Search("lens", 50).Select(commune => commune.Name.ToLowerInvariant()).ToList();

        Assert.Equal("lens", names[0]);
        Assert.True(names.FindLastIndex(name => name.StartsWith("lens", StringComparison.Ordinal)) < names.FindIndex(name => !name.StartsWith("lens", StringComparison.Ordinal)));
    }

    [Fact]
    public void Search_PostalCode_GivesEveryCommuneThatBearsIt()
    {
        var communes = CommuneDirectory.Search("62130", 100);

        Assert.True(communes.Count > 1);
        Assert.All(communes, commune => Assert.Contains("62130", commune.PostalCodes));
    }

    [Fact]
    public void Search_Limit_IsNeverExceeded() => Assert.Equal(3, CommuneDirectory.Search("saint", 3).Count);

    [Theory]
    [InlineData("")]
    [InlineData("  -' ")]
    [InlineData("99999")]
    [InlineData("\ud800")]
    [InlineData("\ufffe\u0000")]
    [InlineData("zzzzzz")]
    public void Search_NothingOfTheKind_IsEmpty(string typed) => Assert.Empty(CommuneDirectory.Search(typed, Limit));
}
