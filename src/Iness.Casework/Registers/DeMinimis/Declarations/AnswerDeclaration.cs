using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>What the national register answered of one declaration.</summary>
/// <param name="IsConfirmed">It holds the aid; it refused it otherwise.</param>
/// <param name="Reference">Its reference there, when confirmed.</param>
/// <param name="Reason">Why it refused it.</param>
public sealed record RegisterAnswer(bool IsConfirmed, string? Reference, string? Reason);

/// <summary>Notes what the register answered of one declaration: never of a whole export, since one may be refused among many.</summary>
public sealed class AnswerDeclaration(InessDbContext db, TimeProvider time)
{
    /// <summary>Longest reference.</summary>
    public const int LongestReference = 100;

    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Notes it.</summary>
    /// <param name="declarationId">The declaration.</param>
    /// <param name="version">Its version that was seen; null for a file, which names the declaration itself.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="who">Who notes it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(Guid declarationId, int? version, RegisterAnswer answer, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (who.AccountId is not { } account || !RightsTable.Allows(who.Role, Right.DeclareAid)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas de déclarer les aides.");
        if (WhyNot(answer) is { IsDone: false } wrong) return wrong;
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (await db.AidDeclarations.SingleOrDefaultAsync(found => found.Id == declarationId, cancellationToken) is not { } declaration) return Outcome.NotFound;
        if (version is { } seen && declaration.Version != seen) return Outcome.Refused(Refusal.Conflict, "Cette déclaration a changé depuis que vous l'avez ouverte. Regardez où elle en est.");
        if (WhyNot(declaration) is { IsDone: false } refused) return refused;

        var now = time.Instant();
        if (answer.IsConfirmed) (declaration.ConfirmedAt, declaration.ConfirmedBy, declaration.Reference) = (now, account, answer.Reference?.Trim());
        else (declaration.RejectedAt, declaration.RejectionReason) = (now, answer.Reason!.Trim());
        try
        {
            await db.CommitAsync(new(who, answer.IsConfirmed ? "AidDeclarationConfirmed" : "AidDeclarationRefused", Act.Application(declaration.ApplicationId), answer.IsConfirmed ? answer.Reference : answer.Reason), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refused(Refusal.Conflict, "Quelqu'un d'autre vient de répondre pour cette déclaration.");
        }

        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }

    private static Outcome WhyNot(RegisterAnswer answer) =>
        answer.Reference?.Trim().Length > LongestReference ? Outcome.Refused(Refusal.Invalid, $"Cette référence est trop longue : {LongestReference} caractères au plus.")
        : !answer.IsConfirmed && string.IsNullOrWhiteSpace(answer.Reason) ? Outcome.Refused(Refusal.Invalid, "Indiquez pourquoi le registre a refusé la déclaration.")
        : answer.Reason?.Trim().Length > LongestReason ? Outcome.Refused(Refusal.Invalid, $"Ce motif est trop long : {LongestReason} caractères au plus.")
        : Outcome.Done;

    private static Outcome WhyNot(AidDeclaration declaration) => DeclarationStates.Of(declaration) switch
    {
        DeclarationState.Waiting => Outcome.Refused(Refusal.Conflict, "Cette aide n'a jamais été transmise au registre."),
        DeclarationState.Refused => Outcome.Refused(Refusal.Conflict, "Cette déclaration est déjà notée refusée : transmettez-la de nouveau d'abord."),
        DeclarationState.Confirmed => Outcome.Refused(Refusal.Conflict, $"Cette déclaration est déjà confirmée, le {declaration.ConfirmedAt!.Value.InWords()}."),
        DeclarationState.Dropped => Outcome.Refused(Refusal.Conflict, "Cette aide n'est plus à déclarer : elle a été retirée avant."),
        _ => Outcome.Done,
    };
}
