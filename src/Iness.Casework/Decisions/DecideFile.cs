using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Iness.Casework.Review.Worklist;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Decisions;

/// <summary>
/// Decides one file, as proposed and checked, with all that it rests on and its letter, in one transaction. Nobody decides what they
/// proposed or checked, whatever their role has become; what would no longer come to the amount proposed is not decided.
/// </summary>
public sealed class DecideFile(InessDbContext db, TimeProvider time, IOptions<ServiceInCharge> service)
{
    /// <summary>Decides it.</summary>
    /// <param name="proposalId">The proposal.</param>
    /// <param name="version">Its version that was seen; null within a batch, whose list was.</param>
    /// <param name="who">Who decides.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid proposalId, int? version, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.Proposals.Where(found => found.Id == proposalId).Select(found => (Guid?)found.ApplicationId).SingleOrDefaultAsync(cancellationToken) is not { } applicationId) return Outcome.NotFound;
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleAsync(found => found.Id == applicationId, cancellationToken);
        var proposal = await db.Proposals.SingleAsync(found => found.Id == proposalId, cancellationToken);
        var signatory = await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == account && found.ClosedAt == null, cancellationToken);
        // Any proposal on the file counts, even one sent back: who has taken a side on it does not sign it.
        var hasProposed = await db.Proposals.AnyAsync(found => found.ApplicationId == applicationId && found.By == account, cancellationToken);
        if (WhyNot(proposal, version, signatory, hasProposed) is { IsDone: false } refused) return refused;

        var now = time.Instant();
        var on = now.DayInParis();
        if (await FileUnderReview.LoadAsync(db, applicationId, cancellationToken, on) is not { } file) return Outcome.Refused(Refusal.Conflict, ProposeDecision.Unreadable);
        var facts = DecisionFacts.Of(file);
        if (ProposeDecision.WhyNot(proposal.Kind, facts, proposal.Note) is { IsDone: false } blocked) return blocked;
        if (await KnownOtherwise.WhyNotAsync(db, file, proposal.Kind, on, cancellationToken) is { IsDone: false } known) return known;
        if (proposal.Kind == DecisionKind.Grant && facts.Reviewed.Aid != proposal.Amount)
            return Outcome.Refused(Refusal.Conflict, $"L'aide était proposée pour {proposal.Amount} et se calcule maintenant à {facts.Reviewed.Aid} : le dossier est à proposer de nouveau.");
        if (proposal.Kind == DecisionKind.Grant && await db.WhyNotSinceAsync(proposal, cancellationToken) is { IsDone: false } outdated) return outdated;
        if (application.Move(ActionOf(proposal.Kind), who, now) is { IsDone: false } stopped) return stopped;
        if (proposal.Kind == DecisionKind.Grant) application.ClaimBy = on.AddMonths(DecisionLetter.MonthsToClaim);
        proposal.DecidedAt = now;
        proposal.Failure = null;

        var decision = await DecisionAsync(application, proposal, facts, signatory!, now, on, cancellationToken);
        db.Add(decision);
        await db.DeclareAsync(decision, now, cancellationToken);
        await db.CommitAsync(new(who, "FileDecided", Act.Application(applicationId), $"{proposal.Kind.InFrench()}, courrier {decision.LetterSha256}"), cancellationToken);
        await db.RelistAsync(applicationId, cancellationToken, on);
        await transaction.CommitAsync(cancellationToken);
        return decision.Id;
    }

    private static Outcome WhyNot(Proposal proposal, int? version, Account? signatory, bool hasProposed) =>
        signatory is null ? Outcome.NotFound
        : string.IsNullOrWhiteSpace(signatory.Capacity) ? Outcome.Refused(Refusal.NotAllowed, "Votre compte ne dit pas votre qualité, qu'une décision doit porter : demandez à un administrateur de l'inscrire.")
        : hasProposed ? Outcome.Refused(Refusal.NotAllowed, "Vous avez proposé une décision sur ce dossier : quelqu'un d'autre doit la prendre.")
        : proposal.CheckedBy == signatory.Id ? Outcome.Refused(Refusal.NotAllowed, "Vous avez contrôlé cette proposition : quelqu'un d'autre doit prendre la décision.")
        : signatory.Role != Role.Signatory ? Outcome.Refused(Refusal.NotAllowed, "Votre compte n'est pas celui d'un signataire : vous ne pouvez pas décider.")
        : proposal.DecidedAt is not null ? Outcome.Refused(Refusal.Conflict, "Ce dossier est déjà décidé.")
        : proposal.SentBackAt is not null ? Outcome.Refused(Refusal.Conflict, "Cette proposition a été renvoyée en instruction.")
        : proposal.CheckedBy is null ? Outcome.Refused(Refusal.Conflict, "Cette proposition n'est pas encore contrôlée.")
        : version is { } seen && proposal.Version != seen ? Outcome.Refused(Refusal.Conflict, "Cette proposition a changé depuis que vous l'avez ouverte. Relisez-la avant de décider.")
        : Outcome.Done;

    private static FileAction ActionOf(DecisionKind kind) => kind switch
    {
        DecisionKind.Grant => FileAction.Grant,
        DecisionKind.Refusal => FileAction.Refuse,
        _ => FileAction.CloseWithoutFollowUp,
    };

    private async Task<Decision> DecisionAsync(
        Application application, Proposal proposal, DecisionFacts facts, Account signatory, DateTime now, DateOnly on, CancellationToken cancellationToken)
    {
        var text = await db.LatestTextAsync(EditableText.Of(proposal.Kind), cancellationToken);
        var letter = await db.DecisionLetterAsync(application, LetterFacts.Of(proposal, facts, on, signatory.FullName, signatory.Capacity!), text, cancellationToken);
        var html = LetterHtml.Write(letter.ToLetter(service.Value));
        var assessment = facts.Reviewed.Assessment;
        return new()
        {
            Id = Guid.CreateVersion7(now),
            ApplicationId = application.Id,
            ProposalId = proposal.Id,
            Kind = proposal.Kind,
            Amount = proposal.Amount,
            BudgetYear = proposal.BudgetYear,
            At = now,
            On = on,
            SignatoryId = signatory.Id,
            SignatoryName = signatory.FullName,
            SignatoryCapacity = signatory.Capacity!,
            Facts = DecisionJson.OfFacts(assessment.Request),
            Assessment = DecisionJson.OfAssessment(assessment),
            Rulings = DecisionJson.OfRulings(facts.Rulings),
            Corrections = DecisionJson.OfCorrections(facts),
            Regulation = assessment.Parameters.Version,
            Letter = html,
            LetterSha256 = Sha256(html),
            LetterInputs = DecisionJson.OfLetter(KeptLetterInputs.Of(letter, service.Value)),
            LetterTextId = text?.Id,
        };
    }

    internal static string Sha256(string letter) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter)));
}
