using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review.OtherAids;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>
/// What our own files say of the earlier applications of an undertaking and of those it declares linked, beside what it declared
/// (FRQ-1, CUM-2). The declaration is never changed: what the regulation would say otherwise is told.
/// </summary>
public sealed record OwnFiles
{
    /// <summary>Earlier applications, the last first.</summary>
    public required IReadOnlyList<OwnFile> Earlier { get; init; }

    /// <summary>What they say beside FRQ-1.</summary>
    public required OwnFilesNote Frequency { get; init; }

    /// <summary>What they say beside CUM-2.</summary>
    public required OwnFilesNote OtherAid { get; init; }

    /// <summary>The note beside a provision; null for those that our files say nothing of.</summary>
    public OwnFilesNote? NoteOn(Provision provision) => provision == Provision.Frq1 ? Frequency : provision == Provision.Cum2 ? OtherAid : null;

    /// <summary>Its own earlier applications that are not among those of these facts.</summary>
    public IReadOnlyList<OwnFile> Hidden(AssessmentRequest facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return HiddenAmong(Earlier, facts);
    }

    internal static IReadOnlyList<OwnFile> HiddenAmong(IReadOnlyList<OwnFile> earlier, AssessmentRequest facts) =>
        [.. earlier.Where(file => !file.IsLinked && facts.History.PreviousApplications?.Contains(file.FiledOn) != true)];

    internal static async Task<OwnFiles> ReadAsync(InessDbContext db, Application application, Filing filing, AssessmentRequest request, CancellationToken cancellationToken)
    {
        var own = application.Organisation!.Siren;
        var linked = LinkedUndertaking.SirensOf(filing.Answers);
        var rows = await db.Applications.AsNoTracking()
            .Where(found => found.Id != application.Id && found.Number != null && found.FiledAt != null && found.FiledAt < application.FiledAt
                && (found.Organisation!.Siren == own || linked.Contains(found.Organisation.Siren)))
            .OrderByDescending(found => found.FiledAt)
            .Select(found => new
            {
                found.Number,
                found.FiledAt,
                found.Status,
                found.Organisation!.Siren,
                found.Organisation.Name,
                Granted = found.Status == FileStatus.Withdrawn ? null : db.Decisions.Where(decision => decision.ApplicationId == found.Id).OrderByDescending(decision => decision.At).Take(1).Where(decision => decision.Kind == DecisionKind.Grant).Select(decision => (Money?)decision.Amount).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var earlier = rows.ConvertAll(row => new OwnFile(row.Number!, row.Name, row.Siren != own, row.FiledAt!.Value.DayInParis(), row.Status, row.Granted));
        return Of(earlier, request);
    }

    /// <summary>What files of ours say beside a declaration.</summary>
    internal static OwnFiles Of(IReadOnlyList<OwnFile> earlier, AssessmentRequest request) =>
        new() { Earlier = earlier, Frequency = OwnFilesNote.OnFrequency(earlier, request), OtherAid = OwnFilesNote.OnOtherAid(earlier, request) };
}

/// <summary>An earlier application of our own files.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Who applied.</param>
/// <param name="IsLinked">Whether that is a linked undertaking rather than the one that applies.</param>
/// <param name="FiledOn">When it was filed.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Granted">The aid granted; null when none was.</param>
public sealed record OwnFile(string Number, string Name, bool IsLinked, DateOnly FiledOn, FileStatus Status, Money? Granted)
{
    /// <summary>The same in words.</summary>
    public string InWords => $"{Number}{(IsLinked ? $" ({Name}, entreprise liée)" : "")}, déposée le {French.Date(FiledOn)}, {Status.InFrench()}{(Granted is { } amount ? $", {amount} accordés" : "")}";
}
