using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>The duration that keeps a file the longest.</summary>
/// <param name="Rule">Which.</param>
/// <param name="From">When it began to run.</param>
internal readonly record struct FileTerm(RetentionRule Rule, DateOnly From)
{
    public DateOnly LastDay => Rule.LastDay(From);

    /// <summary>Of a file that has ended, be it said by its history.</summary>
    public static async Task<FileTerm> OfAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        var ended = await db.StatusChanges.Where(change => change.ApplicationId == applicationId).MaxAsync(change => change.At, cancellationToken);
        List<FileTerm> terms = [new(RetentionRules.File, ended.DayInParis())];
        var granted = await db.Decisions.Where(decision => decision.ApplicationId == applicationId && decision.Kind == DecisionKind.Grant).MaxAsync(decision => (DateOnly?)decision.On, cancellationToken);
        if (granted is { } grant) terms.Add(new(RetentionRules.Grant, grant));
        if (await LastPaymentAsync(db, applicationId, cancellationToken) is { } paid) terms.Add(new(RetentionRules.Invoices, paid));
        var appealed = await db.Decisions.Where(decision => decision.ApplicationId == applicationId).MaxAsync(decision => decision.AppealedAt, cancellationToken);
        if (appealed is { } appeal) terms.Add(new(RetentionRules.Appeal, appeal.DayInParis()));
        return terms.MaxBy(term => term.LastDay);
    }

    /// <summary>The last day that an invoice, its payment, or the payment of the aid bears.</summary>
    private static async Task<DateOnly?> LastPaymentAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        var claims = db.PaymentClaims.Where(claim => claim.ApplicationId == applicationId);
        var invoices = db.ClaimedInvoices.Where(invoice => claims.Any(claim => claim.Id == invoice.ClaimId));
        var days = new[]
        {
            await claims.MaxAsync(claim => claim.PaidOn, cancellationToken),
            await invoices.MaxAsync(invoice => invoice.IssuedOn, cancellationToken),
            await invoices.MaxAsync(invoice => invoice.PaidOn, cancellationToken),
        };
        return days.Max();
    }
}
