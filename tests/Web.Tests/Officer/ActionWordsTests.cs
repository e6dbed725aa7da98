using Iness.Casework.Applications;
using Iness.Casework.Lifecycle;
using Iness.Web.Applying;
using Iness.Web.Deciding;
using Iness.Web.Reviewing;

namespace Iness.Web.Tests.Officer;

/// <summary>Whatever happens to a file is told, in words of its own, to the Région and to the applicant.</summary>
public sealed class ActionWordsTests
{
    [Fact]
    public void Timeline_EveryAction_HasWordsOfItsOwn() => Assert.Distinct(Enum.GetValues<FileAction>().Select(Timeline.Happened));

    [Fact]
    public void FollowUp_EveryAction_HasWordsOfItsOwn() => Assert.Distinct(Enum.GetValues<FileAction>().Select(action => FollowUpWords.Happened(new StatusChange
    {
        Id = Guid.NewGuid(),
        ApplicationId = Guid.NewGuid(),
        At = DateTime.UnixEpoch,
        Action = action,
        From = FileStatus.Draft,
        To = FileStatus.Draft,
        ActorId = null,
        ActorRole = Role.System,
    })));

    [Fact]
    public void Both_AnUnknownAction_IsNotToldAsAnother() => Assert.Throws<ArgumentOutOfRangeException>(() => Timeline.Happened((FileAction)999));

    [Theory]
    [InlineData(3, 3, "décidé")]
    [InlineData(3, 1, "décidé en partie")]
    [InlineData(3, 0, "aucun dossier décidé")]
    public void Batch_Ended_SaysHowManyOfItsFilesAreDecided(int count, int decided, string state) => Assert.Equal(
        state, BatchWords.State(new() { Id = Guid.NewGuid(), Name = "Lot", CreatedBy = Guid.NewGuid(), CreatedAt = DateTime.UnixEpoch, EndedAt = DateTime.UnixEpoch }, count, decided));
}
