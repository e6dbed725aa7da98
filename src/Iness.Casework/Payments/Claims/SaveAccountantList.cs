using Iness.Casework.Audit;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;

namespace Iness.Casework.Payments.Claims;

/// <summary>Tells whether one list certified by an accountant proves every payment, and takes it in.</summary>
public sealed class SaveAccountantList(InessDbContext db, ClaimFiles files, TimeProvider time)
{
    /// <summary>Saves it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that the page showed.</param>
    /// <param name="isListed">Whether the list proves every payment.</param>
    /// <param name="accountant">Who certified it; null when there is no list.</param>
    /// <param name="file">The list; null to keep the one that is there.</param>
    /// <param name="who">Who tells.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, int seen, bool isListed, string? accountant, SentFile? file, Actor who, CancellationToken cancellationToken)
    {
        if (isListed && accountant is not { Length: > 0 and <= ClaimedInvoice.LongestName }) return Outcome.Refused(Refusal.Invalid, "Écrivez le nom de l'expert-comptable ou du commissaire aux comptes.");
        if (await db.MayClaimAsync(applicationId, who, cancellationToken) is { IsDone: false } refused) return refused;
        var received = file is null || !isListed ? (Outcome<IncomingFile>?)null : await files.ReceiveAsync(file, DocumentKind.AccountantList, cancellationToken);
        if (received is { IsDone: false } unfit) return Outcome.Refused(unfit.Refusal!.Value, unfit.Message!);
        await using var incoming = received?.Value;

        await using var transaction = await db.BeginAsync(cancellationToken);
        var taken = await db.TakeClaimAsync(applicationId, seen, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var now = time.Instant();
        // What was deducted for want of proof is looked at again.
        foreach (var line in taken.Value.Claim.Invoices.SelectMany(invoice => invoice.Lines)) line.Unsee();
        (taken.Value.Claim.IsAccountantListed, taken.Value.Claim.AccountantName) = (isListed, isListed ? accountant : null);
        if (incoming is not null)
        {
            var added = await files.AddAsync(db, taken.Value, incoming, who.AccountId!.Value, now, cancellationToken);
            if (!added.IsDone) return Outcome.Refused(added.Refusal!.Value, added.Message!);
        }

        var kept = await db.KeepAsync(taken.Value, transaction, new(who, "AccountantListSaved", Act.Application(applicationId)), now, cancellationToken);
        if (kept.IsDone && incoming is not null) incoming.IsNoted = true;
        return kept;
    }
}
