using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Messages;

/// <summary>
/// Asks an organisation for what is missing from its application: the file awaits it, the two months are suspended unless they have run out,
/// the letter is kept and goes by mail (CRPA L114-5, R112-11-4).
/// </summary>
public sealed class RequestMissingItems(InessDbContext db, KeepLetter keep, IOptions<ServiceInCharge> service, PortalAddress portal, TimeProvider time)
{
    /// <summary>The letter as it would be sent today; null when the application cannot be read.</summary>
    public async Task<Letter?> PreviewAsync(Guid applicationId, Actor who, MissingItemsDemand demand, CancellationToken cancellationToken) =>
        await FindAsync(applicationId, isTracked: false, cancellationToken) is { } application ? await LetterAsync(application, who, demand, cancellationToken) : null;

    /// <summary>Asks.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="who">The officer.</param>
    /// <param name="version">The version of the application that the officer read.</param>
    /// <param name="demand">What is asked.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The last day given, moved to a working day.</returns>
    public async Task<Outcome<DateOnly>> ExecuteAsync(Guid applicationId, Actor who, int version, MissingItemsDemand demand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (demand.WhyNot(time.Today()) is { } wrong) return Outcome.Refused(Refusal.Invalid, wrong);
        if (await FindAsync(applicationId, isTracked: false, cancellationToken) is not { } read) return Outcome.NotFound;
        if (read.Version != version) return Moved();
        if (FileLifecycle.Find(read.Status, FileAction.RequestMissingItems, who.Role) is null) return read.Move(FileAction.RequestMissingItems, who, time.Instant());

        // Drawn before the transaction: nothing else waits while a page is drawn.
        var letter = await LetterAsync(read, who, demand, cancellationToken);
        var name = MissingItemsLetter.FileName(read.Number!, (await RequestsAsync(applicationId, cancellationToken)).Count + 1);
        var documents = await keep.ExecuteAsync(read, letter, MissingItemsLetter.Kind, name, cancellationToken);
        var isNoted = false;
        try
        {
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(applicationId, cancellationToken);
            var application = (await FindAsync(applicationId, isTracked: true, cancellationToken))!;
            if (application.Version != version) return Moved();
            var now = time.Instant();
            if (application.Move(FileAction.RequestMissingItems, who, now) is { IsDone: false } refused) return refused;
            var request = demand.ToRequest(application.Id, who.AccountId!.Value, now);
            db.Add(request);
            application.RespondBy = (await db.DeadlineAsync(application, [.. await RequestsAsync(applicationId, cancellationToken), request], now.DayInParis(), cancellationToken)).Day;
            db.AddRange(documents);
            if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
                db.Add(OutboxMail.For(
                    addressee, letter.Title, $"{LetterText.Write(letter)}\n\nRépondre : {portal.Of($"/demandes/{application.Id}/suivi")}\n", now, application.Id, documents[0].Id));
            await db.CommitAsync(new(who, "MissingItemsRequested", Act.Application(application.Id)), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return request.DueOn;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Moved();
        }
        finally
        {
            if (!isNoted) await keep.GiveUpAsync(documents);
        }
    }

    private static Outcome Moved() => Outcome.Refused(Refusal.Conflict, "Le dossier vient de changer. Relisez-le ; ce que vous avez écrit est gardé.");

    private Task<Application?> FindAsync(Guid id, bool isTracked, CancellationToken cancellationToken) =>
        (isTracked ? db.Applications : db.Applications.AsNoTracking()).Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == id && found.Number != null, cancellationToken);

    private Task<List<MissingItemsRequest>> RequestsAsync(Guid applicationId, CancellationToken cancellationToken) =>
        db.MissingItemsRequests.AsNoTracking().Where(request => request.ApplicationId == applicationId).ToListAsync(cancellationToken);

    private async Task<Letter> LetterAsync(Application application, Actor who, MissingItemsDemand demand, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var request = demand.ToRequest(application.Id, who.AccountId!.Value, now);
        return new MissingItemsLetter
        {
            FileNumber = application.Number!,
            Organisation = application.Organisation!.Name,
            Address = demand.Address,
            Contact = (await db.AddresseeAsync(application, cancellationToken))?.FullName ?? application.Organisation.Name,
            Officer = await db.Users.Where(account => account.Id == who.AccountId).Select(account => account.GivenName + " " + account.FamilyName).SingleAsync(cancellationToken),
            SentOn = now.DayInParis(),
            Items = [.. demand.Items.Select(item => item.Label)],
            DueOn = request.DueOn,
            Note = demand.Note,
            ProjectTitle = string.IsNullOrWhiteSpace(application.Title) ? "Projet sans nom" : application.Title,
            FiledOn = application.FiledAt!.Value.DayInParis(),
            Text = await db.TextAsync(EditableText.MissingItems, cancellationToken),
            // As if it were sent: a time limit that has run out is not suspended any more.
            Clock = (await db.DeadlineAsync(application, [.. await RequestsAsync(application.Id, cancellationToken), request], now.DayInParis(), cancellationToken)).Clock,
        }.ToLetter(service.Value);
    }
}
