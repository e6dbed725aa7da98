using System.Security.Cryptography;
using Iness.Casework.Audit;
using Iness.Casework.Documents.Kinds;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>
/// Takes in a return file of finance, once: each line is reconciled with a payment asked, or refused by its number with the reason while
/// the others are recorded. All of it in one transaction: stopped half-way, nothing was, and the file is given again.
/// </summary>
public sealed class ImportPaymentReturn(InessDbContext db, RecordReturnRow record, TimeProvider time)
{
    private const string Twice = "Ce fichier est déjà importé";
    private const int MostTold = 20;

    /// <summary>Takes it in.</summary>
    /// <param name="fileName">Its name, as given.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="who">Who gives it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The return, with what was refused.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(string fileName, byte[] content, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!await db.HoldsAsync(who, Right.Liquidate, cancellationToken)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas d'importer un retour du comptable.");
        var file = ReturnFile.Read(content);
        if (file.Fault is { } fault) return Outcome.Refused(Refusal.Invalid, fault);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));

        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.PaymentReturns.AsNoTracking().SingleOrDefaultAsync(found => found.Sha256 == sha256, cancellationToken) is { } known)
            return Outcome.Refused(Refusal.Conflict, $"{Twice} : « {known.FileName} », le {known.ImportedAt.InWords()}.");
        await LockAsync(file, cancellationToken);

        var (paid, rejected) = (0, 0);
        List<ReturnRefusal> refusals = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var row in file.Rows)
        {
            var refusal = row.Fault ?? (seen.Add(row.FileNumber) ? null : "ce dossier est déjà sur une autre ligne du fichier.");
            refusal ??= await record.ExecuteAsync(row, who, cancellationToken);
            if (refusal is not null) refusals.Add(new(row.Line, row.FileNumber, refusal));
            else if (row.PaidOn is not null) paid++;
            else if (row.RejectedOn is not null) rejected++;
        }

        // Nothing recorded, nothing kept: the same file may come again once what stood in the way is gone.
        if (refusals.Count == file.Rows.Count) return Outcome.Refused(Refusal.Invalid, NothingOf(refusals));
        var now = time.Instant();
        var taken = new PaymentReturn
        {
            Id = Guid.CreateVersion7(now),
            FileName = FileName.Clean(fileName),
            Sha256 = sha256,
            ImportedBy = who.AccountId!.Value,
            ImportedAt = now,
            Lines = file.Rows.Count,
            Paid = paid,
            Rejected = rejected,
            Refusals = ReturnRefusal.Write(refusals),
        };
        db.Add(taken);
        try
        {
            await db.CommitAsync(new(who, "ReturnImported", $"payment-return/{taken.Id}", $"{taken.FileName} : {taken.Lines} lignes, {paid} payées, {rejected} rejetées, {refusals.Count} refusées, SHA-256 {sha256}"), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            return Outcome.Refused(Refusal.Conflict, $"{Twice}, ou l'un de ses dossiers vient de changer : rien n'a été enregistré.");
        }

        return taken.Id;
    }

    private static string NothingOf(List<ReturnRefusal> refusals)
    {
        var told = refusals.Take(MostTold).Select(refusal => $"Ligne {refusal.Line}{(refusal.FileNumber.Length > 0 ? $", {refusal.FileNumber}" : "")} : {refusal.Reason}");
        return $"Aucune ligne n'est enregistrée. {string.Join(' ', told)}{(refusals.Count > MostTold ? $" Et {refusals.Count - MostTold} autres." : "")}";
    }

    // All of them before the log, and in one order: two imports, or an import and a page, never wait for each other.
    private async Task LockAsync(ReturnFile file, CancellationToken cancellationToken)
    {
        var numbers = file.Rows.Where(row => row.Fault is null).Select(row => row.FileNumber).Distinct().ToList();
        var applications = await db.LiquidationLines.Where(line => numbers.Contains(line.FileNumber)).Select(line => line.ApplicationId).Distinct().ToListAsync(cancellationToken);
        foreach (var id in applications.Order()) await db.LockApplicationAsync(id, cancellationToken);
    }
}
