using Iness.Casework.Audit;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Payments;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>
/// Erases one file of a confirmed report: the contents of its documents first, then its rows and what the audit log quotes of it, in one transaction. What is
/// stopped half-way is taken up again: a row left without its content is found again, a content left without its row never is.
/// </summary>
public sealed class PurgeFile(InessDbContext db, IDocumentStore store, TimeProvider time)
{
    /// <summary>The act, in the audit log.</summary>
    internal const string Purged = "FilePurged";

    /// <summary>Erases it; null once it is, else why it stays.</summary>
    public async Task<string?> ExecuteAsync(PurgeReport report, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.RequestedBy is null || report.ConfirmedBy is null || report.RequestedBy == report.ConfirmedBy) return "deux personnes ne l'ont pas confirmé";
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var line = await db.PurgeReportLines.SingleAsync(found => found.ReportId == report.Id && found.ApplicationId == applicationId, cancellationToken);
        if (!await db.Applications.AnyAsync(application => application.Id == applicationId, cancellationToken)) return "le dossier n'existe plus";
        if (await WhyNotAsync(applicationId, cancellationToken) is { } why) return why;
        var shared = await SharedAccountsAsync(applicationId, cancellationToken);
        var documents = await db.Documents.AsNoTracking().Where(document => (document.ApplicationId == applicationId && !shared.Documents.Contains(document.Id)) || shared.Last.Contains(document.Id)).ToListAsync(cancellationToken);
        foreach (var document in documents) await store.DeleteAsync(document.StorageKey, cancellationToken);
        await DeleteRowsAsync(applicationId, shared, cancellationToken);
        await EraseLogAsync(applicationId, cancellationToken);
        line.PurgedAt = time.Instant();
        await db.CommitAsync(new(Actor.System, Purged, Act.Application(applicationId), line.Ground), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Something may have begun since the report was drawn up.</summary>
    private async Task<string?> WhyNotAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var today = time.Today();
        if (await WhatRuns.OnAsync(db, applicationId, today, cancellationToken) is { } running) return running;
        return (await FileTerm.OfAsync(db, applicationId, cancellationToken)).LastDay >= today ? "sa durée de conservation court encore" : null;
    }

    /// <summary>The bank accounts of this file, and those of them that another file is paid on: these stay, with their RIB.</summary>
    private async Task<SharedAccounts> SharedAccountsAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var table = FileTables.All.Single(table => table.Entity == typeof(BankAccount));
        var accounts = (await table.ReadAsync(db, applicationId, cancellationToken)).Cast<BankAccount>().ToList();
        var ids = accounts.ConvertAll(account => account.Id);
        var used = await db.PaymentClaims.Where(claim => claim.ApplicationId != applicationId && claim.BankAccountId != null && ids.Contains(claim.BankAccountId.Value)).Select(claim => claim.BankAccountId!.Value)
            .Union(db.LiquidationLines.Where(line => line.ApplicationId != applicationId && ids.Contains(line.BankAccountId)).Select(line => line.BankAccountId)).ToListAsync(cancellationToken);
        var alone = ids.Except(used).ToList();
        // Left to the organisation by the purge of another file: it goes with the last account that rests on it.
        var proofs = accounts.Where(account => alone.Contains(account.Id)).Select(account => account.DocumentId).ToList();
        var last = await db.Documents.Where(document => proofs.Contains(document.Id) && document.ApplicationId == null && !db.BankAccounts.Any(other => other.DocumentId == document.Id && !alone.Contains(other.Id)))
            .Select(document => document.Id).ToListAsync(cancellationToken);
        return new(alone, accounts.Where(account => used.Contains(account.Id)).Select(account => account.DocumentId).ToList(), last);
    }

    private async Task DeleteRowsAsync(Guid applicationId, SharedAccounts shared, CancellationToken cancellationToken)
    {
        var liquidations = await db.LiquidationLines.Where(line => line.ApplicationId == applicationId).Select(line => line.BatchId).Distinct().ToListAsync(cancellationToken);
        var batches = await db.Proposals.Where(proposal => proposal.ApplicationId == applicationId && proposal.BatchId != null).Select(proposal => proposal.BatchId!.Value).Distinct().ToListAsync(cancellationToken);
        // The RIB of an account that stays is from now on the organisation's own.
        await db.Documents.Where(document => document.ApplicationId == applicationId && shared.Documents.Contains(document.Id)).ExecuteUpdateAsync(set => set.SetProperty(document => document.ApplicationId, (Guid?)null), cancellationToken);
        foreach (var table in FileTables.All.Where(table => table.IsPurged))
        {
            await table.DeleteAsync(db, applicationId, cancellationToken);
            if (table.Entity != typeof(PaymentClaim)) continue;
            await db.BankAccounts.Where(account => shared.Alone.Contains(account.Id)).ExecuteDeleteAsync(cancellationToken);
            await db.Documents.Where(document => shared.Last.Contains(document.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        // A request to finance names its beneficiaries, in its files too: it goes with the last of them.
        await db.LiquidationBatches.Where(batch => liquidations.Contains(batch.Id) && !db.LiquidationLines.Any(line => line.BatchId == batch.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.DecisionBatches.Where(batch => batches.Contains(batch.Id) && !db.Proposals.Any(proposal => proposal.BatchId == batch.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The lines stay, and their chain; what they quote goes. That an archive was made, with its digest, quotes nothing of the file.</summary>
    private Task<int> EraseLogAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var subject = Act.Application(applicationId);
        return db.AuditLog.Where(entry => entry.Subject == subject && entry.Details != null && entry.Action != ArchiveFile.Archived).ExecuteUpdateAsync(
            set => set.SetProperty(entry => entry.Details, (string?)null).SetProperty(entry => entry.Salt, (string?)null), cancellationToken);
    }

    /// <param name="Alone">Accounts that go with the file.</param>
    /// <param name="Documents">The RIB of those that stay.</param>
    /// <param name="Last">The RIB of no file any more, of those that go.</param>
    private readonly record struct SharedAccounts(IReadOnlyList<Guid> Alone, IReadOnlyList<Guid> Documents, IReadOnlyList<Guid> Last);
}
