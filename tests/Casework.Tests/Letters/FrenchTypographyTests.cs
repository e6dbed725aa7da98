using Iness.Casework.Letters;

namespace Iness.Casework.Tests.Letters;

/// <summary>What is printed reads as French is set.</summary>
public sealed class FrenchTypographyTests
{
    [Theory]
    [InlineData("Camille Roy", "de Camille Roy")]
    [InlineData("Élise Petit", "d'Élise Petit")]
    [InlineData("Yves Roy", "d'Yves Roy")]
    [InlineData("Yann Roy", "de Yann Roy")]
    [InlineData("Œdipe Roy", "d'Œdipe Roy")]
    [InlineData("Les Jardins d’essai", "des Jardins d’essai")]
    [InlineData("Le Relais", "du Relais")]
    [InlineData("Lesquin Solidaire", "de Lesquin Solidaire")]
    public void ToTheAttentionOf_AName_ElidesBeforeAVowel(string name, string expected) =>
        Assert.Equal($"À l'attention {expected}", FrenchTypography.ToTheAttentionOf(name));

    [Fact]
    public void Set_ATime_IsNeverBroken()
    {
        Assert.Equal("2 mars à 14\u00A0h\u00A005", FrenchTypography.Set("2 mars à 14 h 05"));
        Assert.Equal("10 hectares et 3 h", FrenchTypography.Set("10 hectares et 3 h"));
    }
}
