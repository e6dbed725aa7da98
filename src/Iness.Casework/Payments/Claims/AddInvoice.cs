using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Invoices;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Messages;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Claims;

/// <summary>Takes an invoice into a claim. An electronic one is read; any other is typed beside its picture. The same file sent twice is kept once.</summary>
public sealed class AddInvoice(InessDbContext db, ClaimFiles files, TimeProvider time)
{
    /// <summary>The most invoices of a claim.</summary>
    public const int Most = 60;

    /// <summary>Takes it in.</summary>
    public async Task<Outcome<AddedInvoice>> ExecuteAsync(Guid applicationId, SentFile file, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (await db.MayClaimAsync(applicationId, who, cancellationToken) is { IsDone: false } refused) return refused;
        var received = await files.ReceiveAsync(file, DocumentKind.Invoice, cancellationToken);
        if (!received.IsDone) return Outcome.Refused(received.Refusal!.Value, received.Message!);
        await using var incoming = received.Value;
        if (incoming.Kept.File.Type is var type && type != FileType.Pdf && type != FileType.Xml && !type.IsImage)
            return Outcome.Refused(Refusal.Invalid, $"Le fichier « {file.FileName} » n'est pas une facture : envoyez un PDF, une image ou un fichier XML.");
        // Read before the transaction: nothing else waits while a file is read.
        var (electronic, unreadable) = await ReadAsync(incoming, cancellationToken);
        if (electronic is null && incoming.Kept.File.Type == FileType.Xml) return Outcome.Refused(Refusal.Invalid, unreadable!);

        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        if (await TwinAsync(taken.Value, incoming.Kept.Content.Sha256, cancellationToken) is { } twin)
            return new AddedInvoice(twin.Id, twin.Source, $"Le fichier « {incoming.Kept.File.Name} » est déjà dans cette demande : il n'est gardé qu'une fois.");
        if (taken.Value.Claim.Invoices.Count >= Most) return Outcome.Refused(Refusal.Conflict, $"Une demande de versement a {Most} factures au plus : celle-ci n'est pas ajoutée.");

        var now = time.Instant();
        var added = await files.AddAsync(db, taken.Value, incoming, who.AccountId!.Value, now, cancellationToken);
        if (!added.IsDone) return Outcome.Refused(added.Refusal!.Value, added.Message!);
        var invoice = new ClaimedInvoice { Id = Guid.CreateVersion7(now), ClaimId = taken.Value.Claim.Id, DocumentId = added.Value.Id, Source = InvoiceSource.Typed, AddedAt = now };
        if (electronic is not null)
        {
            InvoiceReading.ReadInto(invoice, electronic);
            if (await GrantedAid.ReadAsync(db, applicationId, cancellationToken) is { } granted) MatchProposal.Propose(invoice, granted.Costs);
        }

        db.Add(invoice);
        if (await db.KeepAsync(taken.Value, transaction, new(who, "InvoiceAdded", Act.Application(applicationId), added.Value.FileName), now, cancellationToken) is { IsDone: false } late) return late;
        incoming.IsNoted = true;
        return new AddedInvoice(invoice.Id, invoice.Source, unreadable);
    }

    private async Task<ClaimedInvoice?> TwinAsync(OpenClaim open, string sha256, CancellationToken cancellationToken)
    {
        var documents = open.Claim.Invoices.Select(invoice => invoice.DocumentId).ToList();
        var same = await db.Documents.Where(document => documents.Contains(document.Id) && document.Sha256 == sha256 && document.Scan != ScanState.Infected).Select(document => (Guid?)document.Id).FirstOrDefaultAsync(cancellationToken);
        return open.Claim.Invoices.Find(invoice => invoice.DocumentId == same);
    }

    /// <summary>What an electronic invoice says; else why it is to be typed, null where nobody expected it to be read.</summary>
    private static async Task<(ElectronicInvoice? Read, string? WhyNot)> ReadAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        if (!IsReadable(file.Kept.File.Type)) return (null, null);
        await using var content = await file.OpenAsync(cancellationToken);
        var read = await ReadInvoice.ExecuteAsync(content, file.Kept.File.Name, cancellationToken);
        return read.IsDone ? (read.Value, null) : (null, read.Message);
    }

    internal static bool IsReadable(FileType type) => type == FileType.Pdf || type == FileType.Xml;
}

/// <summary>An invoice just added.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Source">Whether it was read.</param>
/// <param name="Note">Why it was not read, or not added again; null for nothing to say.</param>
public sealed record AddedInvoice(Guid Id, InvoiceSource Source, string? Note);
