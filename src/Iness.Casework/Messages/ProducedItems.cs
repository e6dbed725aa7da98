using Iness.Casework.Documents;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Messages;

/// <summary>Keeps the missing items in step with what is given for them. Nothing is saved here: it goes with the change itself.</summary>
internal static class ProducedItems
{
    /// <summary>A document was given for an item.</summary>
    public static async Task ProduceAsync(this InessDbContext db, Guid? itemId, DateTime now, CancellationToken cancellationToken)
    {
        if (itemId is not { } id) return;
        (await db.Set<MissingItem>().SingleAsync(item => item.Id == id, cancellationToken)).ProducedAt ??= now;
    }

    /// <summary>A section that was asked for was changed.</summary>
    public static async Task ProduceSectionAsync(this InessDbContext db, Guid applicationId, string section, DateTime now, CancellationToken cancellationToken)
    {
        var items = await db.MissingItemsRequests.Where(request => request.ApplicationId == applicationId && request.AnsweredAt == null && !request.IsOnPayment)
            .SelectMany(request => request.Items).Where(item => item.Section == section && item.ProducedAt == null).ToListAsync(cancellationToken);
        foreach (var item in items) item.ProducedAt = now;
    }

    /// <summary>A document was taken out, or set aside for a virus: what it answered is awaited again, unless another answers it or the request is closed.</summary>
    public static async Task AwaitAgainAsync(this InessDbContext db, StoredDocument document, CancellationToken cancellationToken)
    {
        if (document.MissingItemId is not { } id) return;
        if (await db.Documents.AnyAsync(other => other.MissingItemId == id && other.Id != document.Id && other.RemovedAt == null && other.Scan != ScanState.Infected, cancellationToken)) return;
        var item = await db.MissingItemsRequests.Where(request => request.AnsweredAt == null).SelectMany(request => request.Items).SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        if (item is not null) item.ProducedAt = null;
    }
}
