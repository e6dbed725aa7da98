using Iness.Casework.Audit;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>Saves what an invoice says, typed or corrected. One read electronically stays so while nothing that its file states is changed.</summary>
public sealed class SaveInvoice(InessDbContext db, ReadStoredInvoice read, TimeProvider time)
{
    /// <summary>Saves it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="who">Who typed.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Guid invoiceId, int seen, TypedInvoice typed, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.WhyNot(time.Today()) is { } wrong) return Outcome.Refused(Refusal.Invalid, wrong);
        if (await db.MayClaimAsync(applicationId, who, cancellationToken) is { IsDone: false } refused) return refused;
        // Read before the transaction: nothing else waits while a file is read.
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(
            found => found.ApplicationId == applicationId && db.ClaimedInvoices.Any(invoice => invoice.Id == invoiceId && invoice.DocumentId == found.Id), cancellationToken);
        if (document is null) return Outcome.NotFound;
        var stated = await read.ExecuteAsync(document, cancellationToken);

        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        if (taken.Value.Find(invoiceId) is not { } invoice) return Outcome.NotFound;
        if (invoice.Version != seen) return Outcome.Refused(Refusal.Conflict, Claiming.SeenBefore);

        Write(invoice, typed);
        invoice.Source = stated is not null && InvoiceReading.Says(invoice, stated) ? InvoiceSource.Electronic : InvoiceSource.Typed;
        if (await GrantedAid.ReadAsync(db, applicationId, cancellationToken) is { } granted)
        {
            var months = invoice.Lines.ToDictionary(line => line.Id, line => line.Months);
            MatchProposal.Propose(invoice, granted.Costs);
            foreach (var line in invoice.Lines) line.Months = months[line.Id];
        }

        db.Entry(invoice).Property(changed => changed.Version).IsModified = true;
        return await db.KeepAsync(taken.Value, transaction, new(who, "InvoiceSaved", Act.Application(applicationId), invoice.Number), time.Instant(), cancellationToken);
    }

    private void Write(ClaimedInvoice invoice, TypedInvoice typed)
    {
        if (invoice.OrderedOn != typed.OrderedOn || invoice.IssuedOn != typed.IssuedOn || invoice.BuyerId != typed.BuyerId || invoice.BuyerName != typed.BuyerName) invoice.Lines.ForEach(line => line.Unsee());
        // A credit note is typed as it is printed, most often without a sign: what it gives back is subtracted.
        var sign = typed.IsCreditNote && typed.NetTotal > Money.Zero ? -1 : 1;
        invoice.IsCreditNote = typed.IsCreditNote || typed.NetTotal < Money.Zero;
        (invoice.SupplierName, invoice.SupplierId, invoice.Number) = (typed.SupplierName, typed.SupplierId, typed.Number);
        (invoice.IssuedOn, invoice.OrderedOn, invoice.Currency) = (typed.IssuedOn, typed.OrderedOn, typed.Currency);
        (invoice.BuyerName, invoice.BuyerId) = (typed.BuyerName, typed.BuyerId);
        (invoice.NetTotal, invoice.TaxTotal, invoice.GrandTotal) = (Signed(typed.NetTotal), SignedOrNull(typed.TaxTotal), SignedOrNull(typed.GrandTotal));
        invoice.Identity = InvoiceIdentity.Of(invoice);

        var kept = typed.Lines.Select(line => line.Id).ToHashSet();
        foreach (var gone in invoice.Lines.Where(line => !kept.Contains(line.Id)).ToList())
        {
            invoice.Lines.Remove(gone);
            db.Remove(gone);
        }

        foreach (var (typedLine, place) in typed.Lines.Select((line, place) => (line, place + 1)))
        {
            var line = invoice.Lines.Find(found => found.Id == typedLine.Id);
            if (line is null)
            {
                line = new() { Id = Guid.CreateVersion7(), InvoiceId = invoice.Id, Position = place, Label = typedLine.Label, Amount = Signed(typedLine.Amount) };
                invoice.Lines.Add(line);
                db.Add(line);
            }

            if (line.Label != typedLine.Label || line.Amount != Signed(typedLine.Amount) || line.Months != typedLine.Months) line.Unsee();
            (line.Position, line.Label, line.Amount, line.Months) = (place, typedLine.Label, Signed(typedLine.Amount), typedLine.Months);
        }

        Money Signed(Money amount) => new(amount.Cents * sign);

        Money? SignedOrNull(Money? amount) => amount is { } known ? Signed(known) : null;
    }
}
