namespace Iness.Casework.Tests;

public sealed class CutTextTests
{
    [Theory]
    [InlineData("court", 10, "court")]
    [InlineData("assez long", 5, "assez")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("😀", 1, "")]
    public void Cut_WithinACharacter_LeavesNoHalfOfIt(string text, int most, string cut) => Assert.Equal(cut, text.CutTo(most));
}
