using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;

namespace Iness.Casework.Applications;

/// <summary>One application of one organisation, from the draft to the archive.</summary>
public sealed class Application : IVersioned
{
    /// <summary>Identifier, in addresses while there is no number.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who applies.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Who applies.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>Where it stands; changed only through <see cref="Move"/>.</summary>
    public FileStatus Status { get; private set; }

    /// <summary>When the draft was created, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The day the draft was created, in Paris: nothing ordered before it is retained (COS-11).</summary>
    public required DateOnly CreatedOn { get; init; }

    /// <summary>Who created it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>Who follows it for the organisation, and receives its mail; handed over at will.</summary>
    public required Guid ContactId { get; set; }

    /// <summary>What the project is called, cut to what a list can show; null until it is told.</summary>
    public string? Title
    {
        get;
        set => field = value?.CutTo(LongestTitle);
    }

    /// <summary>Counts the changes of the answers and documents: what is filed is what was read.</summary>
    public int AnswersRevision { get; set; }

    /// <summary>Last change by the organisation, UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    /// <summary>« INESS-2026-000123 »; null for a draft.</summary>
    public string? Number { get; set; }

    /// <summary>When it was filed, UTC; null for a draft.</summary>
    public DateTime? FiledAt { get; set; }

    /// <summary>When its contact was warned that the draft would be erased for lack of use, UTC.</summary>
    public DateTime? WarnedAt { get; set; }

    /// <summary>The application it was copied from.</summary>
    public Guid? CopiedFromId { get; init; }

    /// <summary>The officer in charge.</summary>
    public Guid? AssignedToId { get; set; }

    /// <summary>Last day for the Région to answer, to the application or to an appeal, suspensions counted, as <see cref="Deadlines.FileClock"/> reads it; null once it has no answer left to give.</summary>
    public DateOnly? RespondBy { get; set; }

    /// <summary>Last day to claim the payment, as the act that grants the aid says; null before, and once the aid is paid, renounced or lapsed.</summary>
    public DateOnly? ClaimBy { get; set; }

    /// <summary>What lists and searches of the Région need of what was filed; null for a draft.</summary>
    public FileListing? Listing { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }

    /// <summary>Its answers.</summary>
    public List<Answer> Answers { get; } = [];

    /// <summary>The changes of status, the oldest first.</summary>
    public List<StatusChange> History { get; } = [];

    /// <summary>What was filed; null for a draft.</summary>
    public Filing? Filing { get; set; }

    /// <summary>Longest title kept beside the answers.</summary>
    public const int LongestTitle = 200;

    /// <summary>Takes it to its next status, if the lifecycle has such a transition, and notes it.</summary>
    public Outcome Move(FileAction action, Audit.Actor who, DateTime at, string? note = null)
    {
        if (FileLifecycle.Find(Status, action, who.Role) is not { } transition)
            return Outcome.Refused(Refusal.Conflict, $"Cette demande est {Status.InFrench()} : on ne peut pas {action.InFrench()}.");
        Status = transition.To;
        // Decided, or withdrawn, it awaits nothing; but an appeal against a decision awaits its answer whatever else is done with the file.
        if ((transition.From.AwaitsDecision() && !Status.AwaitsDecision()) || Status == FileStatus.Withdrawn) RespondBy = null;
        if (!Status.AwaitsClaim()) ClaimBy = null;
        History.Add(new()
        {
            Id = Guid.CreateVersion7(at),
            ApplicationId = Id,
            At = at,
            Action = action,
            From = transition.From,
            To = transition.To,
            ActorId = who.AccountId,
            ActorRole = who.Role,
            Note = note,
        });
        return Outcome.Done;
    }
}
