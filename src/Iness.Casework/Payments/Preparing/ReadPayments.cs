using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Preparing;

/// <summary>
/// The payments by where they stand, the nearest deadline first; those paid, the latest first. The deadline follows from days waited, which
/// no index holds: what is not paid yet is read whole, in narrow rows, and one page of it in full.
/// </summary>
public sealed class ReadPayments(InessDbContext db, TimeProvider time)
{
    /// <summary>Payments on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Reads one page.</summary>
    /// <param name="stage">Where they stand.</param>
    /// <param name="after">The place where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<PaymentsPage> ExecuteAsync(PaymentStage stage, PaymentPlace? after, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(cancellationToken);
        var counts = open.CountBy(row => row.Stage).ToDictionary(pair => pair.Key, pair => pair.Value);
        counts[PaymentStage.Paid] = await db.PaymentClaims.CountAsync(claim => claim.PaidOn != null, cancellationToken);
        var places = stage == PaymentStage.Paid ? await PaidAsync(after, cancellationToken) : Following(open, stage, after);
        var (shown, hasMore) = (places.Take(PageSize).ToList(), places.Count > PageSize);
        return new(await RowsAsync(shown, cancellationToken), counts, hasMore ? shown[^1] : null);
    }

    private static List<PaymentPlace> Following(List<OpenPayment> open, PaymentStage stage, PaymentPlace? after) =>
        [.. open.Where(row => row.Stage == stage).Select(row => new PaymentPlace(row.Clock.Deadline, row.Id)).Where(place => after is null || place.IsAfter(after))
            .OrderBy(place => place.Day).ThenBy(place => place.Id).Take(PageSize + 1)];

    private async Task<List<PaymentPlace>> PaidAsync(PaymentPlace? after, CancellationToken cancellationToken)
    {
        var paid = db.PaymentClaims.AsNoTracking().Where(claim => claim.PaidOn != null);
        if (after is { Day: var day, Id: var id }) paid = paid.Where(claim => claim.PaidOn <= day && (claim.PaidOn < day || claim.Id < id));
        return await paid.OrderByDescending(claim => claim.PaidOn).ThenByDescending(claim => claim.Id).Take(PageSize + 1).Select(claim => new PaymentPlace(claim.PaidOn!.Value, claim.Id)).ToListAsync(cancellationToken);
    }

    private async Task<List<OpenPayment>> OpenAsync(CancellationToken cancellationToken)
    {
        var rows = await db.PaymentClaims.AsNoTracking().Where(claim => claim.Receipt != null && claim.PaidOn == null)
            .Join(db.Applications, claim => claim.ApplicationId, application => application.Id, (claim, application) => new
            {
                claim.Id,
                claim.ApplicationId,
                claim.CompleteOn,
                claim.FiledAt,
                claim.ChangedAt,
                claim.PreparedAt,
                application.Status,
                HasLine = db.LiquidationLines.Any(line => line.ClaimId == claim.Id && line.RejectedOn == null),
                WasRejected = db.LiquidationLines.Any(line => line.ClaimId == claim.Id && line.RejectedOn != null),
            })
            .Where(row => row.Status == FileStatus.PaymentClaimed || row.Status == FileStatus.Settled || row.Status == FileStatus.Notified).ToListAsync(cancellationToken);
        var requests = (await db.MissingItemsRequests.AsNoTracking().Where(request => request.IsOnPayment && db.PaymentClaims.Any(claim => claim.ApplicationId == request.ApplicationId && claim.PaidOn == null))
            .ToListAsync(cancellationToken)).ToLookup(request => request.ApplicationId);
        var today = time.Today();
        return [.. rows.Select(row => new OpenPayment(
            row.Id,
            row.Status switch
            {
                FileStatus.Notified => PaymentStage.Awaiting,
                FileStatus.Settled => row.HasLine ? PaymentStage.InLiquidation : PaymentStage.ToLiquidate,
                _ => row.PreparedAt is not null ? PaymentStage.ToValidate : row.WasRejected ? PaymentStage.Rejected : PaymentStage.ToPrepare,
            },
            PaymentClock.Of(From(row.CompleteOn, row.FiledAt, row.ChangedAt), requests[row.ApplicationId], null, today)))];
    }

    private async Task<IReadOnlyList<PaymentRow>> RowsAsync(IReadOnlyList<PaymentPlace> shown, CancellationToken cancellationToken)
    {
        var ids = shown.Select(place => place.Id).ToList();
        var rows = await db.PaymentClaims.AsNoTracking().Where(claim => ids.Contains(claim.Id))
            .Join(db.Applications, claim => claim.ApplicationId, application => application.Id, (claim, application) => new { claim, application })
            .Select(pair => new
            {
                pair.claim,
                pair.application.Number,
                Organisation = pair.application.Organisation!.Name,
                Officer = db.Users.Where(account => account.Id == pair.application.AssignedToId).Select(account => account.GivenName + " " + account.FamilyName).FirstOrDefault(),
                Granted = db.Decisions.Where(decision => decision.ApplicationId == pair.application.Id).OrderByDescending(decision => decision.At).Select(decision => (Money?)decision.Amount).FirstOrDefault(),
            }).ToDictionaryAsync(row => row.claim.Id, cancellationToken);
        var applications = rows.Values.Select(row => row.claim.ApplicationId).ToList();
        var requests = (await db.MissingItemsRequests.AsNoTracking().Where(request => request.IsOnPayment && applications.Contains(request.ApplicationId)).ToListAsync(cancellationToken)).ToLookup(request => request.ApplicationId);
        var today = time.Today();
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new PaymentRow(
            row.Number!, row.Organisation, row.claim.Granted ?? row.Granted ?? Money.Zero, row.claim.PreparedAt is null ? null : row.claim.Payable, row.Officer,
            PaymentClock.Of(From(row.claim.CompleteOn, row.claim.FiledAt, row.claim.ChangedAt), requests[row.claim.ApplicationId], row.claim.PaidOn, today), row.claim.CompleteOn is null))];
    }

    // One not complete yet stands where it would if nothing more were asked.
    private static DateOnly From(DateOnly? completeOn, DateTime? filedAt, DateTime changedAt) => completeOn ?? (filedAt ?? changedAt).DayInParis();

    private sealed record OpenPayment(Guid Id, PaymentStage Stage, PaymentClock Clock);
}

/// <summary>One page of the list.</summary>
/// <param name="Rows">Its payments.</param>
/// <param name="Counts">How many at each stage.</param>
/// <param name="Next">Where the next page begins; null for none.</param>
public sealed record PaymentsPage(IReadOnlyList<PaymentRow> Rows, IReadOnlyDictionary<PaymentStage, int> Counts, PaymentPlace? Next);

/// <summary>One payment in the list.</summary>
/// <param name="Number">Number of the file.</param>
/// <param name="Organisation">Name of the beneficiary.</param>
/// <param name="Granted">Amount granted.</param>
/// <param name="Payable">Amount to pay; null before it is prepared.</param>
/// <param name="Officer">The officer in charge; null for nobody.</param>
/// <param name="Clock">The sixty days.</param>
/// <param name="IsIncomplete">Whether the claim is not complete: the sixty days do not run, and are shown as if it were.</param>
public sealed record PaymentRow(string Number, string Organisation, Money Granted, Money? Payable, string? Officer, PaymentClock Clock, bool IsIncomplete);
