using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Lapses;

/// <summary>Finds that a grant nobody claimed in time has lapsed, and tells its beneficiary: the letter is kept and goes by mail.</summary>
public sealed class LapseGrant(InessDbContext db, KeepLetter keep, IOptions<ServiceInCharge> service, PortalAddress portal, TimeProvider time)
{
    /// <summary>Lapses it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid applicationId, Actor who, CancellationToken cancellationToken)
    {
        if (await FindAsync(applicationId, cancellationToken) is not { } read) return Outcome.NotFound;
        if (await WhyNotAsync(read, who, cancellationToken) is { IsDone: false } refused) return refused;
        // Drawn before the transaction: nothing else waits while a page is drawn.
        var letter = await LetterAsync(read, who, cancellationToken);
        var documents = await keep.ExecuteAsync(read, letter, KeptLetterKinds.Lapse, $"caducite-{read.Number}", cancellationToken);
        var isNoted = false;
        try
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.BeginAsync(cancellationToken);
            await db.LockApplicationAsync(applicationId, cancellationToken);
            var application = (await FindAsync(applicationId, cancellationToken))!;
            if (await WhyNotAsync(application, who, cancellationToken) is { IsDone: false } late) return late;
            await NoteAsync(application, documents, letter, who, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            isNoted = true;
            return Outcome.Done;
        }
        finally
        {
            db.ChangeTracker.Clear();
            if (!isNoted) await keep.GiveUpAsync(documents);
        }
    }

    private async Task NoteAsync(Application application, IReadOnlyList<StoredDocument> documents, Letter letter, Actor who, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var claimBy = application.ClaimBy!.Value;
        application.Move(FileAction.Lapse, who, now, $"Aucune demande de versement au {French.Date(claimBy)}.");
        await db.DropDeclarationAsync(application.Id, now, cancellationToken);
        db.AddRange(documents);
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, letter.Title, $"{LetterText.Write(letter)}\n\nSuivre le dossier : {portal.Of($"/demandes/{application.Id}/suivi")}\n", now, application.Id, documents[0].Id));
        await db.CommitAsync(new(who, "GrantLapsed", Act.Application(application.Id), $"Dernier jour le {French.Date(claimBy)}, courrier {documents[^1].Sha256}"), cancellationToken);
    }

    private async Task<Outcome> WhyNotAsync(Application application, Actor who, CancellationToken cancellationToken)
    {
        if (FileLifecycle.Find(application.Status, FileAction.Lapse, who.Role) is null)
            return Outcome.Refused(Refusal.Conflict, $"Cette demande est {application.Status.InFrench()} : on ne peut pas constater sa caducité.");
        if (application.ClaimBy is not { } day || day >= time.Today())
            return Outcome.Refused(Refusal.Conflict, application.ClaimBy is { } left ? $"Le versement peut encore être demandé jusqu'au {French.Date(left)}." : "Aucun dernier jour n'est fixé pour demander ce versement.");
        if (!await db.LapsingGrants(time.Today()).AnyAsync(found => found.Id == application.Id, cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "Le versement de cette aide a été demandé : elle ne peut pas devenir caduque.");
        return await db.StandingRecoveryAsync(application.Id, cancellationToken) is null
            ? Outcome.Done
            : Outcome.Refused(Refusal.Conflict, "Une réduction ou un retrait est engagé sur ce dossier : décidez-le ou abandonnez-le d'abord.");
    }

    private Task<Application?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Applications.Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == id && found.Number != null, cancellationToken);

    private async Task<Letter> LetterAsync(Application application, Actor who, CancellationToken cancellationToken)
    {
        var decision = await db.Decisions.AsNoTracking().Where(found => found.ApplicationId == application.Id && found.Kind == DecisionKind.Grant).OrderByDescending(found => found.At).FirstAsync(cancellationToken);
        var agent = await db.Users.AsNoTracking().SingleAsync(account => account.Id == who.AccountId, cancellationToken);
        return new LapseLetter
        {
            FileNumber = application.Number!,
            Organisation = application.Organisation!.Name,
            Address = await db.FiledAddressAsync(application.Id, cancellationToken),
            GrantedOn = decision.On,
            Granted = await db.GrantedForPaymentAsync(application.Id, cancellationToken) ?? decision.Amount,
            ClaimBy = application.ClaimBy!.Value,
            NextApplicationOn = SchemeParameters.On(application.CreatedOn).NextApplicationAfter(application.FiledAt!.Value.DayInParis()),
            On = time.Today(),
            Author = agent.FullName,
            Capacity = agent.Capacity ?? agent.Role.InFrench(),
        }.ToLetter(service.Value);
    }
}
