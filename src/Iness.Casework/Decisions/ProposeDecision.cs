using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Proposes a decision. The amount is never typed: it is what the provisions leave. What the envelope no longer holds cannot be proposed.</summary>
public sealed class ProposeDecision(InessDbContext db, TimeProvider time)
{
    /// <summary>Proposes it.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="version">Version of the application that was seen.</param>
    /// <param name="kind">What is proposed.</param>
    /// <param name="note">A word for whoever decides; of a closure, the reason that its letter gives.</param>
    /// <param name="who">Who proposes.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, int version, DecisionKind kind, string? note, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (note is { Length: > Proposal.LongestNote }) return Outcome.Refused(Refusal.Invalid, $"Ce texte est trop long ({note.Length} caractères) : {Proposal.LongestNote} au plus.");

        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        if (application.Version != version) return Outcome.Refused(Refusal.Conflict, "Ce dossier a changé depuis que vous avez ouvert cette page. Rien n'est perdu : relisez-le, puis proposez de nouveau.");
        var now = time.Instant();
        var today = now.DayInParis();
        if (await WhyNotWaitAsync(application, kind, today, cancellationToken) is { IsDone: false } waiting) return waiting;
        if (application.Move(FileAction.Propose, who, now) is { IsDone: false } refused) return refused;
        if (await FileUnderReview.LoadAsync(db, applicationId, cancellationToken, today) is not { } file) return Outcome.Refused(Refusal.Conflict, Unreadable);
        var facts = DecisionFacts.Of(file);
        if (WhyNot(kind, facts, note) is { IsDone: false } blocked) return blocked;
        if (await KnownOtherwise.WhyNotAsync(db, file, kind, today, cancellationToken) is { IsDone: false } known) return known;
        var amount = kind == DecisionKind.Grant ? facts.Reviewed.Aid : Money.Zero;
        if (kind == DecisionKind.Grant)
        {
            var balance = await db.LockedBalanceAsync(today.Year, cancellationToken);
            var engaged = (await db.EngagedAsync([applicationId], cancellationToken)).GetValueOrDefault((applicationId, today.Year));
            if (WhyNot(balance, amount, engaged) is { IsDone: false } exhausted) return exhausted;
        }

        var proposal = new Proposal
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = applicationId,
            Kind = kind,
            Amount = amount,
            BudgetYear = today.Year,
            Note = note,
            By = account,
            At = now,
        };
        db.Add(proposal);
        await db.CommitAsync(new(who, "DecisionProposed", Act.Application(applicationId), kind.InFrench()), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return proposal.Id;
    }

    /// <summary>Why a file whose facts can no longer be read cannot be decided.</summary>
    public const string Unreadable = "Ce qui a été déposé n'est pas conservé sous une forme que le règlement peut lire : ce dossier ne peut pas être décidé ici.";

    /// <summary>Why a decision cannot be proposed on these facts; done when it can.</summary>
    public static Outcome WhyNot(DecisionKind kind, DecisionFacts facts, string? note)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return kind switch
        {
            DecisionKind.Grant when facts.NotMet.Any() => Outcome.Refused(Refusal.Invalid, $"L'aide ne peut pas être accordée : {Ids(facts.NotMet)} {(facts.NotMet.Skip(1).Any() ? "ne sont pas remplies" : "n'est pas remplie")}."),
            DecisionKind.Grant when facts.Open.Any() => Outcome.Refused(Refusal.Invalid, $"L'aide ne peut pas être accordée tant que ces dispositions restent ouvertes : {Ids(facts.Open)}. Statuez d'abord."),
            DecisionKind.Grant when facts.Reviewed.Aid == Money.Zero => Outcome.Refused(Refusal.Invalid, "L'aide calculée est nulle : il n'y a rien à accorder."),
            DecisionKind.Refusal when !facts.NotMet.Any() => Outcome.Refused(Refusal.Invalid, "Aucune disposition n'est non remplie : un refus n'aurait pas de motif. Statuez d'abord."),
            DecisionKind.Closure when note is null => Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi la demande est classée : le demandeur le lira."),
            _ => Outcome.Done,
        };
    }

    /// <summary>Why an envelope cannot bear an amount; done when it can.</summary>
    /// <param name="balance">The envelope.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="engaged">What of it the file engages already, by a grant that this one would replace.</param>
    public static Outcome WhyNot(EnvelopeBalance balance, Money amount, Money engaged)
    {
        ArgumentNullException.ThrowIfNull(balance);
        return !balance.IsVoted ? Outcome.Refused(Refusal.Conflict, $"Aucune enveloppe n'est votée pour {balance.Year} : aucune aide ne peut y être proposée.")
            : amount - engaged > balance.Left ? Outcome.Refused(Refusal.Conflict, $"L'enveloppe de {balance.Year} n'a plus que {balance.Left} : l'aide de {amount} ne peut pas être proposée.")
            : Outcome.Done;
    }

    /// <summary>
    /// Why a decision cannot be proposed yet: while something is awaited from the applicant, the file can only be closed, once the time given
    /// is over (CRPA L114-5). Done when nothing is awaited.
    /// </summary>
    public async Task<Outcome> WhyNotWaitAsync(Application application, DecisionKind kind, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(application);
        if (application.Status != FileStatus.Incomplete) return Outcome.Done;
        if (kind != DecisionKind.Closure) return Outcome.Refused(Refusal.Conflict, "Des pièces sont attendues du demandeur : seul un classement sans suite peut être proposé, une fois le délai passé.");
        var due = await db.MissingItemsRequests.Where(request => request.ApplicationId == application.Id && request.AnsweredAt == null && !request.IsOnPayment).OrderByDescending(request => request.DueOn).Select(request => (DateOnly?)request.DueOn).FirstOrDefaultAsync(cancellationToken);
        return due >= today ? Outcome.Refused(Refusal.Conflict, $"Le demandeur a jusqu'au {Iness.Regulation.French.Date(due.Value)} pour répondre : le classement ne peut pas être proposé avant.") : Outcome.Done;
    }

    private static string Ids(IEnumerable<Iness.Regulation.Review.ReviewedFinding> findings) => string.Join(", ", findings.Select(finding => finding.Finding.Provision.Id));
}
