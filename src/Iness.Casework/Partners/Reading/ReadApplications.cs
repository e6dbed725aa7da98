using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Partners.Reading;

/// <summary>Reads filed applications for programs: a page in one query, in the order of filing, from the place where another page ended.</summary>
public sealed class ReadApplications(InessDbContext db)
{
    /// <summary>Most applications on a page.</summary>
    public const int Most = 200;

    // As AssessmentRequestWriter writes it. The categories of natural persons begin with 1, those of groups called by the names of their members
    // with 2 (Insee, niveau I).
    private const string LegalCategory = "\"legalCategory\":\"";
    private const string NaturalPerson = "\"legalCategory\":\"1";
    private const string GroupOfPersons = "\"legalCategory\":\"2";

    // The same, as CompanyRecordJson keeps what the register says.
    private const string RegisteredPerson = "\"LegalCategory\":\"1";
    private const string RegisteredGroup = "\"LegalCategory\":\"2";

    // A change is stamped before others can read it: by the longest transaction there is, and more.
    private static readonly TimeSpan Unseen = TimeSpan.FromMinutes(15);

    /// <summary>Reads a page.</summary>
    public async Task<PartnerPage> PageAsync(ApplicationsFilter filter, ApplicationsCursor? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var wanted = Filtered(filter);
        // « At least that instant, and (beyond it or beyond that identifier) »: an index can start at the instant.
        if (after is { FiledAt: var at, Id: var id }) wanted = wanted.Where(application => application.FiledAt >= at && (application.FiledAt > at || application.Id > id));
        // One more tells whether there is another page.
        var rows = await Project(wanted.OrderBy(application => application.FiledAt).ThenBy(application => application.Id).Take(limit + 1)).ToListAsync(cancellationToken);
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, new(rows[^1].FiledAt, rows[^1].Id));
    }

    /// <summary>Reads one with its steps; null when there is none of that number.</summary>
    public async Task<(PartnerApplication Application, IReadOnlyList<PartnerStep> Steps)?> FindAsync(string number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(number);
        var exact = number.ToUpperInvariant();
        if (await Project(db.Applications.Where(application => application.Number == exact)).SingleOrDefaultAsync(cancellationToken) is not { } row) return null;
        var steps = await db.StatusChanges.Where(change => change.ApplicationId == row.Id).OrderBy(change => change.At).ThenBy(change => change.Id)
            .Select(change => new PartnerStep(change.At, change.Action, change.To)).ToListAsync(cancellationToken);
        return (row, steps);
    }

    private IQueryable<Application> Filtered(ApplicationsFilter filter)
    {
        var wanted = db.Applications.Where(application => application.FiledAt != null);
        // One status alone walks its own index.
        if (filter.Statuses is { Count: 1 } && filter.Statuses.First() is var status) wanted = wanted.Where(application => application.Status == status);
        else if (filter.Statuses is { Count: > 1 } statuses) wanted = wanted.Where(application => statuses.Contains(application.Status));
        if (filter.Department is { } department) wanted = wanted.Where(application => application.Listing!.Department == department);
        if (filter.Verdict is { } verdict) wanted = wanted.Where(application => application.Listing!.Verdict == verdict);
        if (filter.FiledFrom?.BeginsAt() is { } from) wanted = wanted.Where(application => application.FiledAt >= from);
        if (filter.FiledUntil?.AddDays(1).BeginsAt() is { } until) wanted = wanted.Where(application => application.FiledAt < until);
        if (filter.IsDecided is { } isDecided) wanted = wanted.Where(application => db.Decisions.Any(decision => decision.ApplicationId == application.Id) == isDecided);
        if (filter.ChangedSince is { } asked)
        {
            var since = asked - Unseen;
            // Identifiers of changes are in the order of time: their own index starts there.
            var floor = FloorOf(since);
            var changed = db.StatusChanges.Where(change => change.Id >= floor && change.At >= since).Select(change => change.ApplicationId);
            wanted = wanted.Where(application => changed.Contains(application.Id));
        }

        return wanted;
    }

    /// <summary>The least identifier of the millisecond of an instant (RFC 9562, version 7).</summary>
    private static Guid FloorOf(DateTime instant)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(instant).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6..].Clear();
        return new(bytes, bigEndian: true);
    }

    // The facts are those decided on, where there are: an officer may have corrected those filed.
    private IQueryable<PartnerApplication> Project(IQueryable<Application> applications) =>
        from application in applications
        let latest = db.Decisions.Where(decision => decision.ApplicationId == application.Id).OrderByDescending(decision => decision.At).Select(decision => (Guid?)decision.Id).FirstOrDefault()
        join decided in db.Decisions on latest equals (Guid?)decided.Id into decisions
        from decision in decisions.DefaultIfEmpty()
        join claimed in db.PaymentClaims.Where(claim => claim.FiledAt != null) on application.Id equals claimed.ApplicationId into claims
        from claim in claims.DefaultIfEmpty()
        let facts = decision!.Facts ?? application.Filing!.Facts
        let registered = application.Organisation!.RegisterRecord ?? ""
        orderby application.FiledAt, application.Id
        select new PartnerApplication
        {
            Id = application.Id,
            Number = application.Number!,
            Status = application.Status,
            FiledAt = application.FiledAt!.Value,
            ChangedAt = db.StatusChanges.Where(change => change.ApplicationId == application.Id).Max(change => (DateTime?)change.At),
            RespondBy = application.RespondBy,
            ClaimBy = application.ClaimBy,
            IsLegalPerson = facts.Contains(LegalCategory) && !facts.Contains(NaturalPerson) && !facts.Contains(GroupOfPersons) && !registered.Contains(RegisteredPerson) && !registered.Contains(RegisteredGroup),
            Siren = application.Organisation!.Siren,
            Organisation = application.Organisation!.Name,
            Siret = application.Listing!.Siret,
            Department = application.Listing!.Department,
            Town = application.Listing!.Town,
            CostCategories = application.Listing!.CostCategories,
            Verdict = (OverallVerdict?)application.Listing!.Verdict,
            Claimed = (Money?)application.Filing!.Claimed,
            Eligible = (Money?)application.Listing!.Eligible,
            Aid = (Money?)application.Listing!.Aid,
            Decision = (Decisions.DecisionKind?)decision!.Kind,
            DecidedOn = (DateOnly?)decision!.On,
            Granted = (Money?)decision!.Amount,
            NotifiedAt = decision!.NotifiedAt,
            ClaimedAt = claim!.FiledAt,
            CompleteOn = claim!.CompleteOn,
            // What is prepared is not decided yet.
            Payable = claim!.ValidatedAt == null ? null : claim!.Payable,
            PaidOn = claim!.PaidOn,
        };
}
