using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using static Iness.Casework.Lifecycle.FileAction;

namespace Iness.Casework.Seeding;

/// <summary>Leads an invented application to a status that suits its age, by the steps that the lifecycle allows.</summary>
internal sealed class FictionalHistory(Random random, Guid applicant, Guid lead, Guid signatory, Guid finance, DateTime now)
{
    private static readonly (FileAction Action, Role Role)[] Straight =
    [
        (StartReview, Role.Officer), (Propose, Role.Officer), (Grant, Role.Signatory), (Notify, Role.System), (ClaimPayment, Role.Applicant), (Settle, Role.LeadOfficer), (RecordPayment, Role.Finance),
    ];

    // How many of the straight steps, or another end, with its weight; by age in days.
    private static readonly (int Least, (string Path, int Weight)[] Paths)[] ByAge =
    [
        (300, [("7", 48), ("close", 14), ("refuse", 22), ("withdraw", 8), ("4", 5), ("recover", 1), ("6", 2)]),
        (75, [("4", 42), ("5", 12), ("6", 4), ("7", 12), ("refuse", 14), ("3", 3), ("1", 6), ("withdraw", 5), ("2", 2)]),
        (0, [("0", 28), ("1", 36), ("incomplete", 18), ("2", 8), ("3", 3), ("refuse", 3), ("withdraw", 4)]),
    ];

    public void Tell(Application application, DateTime filedAt, Guid officer)
    {
        Must(application, (FileAction.File, Role.Applicant), filedAt, officer);
        var age = (now - filedAt).Days;
        var path = Draw(ByAge.First(range => age >= range.Least).Paths);
        var steps = path switch
        {
            "withdraw" => [(Withdraw, Role.Applicant)],
            "incomplete" => [(RequestMissingItems, Role.Officer)],
            "close" => [(RequestMissingItems, Role.Officer), (CloseWithoutFollowUp, Role.LeadOfficer)],
            "refuse" => [.. Straight[..2], (Refuse, Role.Signatory), (Notify, Role.System)],
            "recover" => [.. Straight, (OrderRecovery, Role.Signatory)],
            _ => Straight[..int.Parse(path, System.Globalization.CultureInfo.InvariantCulture)],
        };
        // Steps share the time there was.
        var each = (now - filedAt) / (steps.Length + 1);
        for (var i = 0; i < steps.Length; i++) Must(application, steps[i], filedAt + each * (i + 1), officer);
        application.RespondBy = application.Status is FileStatus.Filed or FileStatus.UnderReview or FileStatus.Proposed
            ? ResponseClock.DeadlineWithoutSuspension(filedAt.DayInParis())
            : null;
        application.AssignedToId = application.Status == FileStatus.Filed && random.Next(10) < 7 ? null : officer;
        application.ChangedAt = application.History[^1].At;
    }

    private void Must(Application application, (FileAction Action, Role Role) step, DateTime at, Guid officer)
    {
        Guid? who = step.Role switch
        {
            Role.Applicant => applicant,
            Role.Officer => officer,
            Role.LeadOfficer => lead,
            Role.Signatory => signatory,
            Role.Finance => finance,
            _ => null,
        };
        at = new(at.Ticks - at.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        if (application.Move(step.Action, new Actor(who, step.Role), at) is { IsDone: false } refused) throw new InvalidOperationException(refused.Message);
    }

    private string Draw((string Path, int Weight)[] paths)
    {
        var drawn = random.Next(paths.Sum(path => path.Weight));
        foreach (var (path, weight) in paths)
        {
            if ((drawn -= weight) < 0) return path;
        }

        return paths[0].Path;
    }
}
