using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Payments.Checks;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Payments.Claims;

/// <summary>
/// Files a claim, the first time or after the Région asked for what was missing: its acknowledgement and its mail, all in one transaction
/// or not at all. Sent twice with the same key, it is filed once. Nothing is refused for being late while the aid has not lapsed: it is noted.
/// </summary>
public sealed class FileClaim(InessDbContext db, TimeProvider time, IOptions<ServiceInCharge> service, PortalAddress portal)
{
    /// <summary>Files it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="who">Who files.</param>
    /// <param name="key">The key of the form.</param>
    /// <param name="seen">The version of the claim that was read: what is filed is what was read.</param>
    /// <param name="isDeclared">Whether it was declared true.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, string key, int seen, bool isDeclared, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account || string.IsNullOrWhiteSpace(key) || key.Length > 40) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        if (await IsFiledAsync(applicationId, account, key, cancellationToken)) return Outcome.Done;
        var taken = await db.TakeClaimAsync(applicationId, who, cancellationToken);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
        var (application, claim) = (taken.Value.Application, taken.Value.Claim);
        if (claim.Version != seen) return Outcome.Refused(Refusal.Conflict, "La demande de versement a changé depuis que vous l'avez relue, dans une autre fenêtre ou par un collègue. Relisez-la, puis déposez-la.");
        if (await GrantedAid.ReadAsync(db, applicationId, cancellationToken) is not { } granted) return Outcome.NotFound;
        var now = time.Instant();
        var review = await ClaimUnderCheck.OfAsync(db, application, claim, granted, now.DayInParis(), cancellationToken);
        var missing = ClaimParts.Missing(review);
        if (missing.FirstOrDefault(part => part.IsBlocking) is { } blocking) return Outcome.Refused(Refusal.Invalid, $"Il manque encore : {blocking.Sentence}");
        if (!isDeclared) return Outcome.Refused(Refusal.Invalid, "Pour déposer, déclarez que ces dépenses sont payées et que votre demande est exacte.");
        if (application.Move(FileAction.ClaimPayment, who, now, NoteOf(application, now)) is { IsDone: false } refused) return refused;

        var people = await db.Users.Where(person => person.Id == account || person.Id == application.ContactId).ToListAsync(cancellationToken);
        var holder = await db.BankAccounts.AsNoTracking().SingleOrDefaultAsync(found => found.Id == claim.BankAccountId, cancellationToken);
        // Filed again, the sixty days run on from the day it was complete first: what was awaited meanwhile only suspends them.
        var completeOn = claim.CompleteOn ?? (missing.Count == 0 ? now.DayInParis() : null);
        var letter = ClaimReceipt.Of(review, application, people.Single(person => person.Id == account).FullName, holder, missing, now, service.Value);
        (claim.DeclaredAt, claim.FiledAt, claim.FiledBy, claim.FilingKey) = (now, now, account, key);
        (claim.CompleteOn, claim.Receipt) = (completeOn, LetterHtml.Write(letter));
        // Whoever prepared or validated did so on other facts.
        (claim.PreparedBy, claim.PreparedAt, claim.ValidatedBy, claim.ValidatedAt) = (null, null, null, null);
        foreach (var request in await db.MissingItemsRequests.Include(found => found.Items).Where(found => found.ApplicationId == applicationId && found.IsOnPayment && found.AnsweredAt == null).ToListAsync(cancellationToken))
        {
            request.AnsweredAt = now;
            // A word or an amount to mend is answered by filing again; a document, by the document.
            foreach (var item in request.Items.Where(item => item.DocumentKind is null)) item.ProducedAt ??= now;
        }

        foreach (var person in people.Where(person => person is { ClosedAt: null, Email: not null }))
            db.Add(OutboxMail.For(person, letter.Title, $"{LetterText.Write(letter)}\n\nSuivre votre demande : {portal.Of($"/demandes/{application.Id}/versement")}\n", now, application.Id));
        return await db.KeepAsync(taken.Value, transaction, new(who, "ClaimFiled", Act.Application(applicationId), application.Number), now, cancellationToken);
    }

    private Task<bool> IsFiledAsync(Guid applicationId, Guid account, string key, CancellationToken cancellationToken) => db.PaymentClaims.AnyAsync(
        claim => claim.ApplicationId == applicationId && claim.FilingKey == key && claim.FiledAt != null && db.Applications.Of(account).Any(application => application.Id == applicationId), cancellationToken);

    private static string? NoteOf(Application application, DateTime now) => application.ClaimBy is { } by && now.DayInParis() > by
        ? $"Déposée après la date limite du {French.Date(by)}."
        : null;
}
