using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.TestKit;

namespace Iness.Casework.Tests.Lifecycle;

/// <summary>What the table says can be done, and nothing else; docs/lifecycle.md shows it.</summary>
public sealed class FileLifecycleTests
{
    /// <summary>Nothing leads out of it: a request withdrawn is over, another may be filed.</summary>
    private static readonly FileStatus[] Final = [FileStatus.Withdrawn];

    private static readonly TestClock Clock = new();

    public static TheoryData<FileStatus> Statuses => [.. Enum.GetValues<FileStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Move_EveryActionByEveryRole_DoesWhatTheTableSays(FileStatus from)
    {
        foreach (var action in Enum.GetValues<FileAction>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var line = FileLifecycle.Transitions.SingleOrDefault(one => one.From == from && one.Action == action && one.By == role);
                var application = At(from);
                var (before, who, at) = (application.History.Count, new Actor(Guid.CreateVersion7(), role), Clock.Instant().AddMinutes(1));

                var outcome = application.Move(action, who, at, "Un mot.");

                if (line is null)
                {
                    Assert.Equal((Refusal.Conflict, from, before), (outcome.Refusal, application.Status, application.History.Count));
                    Assert.Contains(from.InFrench(), outcome.Message, StringComparison.Ordinal);
                    continue;
                }

                Assert.True(outcome.IsDone);
                Assert.Equal((line.To, before + 1), (application.Status, application.History.Count));
                var change = application.History[^1];
                Assert.Equal((application.Id, from, action, line.To), (change.ApplicationId, change.From, change.Action, change.To));
                Assert.Equal((at, who.AccountId, role, "Un mot."), (change.At, change.ActorId, change.ActorRole, change.Note));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Status_Each_HasAWayOutUnlessFinal(FileStatus status) =>
        Assert.Equal(!Final.Contains(status), FileLifecycle.Transitions.Any(transition => transition.From == status));

    [Fact]
    public void Table_EachLine_IsTheOnlyOneForItsStatusActionAndRole() =>
        Assert.Distinct(FileLifecycle.Transitions.Select(transition => (transition.From, transition.Action, transition.By)));

    [Fact]
    public void Table_EachAction_IsSomewhere() =>
        Assert.Empty(Enum.GetValues<FileAction>().Except(FileLifecycle.Transitions.Select(transition => transition.Action)));

    [Fact]
    public void ActionsFrom_AStatus_AreThoseThatMoveIt()
    {
        foreach (var (status, role) in from status in Enum.GetValues<FileStatus>() from role in Enum.GetValues<Role>() select (status, role))
        {
            var possible = Enum.GetValues<FileAction>().Where(action => At(status).Move(action, new(null, role), Clock.Instant()).IsDone);
            Assert.Equal(possible.Order(), FileLifecycle.ActionsFrom(status, role).Order());
        }
    }

    [Fact]
    public void Document_Lifecycle_ShowsTheTable() => Snapshot.Matches(LifecycleDocument.Write(), "docs", "lifecycle.md");

    /// <summary>An application brought to a status from the draft, by the table's own lines: which proves that each status can be reached.</summary>
    private static Application At(FileStatus status)
    {
        var application = new Application
        {
            Id = Guid.CreateVersion7(),
            OrganisationId = Guid.CreateVersion7(),
            CreatedAt = Clock.Instant(),
            CreatedOn = new(2026, 11, 24),
            CreatedBy = Guid.CreateVersion7(),
            ContactId = Guid.CreateVersion7(),
            ChangedAt = Clock.Instant(),
        };
        Assert.Equal(FileStatus.Draft, application.Status);
        foreach (var step in PathTo(status)) Assert.True(application.Move(step.Action, new(null, step.By), Clock.Instant()).IsDone);
        Assert.Equal(status, application.Status);
        return application;
    }

    private static List<Transition> PathTo(FileStatus status)
    {
        var paths = new Dictionary<FileStatus, List<Transition>> { [FileStatus.Draft] = [] };
        var next = new Queue<FileStatus>([FileStatus.Draft]);
        while (next.TryDequeue(out var here))
        {
            foreach (var step in FileLifecycle.Transitions.Where(step => step.From == here && !paths.ContainsKey(step.To)))
            {
                paths[step.To] = [.. paths[here], step];
                next.Enqueue(step.To);
            }
        }

        return paths.TryGetValue(status, out var path) ? path : throw new InvalidOperationException($"Nothing leads from the draft to {status}.");
    }
}
