using Iness.Casework.Review;
using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Casework.Tests.Review;

/// <summary>Our own files are laid beside what is declared of earlier applications, linked undertakings included.</summary>
public sealed class OwnFilesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Load_EarlierApplicationNotDeclared_SaysWhatTheFindingWouldBe(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);
        desk.Database.Clock.Advance(TimeSpan.FromDays(30));
        var second = await desk.FileAnotherAsync();
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        var linked = await desk.FileAnotherAsync("900200015");

        await using var db = desk.Database.Open();
        var (first, again, other) = (await FileUnderReview.LoadAsync(db, desk.File, Stop), await FileUnderReview.LoadAsync(db, second, Stop), await FileUnderReview.LoadAsync(db, linked, Stop));

        Assert.Empty(first!.OwnFiles.Earlier);
        Assert.False(first.OwnFiles.Frequency.Differs);
        Assert.Equal("INESS-2026-000001", Assert.Single(again!.OwnFiles.Earlier).Number);
        Assert.True(again.OwnFiles.Frequency.Differs);
        Assert.Equal(Verdict.NotMet, again.OwnFiles.Frequency.WithOurs!.Value.Verdict);
        // The declaration is never changed.
        Assert.Equal(Verdict.Unknown, again.FindingOf("FRQ-1")!.Value.Finding.Verdict);
        // What a linked undertaking asked for is told, for the officer to judge: the two years are each undertaking's own.
        Assert.Equal(2, other!.OwnFiles.Earlier.Count);
        Assert.All(other.OwnFiles.Earlier, file => Assert.True(file.IsLinked));
        Assert.Null(other.OwnFiles.Frequency.WithOurs);
    }
}
