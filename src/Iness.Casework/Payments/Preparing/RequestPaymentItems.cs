using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Payments.Preparing;

/// <summary>
/// Asks the beneficiary for what is missing from the claim: it goes back to them, the sixty days are suspended until it is filed again, the
/// letter is kept and goes by mail.
/// </summary>
public sealed class RequestPaymentItems(InessDbContext db, KeepLetter keep, IOptions<ServiceInCharge> service, PortalAddress portal, TimeProvider time)
{
    /// <summary>The part of the form that everything asked is given in: its place in the beneficiary's space.</summary>
    public const string Section = "versement";

    /// <summary>The letter as it would be sent today; null when there is no such application.</summary>
    public async Task<Letter?> PreviewAsync(Guid applicationId, Actor who, MissingItemsDemand demand, CancellationToken cancellationToken) =>
        await db.Applications.AsNoTracking().Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken) is { } application
            ? await LetterAsync(application, who, demand, cancellationToken)
            : null;

    /// <summary>Asks.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version of the claim that the officer read.</param>
    /// <param name="demand">What is asked.</param>
    /// <param name="who">The officer.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The last day given, moved to a working day.</returns>
    public async Task<Outcome<DateOnly>> ExecuteAsync(Guid applicationId, int seen, MissingItemsDemand demand, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (demand.WhyNot(time.Today()) is { } wrong) return Outcome.Refused(Refusal.Invalid, wrong);
        var read = await db.Applications.AsNoTracking().Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (read is null) return Outcome.NotFound;
        if (FileLifecycle.Find(read.Status, FileAction.RequestPaymentItems, who.Role) is null) return read.Move(FileAction.RequestPaymentItems, who, time.Instant());

        // Drawn before the transaction: nothing else waits while a page is drawn.
        var letter = await LetterAsync(read, who, demand, cancellationToken);
        var asked = await db.MissingItemsRequests.CountAsync(request => request.ApplicationId == applicationId, cancellationToken);
        var documents = await keep.ExecuteAsync(read, letter, MissingItemsLetter.Kind, MissingItemsLetter.FileName(read.Number!, asked + 1), cancellationToken);
        db.ChangeTracker.Clear();
        var isNoted = false;
        try
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            var taken = await db.TakeClaimAsync(applicationId, seen, who, Right.PreparePayments, time.Today(), cancellationToken);
            if (!taken.IsDone) return Outcome.Refused(taken.Refusal!.Value, taken.Message!);
            var (claim, application, now) = (taken.Value.Claim, taken.Value.Application, time.Instant());
            if (application.Move(FileAction.RequestPaymentItems, who, now) is { IsDone: false } refused) return refused;
            (claim.FiledAt, claim.FilingKey, claim.DeclaredAt) = (null, null, null);
            (claim.PreparedBy, claim.PreparedAt) = (null, null);
            var request = demand.ToRequest(application.Id, who.AccountId!.Value, now, isOnPayment: true);
            db.Add(request);
            db.AddRange(documents);
            if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
                db.Add(OutboxMail.For(addressee, letter.Title, $"{LetterText.Write(letter)}\n\nRépondre : {portal.Of($"/demandes/{application.Id}/suivi")}\n", now, application.Id, documents[0].Id));
            await db.CommitAsync(new(who, "PaymentItemsRequested", Act.Application(application.Id)), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return request.DueOn;
        }
        finally
        {
            if (!isNoted) await keep.GiveUpAsync(documents);
        }
    }

    private async Task<Letter> LetterAsync(Application application, Actor who, MissingItemsDemand demand, CancellationToken cancellationToken) => new PaymentItemsLetter
    {
        FileNumber = application.Number!,
        Organisation = application.Organisation!.Name,
        Address = demand.Address,
        Contact = (await db.AddresseeAsync(application, cancellationToken))?.FullName ?? application.Organisation.Name,
        Officer = await db.Users.Where(account => account.Id == who.AccountId).Select(account => account.GivenName + " " + account.FamilyName).SingleAsync(cancellationToken),
        SentOn = time.Today(),
        Items = [.. demand.Items.Select(item => item.Label)],
        DueOn = WorkingDays.RunToWorkingDay(demand.DueOn),
        Note = demand.Note,
    }.ToLetter(service.Value);
}
