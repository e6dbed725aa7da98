using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Decisions;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>What an officer means to take off a grant, or to ask back.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Amount">The amount; null for a withdrawal, which is of the whole.</param>
/// <param name="Grounds">Grounds in law and in fact.</param>
/// <param name="Provision">The provision of the scheme it rests on; null for none.</param>
/// <param name="HearUntil">Last day for the beneficiary to be heard.</param>
/// <param name="ControlId">The control it follows; null for none.</param>
public sealed record RecoveryDemand(RecoveryKind Kind, Money? Amount, string Grounds, string? Provision, DateOnly HearUntil, Guid? ControlId = null);

/// <summary>
/// Opens a reduction, a withdrawal or a recovery: nothing is decided yet. The beneficiary is told what is meant and why, and invited to be heard
/// first (CRPA L121-1, L122-1).
/// </summary>
public sealed class OpenRecovery(InessDbContext db, PortalAddress portal, TimeProvider time)
{
    /// <summary>The days to answer an invitation once it is received; and the most that are given in all.</summary>
    public const int DaysToAnswer = 15, MostDays = 90;

    /// <summary>The least days in all: unread, an invitation is deemed received on the fifteenth day alone (CRPA R112-20).</summary>
    public const int LeastDays = NotifyDecision.DaysUnread + DaysToAnswer;

    /// <summary>The first day that may be the last to be heard.</summary>
    public static DateOnly Earliest(DateOnly today) => WorkingDays.RunToWorkingDay(today.AddDays(LeastDays));

    /// <summary>Opens it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="version">The version of the application that the officer read.</param>
    /// <param name="demand">What is meant.</param>
    /// <param name="who">The officer.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, int version, RecoveryDemand demand, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (WhyNot(demand) is { IsDone: false } wrong) return wrong;
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.AsNoTracking().Include(found => found.Organisation).SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (application.Version != version) return Outcome.Refused(Refusal.Conflict, "Le dossier vient de changer. Relisez-le ; ce que vous avez écrit est gardé.");
        if (await db.StandingRecoveryAsync(applicationId, cancellationToken) is { } standing)
            return Outcome.Refused(Refusal.Conflict, $"Une procédure est déjà engagée sur ce dossier depuis le {French.Date(standing.OpenedAt.DayInParis())} : {standing.Kind.InFrench()}.");
        if (demand.ControlId is { } control && !await db.FileControls.AnyAsync(found => found.Id == control && found.ApplicationId == applicationId, cancellationToken)) return Outcome.NotFound;
        var amounts = await RecoverableAmounts.ReadAsync(db, applicationId, cancellationToken);
        var amount = demand.Kind == RecoveryKind.Withdrawal ? amounts.MostOf(RecoveryKind.Withdrawal) : demand.Amount ?? Money.Zero;
        if (amounts.WhyNot(application, demand.Kind, amount) is { IsDone: false } refused) return refused;

        var recovery = Add(applicationId, demand, amount, account);
        if (await db.AddresseeAsync(application, cancellationToken) is { Email: not null } addressee)
            db.Add(OutboxMail.For(addressee, $"Dossier {application.Number} : la Région envisage {Meant(recovery)}, vos observations sont attendues", Body(application, recovery), recovery.OpenedAt, applicationId));
        await db.CommitAsync(new(who, "RecoveryOpened", Act.Application(applicationId), $"{demand.Kind.InFrench()}, {amount}"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return recovery.Id;
    }

    private Recovery Add(Guid applicationId, RecoveryDemand demand, Money amount, Guid account)
    {
        var now = time.Instant();
        var recovery = new Recovery
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            Kind = demand.Kind,
            Amount = amount,
            Grounds = demand.Grounds.Trim(),
            Provision = demand.Provision,
            ControlId = demand.ControlId,
            OpenedBy = account,
            OpenedAt = now,
            HearUntil = WorkingDays.RunToWorkingDay(demand.HearUntil),
        };
        db.Add(recovery);
        return recovery;
    }

    private Outcome WhyNot(RecoveryDemand demand)
    {
        var today = time.Today();
        if (string.IsNullOrWhiteSpace(demand.Grounds)) return Outcome.Refused(Refusal.Invalid, "Écrivez les motifs, en droit et en fait : le bénéficiaire les lira.");
        if (demand.Grounds.Trim().Length > Recovery.LongestText) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long : {Recovery.LongestText} caractères au plus.");
        if (demand.Provision is { } id && Scheme.Provisions.All(provision => provision.Id != id)) return Outcome.Refused(Refusal.Invalid, "Cette disposition n'existe pas.");
        if (demand.HearUntil < today.AddDays(LeastDays)) return Outcome.Refused(Refusal.Invalid, $"Le bénéficiaire a {LeastDays} jours au moins pour être entendu ({NotifyDecision.DaysUnread} au bout desquels l'invitation est réputée reçue, puis {DaysToAnswer}) : le {French.Date(Earliest(today))} au plus tôt.");
        return demand.HearUntil > today.AddDays(MostDays) ? Outcome.Refused(Refusal.Invalid, $"Ce jour est trop lointain : {MostDays} jours au plus.") : Outcome.Done;
    }

    private static string Meant(Recovery recovery) => recovery.Kind switch
    {
        RecoveryKind.Reduction => "de réduire votre aide",
        RecoveryKind.Withdrawal => "de retirer votre aide",
        _ => "de vous demander un reversement",
    };

    private string Body(Application application, Recovery recovery) =>
        $"""
        Bonjour,

        La Région Hauts-de-France envisage {Meant(recovery)} INESS, sur le dossier {application.Number} de {application.Organisation!.Name}, pour {recovery.Amount}. Rien n'est décidé.

        Motifs :
        {recovery.Grounds}

        Avant toute décision, vous pouvez présenter vos observations écrites, jusqu'au {French.Date(recovery.HearUntil)} : {portal.Of($"/demandes/{application.Id}/reversement")}

        Vous pouvez aussi demander à être entendu, vous faire assister par un conseil ou représenter par un mandataire, et demander communication de votre dossier (CRPA, articles L121-1, L122-1 et L122-2).

        """;
}
