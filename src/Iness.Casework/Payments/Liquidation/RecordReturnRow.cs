using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>Records one answer of finance, within the transaction of its file: ordered, paid, or rejected.</summary>
public sealed class RecordReturnRow(InessDbContext db, PaymentMails mails, TimeProvider time)
{
    /// <summary>Records it.</summary>
    /// <returns>Why it is refused; null once recorded.</returns>
    internal async Task<string?> ExecuteAsync(ReturnRow row, Actor who, CancellationToken cancellationToken)
    {
        var asked = await db.LiquidationLines.Join(db.LiquidationBatches, line => line.BatchId, batch => batch.Id, (line, batch) => new { line, batch.Number, batch.CreatedAt, batch.ExportedAt })
            .Where(found => found.line.FileNumber == row.FileNumber && (row.Batch == null || found.Number == row.Batch)).ToListAsync(cancellationToken);
        if (asked.Count == 0) return row.Batch is null ? "aucun versement n'a été demandé pour ce dossier." : $"aucun versement n'a été demandé pour ce dossier dans le lot {row.Batch}.";
        if (row.Batch is null && Repeated(row, asked.ConvertAll(found => found.line)) is { } told) return told;
        // A bank may return what it paid, days later.
        var open = asked.Find(found => found.line is { PaidOn: null, RejectedOn: null }) ?? (row.RejectedOn is null ? null : asked.Where(found => found.line is { PaidOn: not null, RejectedOn: null }).MaxBy(found => found.line.Id));
        if (open is null) return Answered(asked.ConvertAll(found => found.line));
        if (open.ExportedAt is null) return $"le lot {open.Number} n'a pas encore été transmis.";
        if (WhyNot(row, open.line, open.CreatedAt.DayInParis()) is { } wrong) return wrong;

        var application = await db.Applications.Include(found => found.Organisation).SingleAsync(found => found.Id == open.line.ApplicationId, cancellationToken);
        var claim = await db.PaymentClaims.SingleAsync(found => found.Id == open.line.ClaimId, cancellationToken);
        if (application.Status != (open.line.PaidOn is null ? FileStatus.Settled : FileStatus.Paid)) return $"ce dossier est {application.Status.InFrench()} : aucun paiement n'y est attendu.";
        open.line.OrderNumber = row.OrderNumber ?? open.line.OrderNumber;
        open.line.OrderedOn = row.OrderedOn ?? open.line.OrderedOn;
        var act = row switch
        {
            { PaidOn: { } day } => await PayAsync(application, claim, open.line, day, who, cancellationToken),
            { RejectedOn: { } day } => await RejectAsync(application, claim, open.line, day, row.Reason!, who, cancellationToken),
            _ => new Act(who, "PaymentOrdered", Act.Application(application.Id), $"Mandat {open.line.OrderNumber}"),
        };
        await db.CommitAsync(act, cancellationToken);
        return null;
    }

    private string? WhyNot(ReturnRow row, LiquidationLine line, DateOnly askedOn)
    {
        var today = time.Today();
        if (row.Amount is { } amount && amount != line.Amount) return $"le montant est {amount}, et {line.Amount} étaient demandés.";
        if ((row.OrderNumber ?? line.OrderNumber) is null && row.PaidOn is not null) return "le numéro de mandat manque.";
        if (row.OrderNumber is { } order && line.OrderNumber is { } known && order != known) return $"le mandat est {order}, et {known} était déjà noté.";
        if (row.RejectedOn < line.PaidOn) return $"le rejet précède le paiement, du {French.Date(line.PaidOn!.Value)}.";
        foreach (var day in new[] { row.OrderedOn, row.PaidOn, row.RejectedOn }.OfType<DateOnly>())
        {
            if (day > today) return $"le {French.Date(day)} est à venir.";
            if (day < askedOn) return $"le {French.Date(day)} précède le lot, du {French.Date(askedOn)}.";
        }

        return row.PaidOn is { } paid && (row.OrderedOn ?? line.OrderedOn) > paid ? "le paiement précède son mandat." : null;
    }

    // A return told again, without its batch, is not that of the payment asked since.
    private static string? Repeated(ReturnRow row, List<LiquidationLine> lines) =>
        row.RejectedOn is { } day && lines.Exists(line => line.RejectedOn == day && (row.OrderNumber is null || line.OrderNumber is null || line.OrderNumber == row.OrderNumber))
            ? $"ce versement est déjà rejeté, le {French.Date(day)} : pour en rejeter un autre, écrivez son lot."
            : null;

    private static string Answered(List<LiquidationLine> lines)
    {
        var last = lines.MaxBy(line => line.Id)!;
        return last.RejectedOn is { } rejected ? $"ce versement est déjà rejeté, le {French.Date(rejected)}." : $"ce versement est déjà payé, le {French.Date(last.PaidOn!.Value)} (mandat {last.OrderNumber}).";
    }

    private async Task<Act> PayAsync(Application application, PaymentClaim claim, LiquidationLine line, DateOnly day, Actor who, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        Done(application.Move(FileAction.RecordPayment, who, now, $"{line.Amount}, le {French.Date(day)}, mandat {line.OrderNumber}"));
        (line.PaidOn, claim.PaidOn) = (day, day);
        await mails.PaidAsync(application, line, now, cancellationToken);
        return new(who, "PaymentRecorded", Act.Application(application.Id), $"{line.Amount} payés le {French.Date(day)}, mandat {line.OrderNumber}");
    }

    private async Task<Act> RejectAsync(Application application, PaymentClaim claim, LiquidationLine line, DateOnly day, string reason, Actor who, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        Done(application.Move(FileAction.RecordRejection, who, now, reason));
        (line.RejectedOn, line.RejectionReason) = (day, reason);
        claim.PaidOn = null;
        // Prepared and validated anew: what was wrong is mended first.
        (claim.PreparedBy, claim.PreparedAt, claim.ValidatedBy, claim.ValidatedAt, claim.Payable) = (null, null, null, null, null);
        var isAboutAccount = BankRejection.IsAboutAccount(reason);
        if (isAboutAccount)
        {
            var account = await db.BankAccounts.SingleAsync(found => found.Id == line.BankAccountId, cancellationToken);
            (account.RefusedAt, account.RefusalReason) = (account.RefusedAt ?? now, account.RefusalReason ?? $"Rejeté par la banque : {reason}");
        }

        await mails.RejectedAsync(application, line, isAboutAccount, now, cancellationToken);
        return new(who, "PaymentRejected", Act.Application(application.Id), reason);
    }

    // The status was read under the lock.
    private static void Done(Outcome moved)
    {
        if (!moved.IsDone) throw new InvalidOperationException(moved.Message);
    }
}
