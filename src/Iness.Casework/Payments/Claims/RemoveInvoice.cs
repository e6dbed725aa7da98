using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>Takes an invoice out of a claim with its file: kept, counted nowhere. What was filed before stays in the acknowledgement, and officers see that it was taken out.</summary>
public sealed class RemoveInvoice(InessDbContext db, TimeProvider time)
{
    /// <summary>Takes it out.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Guid invoiceId, Actor who, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        if (taken.Value.Find(invoiceId) is not { } invoice) return Outcome.NotFound;
        var now = time.Instant();
        invoice.RemovedAt = now;
        // Never filed, nobody of the Région has seen its files.
        if (taken.Value.Claim.Receipt is null)
        {
            var shared = taken.Value.Claim.Invoices.Where(other => other.Id != invoiceId).Select(other => other.ProofDocumentId).OfType<Guid>().ToList();
            foreach (var document in await db.Documents.Where(document => (document.Id == invoice.DocumentId || document.Id == invoice.ProofDocumentId) && !shared.Contains(document.Id)).ToListAsync(cancellationToken))
                (document.RemovedAt, document.ScanDueAt) = (now, null);
        }
        // What it gave back was taken off other lines: they are looked at again.
        else if (invoice.Lines.Exists(line => line.Amount < Money.Zero))
            taken.Value.Claim.Invoices.Where(other => other.RemovedAt is null).SelectMany(other => other.Lines).ToList().ForEach(line => line.Unsee());

        return await db.KeepAsync(taken.Value, transaction, new(who, "InvoiceRemoved", Act.Application(applicationId), invoice.Number), now, cancellationToken);
    }
}
