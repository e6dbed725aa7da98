using Iness.Casework.Audit;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.Casework.Payments.Claims;

/// <summary>Tells how an invoice is proved to be paid: the supplier's mention on it, or a bank statement.</summary>
public sealed class SaveProof(InessDbContext db, ClaimFiles files, TimeProvider time)
{
    /// <summary>Saves it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="seen">The version of the invoice that the page showed.</param>
    /// <param name="proof">What is told.</param>
    /// <param name="file">The document; null to keep the one that is there.</param>
    /// <param name="who">Who tells.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Guid invoiceId, int seen, TypedProof proof, SentFile? file, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var today = time.Today();
        if (proof.PaidOn > today) return Outcome.Refused(Refusal.Invalid, $"Le paiement ne peut pas être daté après aujourd'hui, le {French.Date(today)} : seule une facture payée est versée.");
        if (proof.Kind == PaymentProofKind.AccountantList) return Outcome.Refused(Refusal.Invalid, "Choisissez la mention du fournisseur ou le relevé bancaire.");
        if (await db.MayClaimAsync(applicationId, who, cancellationToken) is { IsDone: false } refused) return refused;
        var received = file is null ? (Outcome<IncomingFile>?)null : await files.ReceiveAsync(file, DocumentKind.PaymentProof, cancellationToken);
        if (received is { IsDone: false } unfit) return Outcome.Refused(unfit.Refusal!.Value, unfit.Message!);
        await using var incoming = received?.Value;

        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        if (taken.Value.Find(invoiceId) is not { } invoice) return Outcome.NotFound;
        if (invoice.Version != seen) return Outcome.Refused(Refusal.Conflict, Claiming.SeenBefore);
        var now = time.Instant();
        // What was deducted for want of proof is looked at again.
        invoice.Lines.ForEach(line => line.Unsee());
        (invoice.Proof, invoice.PaidOn, invoice.Means, invoice.PaymentReference) = (proof.Kind, proof.PaidOn, proof.Means, proof.Reference);
        if (incoming is not null)
        {
            var added = await files.AddAsync(db, taken.Value, incoming, who.AccountId!.Value, now, cancellationToken);
            if (!added.IsDone) return Outcome.Refused(added.Refusal!.Value, added.Message!);
            invoice.ProofDocumentId = added.Value.Id;
        }

        var kept = await db.KeepAsync(taken.Value, transaction, new(who, "ProofSaved", Act.Application(applicationId), invoice.Number), now, cancellationToken);
        if (kept.IsDone && incoming is not null) incoming.IsNoted = true;
        return kept;
    }
}

/// <summary>How an invoice was paid.</summary>
/// <param name="Kind">How it is proved.</param>
/// <param name="PaidOn">The day.</param>
/// <param name="Means">The means.</param>
/// <param name="Reference">A reference; null for none.</param>
public sealed record TypedProof(PaymentProofKind Kind, DateOnly PaidOn, PaymentMeans Means, string? Reference);
