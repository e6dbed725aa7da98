using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Regulation;

namespace Iness.Casework.Payments.Preparing;

/// <summary>What an officer retains of one line of an invoice.</summary>
/// <param name="Line">The line.</param>
/// <param name="Retained">What is retained of it: between nothing and its amount.</param>
/// <param name="Reason">Why not all of it; null when all is.</param>
/// <param name="Note">The same in free words, read by the beneficiary; null for none.</param>
public sealed record LineRetention(Guid Line, Money Retained, DeductionReason? Reason, string? Note)
{
    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? WhyNot(ClaimedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var (least, most) = line.Amount < Money.Zero ? (line.Amount, Money.Zero) : (Money.Zero, line.Amount);
        if (Retained < least || Retained > most) return $"Le montant retenu doit être compris entre {least} et {most}.";
        if (Note is { Length: > ClaimedLine.LongestLabel }) return $"Raccourcissez cette précision : {ClaimedLine.LongestLabel} caractères au plus.";
        if (Retained == line.Amount) return null;
        if (Reason is null) return "Choisissez la raison pour laquelle cette ligne n'est pas retenue en entier.";
        return Reason == DeductionReason.Other && string.IsNullOrWhiteSpace(Note) ? "Écrivez le motif : le bénéficiaire le lira." : null;
    }
}

/// <summary>Retains or deducts the lines of one invoice, each with its reason. The aid then follows from the regulation alone (PAY-1).</summary>
public sealed class RetainLines(InessDbContext db, TimeProvider time)
{
    /// <summary>What the log calls it.</summary>
    internal const string Name = "LinesRetained";

    private const string Euro = "EUR";

    /// <summary>Retains them.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that the page showed.</param>
    /// <param name="invoiceId">The invoice.</param>
    /// <param name="retentions">What is retained, line by line.</param>
    /// <param name="who">The officer.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, Guid invoiceId, IReadOnlyCollection<LineRetention> retentions, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retentions);
        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.PreparePayments, time.Today(), cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var claim = taken.Value.Claim;
        if (claim.WhyNotChange() is { IsDone: false } refused) return refused;
        if (taken.Value.Invoices.FirstOrDefault(invoice => invoice.Id == invoiceId) is not { } invoice) return Outcome.NotFound;

        // Converting it would be a guess: the beneficiary gives the amount that was paid in euros.
        if (invoice.Currency is { } currency && currency != Euro && retentions.Any(retention => retention.Retained > Money.Zero))
            return Outcome.Refused(Refusal.Invalid, $"Cette facture est en {currency} : rien n'en est retenu tel quel. Demandez au bénéficiaire le montant payé en euros.");
        // What is certainly presented elsewhere is counted there.
        if (taken.Value.Check.Invoices.First(checks => checks.Invoice.Id == invoiceId).CertainTwin is { } twin && retentions.Any(retention => retention.Retained > Money.Zero))
            return Outcome.Refused(Refusal.Invalid, $"{twin.ForService} Rien n'en est retenu ici : si elle revient à cette demande, écartez d'abord l'autre.");
        foreach (var retention in retentions)
        {
            if (invoice.Lines.Find(line => line.Id == retention.Line) is not { } line) return Outcome.NotFound;
            if (retention.WhyNot(line) is { } wrong) return Outcome.Refused(Refusal.Invalid, $"Ligne {line.Position} : {wrong}");
            var isWhole = retention.Retained == line.Amount;
            line.Retained = retention.Retained;
            line.DeductionReason = isWhole ? null : retention.Reason?.ToString();
            line.DeductionNote = isWhole || string.IsNullOrWhiteSpace(retention.Note) ? null : retention.Note.Trim();
        }

        // What was ruled was ruled on other amounts.
        (claim.PaysBelowFloor, claim.FloorReason) = (null, null);
        db.Touch(claim);
        await db.CommitAsync(new(who, Name, Act.Application(applicationId), $"Facture {invoice.Number ?? "sans numéro"} : {Total(invoice)} retenus"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private static Money Total(ClaimedInvoice invoice) => invoice.Lines.Aggregate(Money.Zero, (sum, line) => sum + (line.Retained ?? Money.Zero));
}
