using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Recoveries;

/// <summary>
/// Decides a reduction, a withdrawal or a recovery once the beneficiary was heard, or could have been. Nobody decides what they opened. The act
/// is written, fixed and put in the beneficiary's space in the same transaction.
/// </summary>
public sealed class DecideRecovery(InessDbContext db, IOptions<ServiceInCharge> service, PortalAddress portal, TimeProvider time)
{
    /// <summary>Decides it.</summary>
    /// <param name="recoveryId">The recovery.</param>
    /// <param name="version">Its version that was seen.</param>
    /// <param name="who">The signatory.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid recoveryId, int version, Actor who, CancellationToken cancellationToken)
    {
        if (await db.Recoveries.AsNoTracking().Where(found => found.Id == recoveryId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var recovery = await db.Recoveries.SingleAsync(found => found.Id == recoveryId, cancellationToken);
        var application = await db.Applications.Include(found => found.Organisation).SingleAsync(found => found.Id == applicationId, cancellationToken);
        var signatory = await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == who.AccountId && found.ClosedAt == null, cancellationToken);
        if (WhyNot(recovery, version, signatory) is { IsDone: false } refused) return refused;
        var amounts = await RecoverableAmounts.ReadAsync(db, applicationId, cancellationToken);
        if (amounts.WhyNot(application, recovery.Kind, recovery.Amount) is { IsDone: false } outdated) return outdated;

        var now = time.Instant();
        var letter = await db.RecoveryLetterAsync(application, recovery, amounts, now.DayInParis(), signatory!, cancellationToken);
        if (ActionOf(recovery.Kind) is { } action && application.Move(action, who, now) is { IsDone: false } stopped) return stopped;
        if (recovery.Kind == RecoveryKind.Withdrawal) await db.DropDeclarationAsync(applicationId, now, cancellationToken);
        if (recovery.Kind == RecoveryKind.Reduction) await PrepareAgainAsync(applicationId, cancellationToken);
        (recovery.DecidedAt, recovery.NotifiedAt) = (now, now);
        (recovery.SignatoryId, recovery.SignatoryName, recovery.SignatoryCapacity) = (signatory!.Id, signatory.FullName, signatory.Capacity);
        recovery.Letter = LetterHtml.Write(letter.ToLetter(service.Value));
        recovery.LetterSha256 = DecideFile.Sha256(recovery.Letter);
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Décision de {recovery.Kind.InFrench()} sur votre dossier {application.Number}", Body(application, recovery, now), now, applicationId));
        await db.CommitAsync(new(who, "RecoveryDecided", Act.Application(applicationId), $"{recovery.Kind.InFrench()}, {recovery.Amount}, courrier {recovery.LetterSha256}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>The act as it would be taken today, to be read before it is taken; null when there is none to take, or who reads could not sign it.</summary>
    public async Task<Letter?> PreviewAsync(Guid recoveryId, Actor who, CancellationToken cancellationToken)
    {
        var recovery = await db.Recoveries.AsNoTracking().SingleOrDefaultAsync(found => found.Id == recoveryId && found.DecidedAt == null && found.DroppedAt == null, cancellationToken);
        var signatory = await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == who.AccountId && found.ClosedAt == null && found.Capacity != null, cancellationToken);
        if (recovery is null || signatory is null) return null;
        var application = await db.Applications.AsNoTracking().Include(found => found.Organisation).SingleAsync(found => found.Id == recovery.ApplicationId, cancellationToken);
        var amounts = await RecoverableAmounts.ReadAsync(db, application.Id, cancellationToken);
        return (await db.RecoveryLetterAsync(application, recovery, amounts, time.Today(), signatory, cancellationToken)).ToLetter(service.Value);
    }

    private Outcome WhyNot(Recovery recovery, int version, Account? signatory) =>
        signatory is null ? Outcome.NotFound
        : signatory.Role != Role.Signatory ? Outcome.Refused(Refusal.NotAllowed, "Votre compte n'est pas celui d'un signataire : vous ne pouvez pas décider.")
        : string.IsNullOrWhiteSpace(signatory.Capacity) ? Outcome.Refused(Refusal.NotAllowed, "Votre compte ne dit pas votre qualité, qu'une décision doit porter : demandez à un administrateur de l'inscrire.")
        : recovery.OpenedBy == signatory.Id ? Outcome.Refused(Refusal.NotAllowed, "Vous avez engagé cette procédure : quelqu'un d'autre doit la décider.")
        : recovery.DecidedAt is not null ? Outcome.Refused(Refusal.Conflict, "Cette procédure est déjà décidée.")
        : recovery.DroppedAt is not null ? Outcome.Refused(Refusal.Conflict, "Cette procédure a été abandonnée.")
        : recovery.Version != version ? Outcome.Refused(Refusal.Conflict, "Cette procédure a changé depuis que vous l'avez ouverte. Relisez-la avant de décider.")
        : recovery.StageOn(time.Today()) == RecoveryStage.Hearing ? Outcome.Refused(Refusal.Conflict, $"Le bénéficiaire peut encore présenter ses observations, jusqu'au {Regulation.French.Date(recovery.HearUntil)} : la décision se prend ensuite, ou dès qu'il les a données.")
        : Outcome.Done;

    // A reduction changes no status: what is paid is bounded by what the grant is still worth.
    private static FileAction? ActionOf(RecoveryKind kind) => kind switch
    {
        RecoveryKind.Withdrawal => FileAction.RevokeGrant,
        RecoveryKind.Repayment => FileAction.OrderRecovery,
        _ => null,
    };

    /// <summary>A payment prepared within the amount before the reduction has to be prepared again.</summary>
    private async Task PrepareAgainAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        if (await db.PaymentClaims.SingleOrDefaultAsync(found => found.ApplicationId == applicationId && found.PreparedAt != null && found.ValidatedAt == null, cancellationToken) is not { } claim) return;
        (claim.PreparedAt, claim.PreparedBy, claim.Payable) = (null, null, null);
    }

    private string Body(Application application, Recovery recovery, DateTime now) =>
        $"""
        Bonjour,

        La Région Hauts-de-France a pris une décision de {recovery.Kind.InFrench()} INESS sur le dossier {application.Number} de {application.Organisation!.Name}.

        La lire dans votre espace : {portal.Of($"/demandes/{application.Id}/reversement")}

        Elle vous est notifiée le jour où vous la consultez. Sans consultation, elle est réputée notifiée le {Regulation.French.Date(now.DayInParis().AddDays(NotifyDecision.DaysUnread))} (CRPA, article R112-20) : les délais pour la contester courent à partir de ce jour.

        """;
}
