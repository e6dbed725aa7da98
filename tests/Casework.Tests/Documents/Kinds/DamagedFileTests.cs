using CsCheck;
using Iness.Casework.Documents.Kinds;

namespace Iness.Casework.Tests.Documents.Kinds;

public sealed class DamagedFileTests
{
    public static TheoryData<string> Types => [.. FileType.All.Where(type => type.Extension is not (".txt" or ".csv")).Select(type => type.Extension)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Look_CutShort_IsNeverAnotherTypeNorAFailure(string extension)
    {
        var type = FileType.All.Single(type => type.Extension == extension);
        var whole = SampleFiles.Of(type);

        for (var length = 1; length < whole.Length; length += Math.Max(1, whole.Length / 200))
        {
            var answer = await Looking.AtAsync(whole[..length], "pièce" + extension);
            if (answer is FileAnswer.Accepted accepted) Assert.Equal(type, accepted.Type);
        }
    }

    [Theory]
    [InlineData(".pdf")]
    [InlineData(".png")]
    [InlineData(".docx")]
    [InlineData(".odt")]
    [InlineData(".doc")]
    [InlineData(".webp")]
    [InlineData(".tif")]
    [InlineData(".jpg")]
    public async Task Look_FirstHalfOnly_IsDamagedAndSaysSo(string extension)
    {
        var whole = SampleFiles.Of(FileType.All.Single(type => type.Extension == extension));

        var refused = await Looking.RefusesAsync(whole[..(whole.Length / 2)], "pièce" + extension, FileRefusal.Damaged);

        Assert.Equal($"Le fichier « pièce{extension} » est incomplet ou abîmé : vérifiez qu'il s'ouvre chez vous, puis envoyez-le de nouveau.", refused.Sentence);
    }

    [Fact]
    public void Look_AnyBytesChanged_AlwaysAnswers()
    {
        byte[][] files = [.. FileType.All.Select(SampleFiles.Of)];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 4095], Gen.Byte).Array[1, 12]).Sample((which, changes) =>
        {
            var file = (byte[])files[which].Clone();
            foreach (var (at, value) in changes) file[at % file.Length] = value;
            return Looking.AtAsync(file, "pièce" + FileType.All[which].Extension).GetAwaiter().GetResult() is not null;
        }, iter: 3_000);
    }

    [Fact]
    public async Task Look_DirectoryChainThatTurnsInCircles_IsDamaged()
    {
        var file = SampleFiles.Compound(["WordDocument"]);
        // The only directory sector, number 0, now follows itself in the table that stands right behind it.
        file.AsSpan(2 * 512, sizeof(uint)).Clear();

        await Looking.RefusesAsync(file, "statuts.doc", FileRefusal.Damaged);
    }
}
