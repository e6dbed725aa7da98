using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>Where a declaration stands.</summary>
public enum DeclarationState
{
    /// <summary>À déclarer.</summary>
    Waiting,

    /// <summary>Transmise, sans réponse.</summary>
    Exported,

    /// <summary>Refusée, à transmettre de nouveau.</summary>
    Refused,

    /// <summary>Confirmée.</summary>
    Confirmed,

    /// <summary>Retirée avant d'être déclarée.</summary>
    Dropped,
}

/// <summary>A declaration as the queue shows it.</summary>
public sealed record DeclarationRow
{
    /// <summary>The declaration.</summary>
    public required AidDeclaration Declaration { get; init; }

    /// <summary>Number of the file.</summary>
    public required string Number { get; init; }

    /// <summary>Name of the beneficiary.</summary>
    public required string Organisation { get; init; }

    /// <summary>Its nine digits.</summary>
    public required string Siren { get; init; }

    /// <summary>Whether the grant was replaced, renounced or revoked since.</summary>
    public required bool IsEnded { get; init; }

    /// <summary>What was taken off the grant since, or asked back.</summary>
    public required IReadOnlyList<Money> Taken { get; init; }

    /// <summary>Where it stands.</summary>
    public DeclarationState State => DeclarationStates.Of(Declaration);

    /// <summary>Whether its last day is past, and it is not known to be in the register.</summary>
    public bool IsLate(DateOnly today) => State is not (DeclarationState.Confirmed or DeclarationState.Dropped) && Declaration.DueOn < today;

    /// <summary>What is to be put right in the register by hand, because it changed after it was declared; null for nothing.</summary>
    public string? ToCorrect => State is not (DeclarationState.Exported or DeclarationState.Confirmed) ? null
        : IsEnded ? "L'aide a été retirée, remplacée ou déclarée caduque après sa transmission : la ligne est à supprimer du registre."
        : Taken.Count > 0 ? $"L'aide a été réduite de {Taken.Aggregate(Money.Zero, (sum, amount) => sum + amount)} : la ligne du registre est à corriger si elle porte un autre montant."
        : null;
}

/// <summary>The states of declarations, in rows and in queries.</summary>
public static class DeclarationStates
{
    /// <summary>Where one stands.</summary>
    public static DeclarationState Of(AidDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        return declaration switch
        {
            { DroppedAt: not null } => DeclarationState.Dropped,
            { ConfirmedAt: not null } => DeclarationState.Confirmed,
            { ExportedAt: null } => DeclarationState.Waiting,
            _ => declaration.RejectedAt >= declaration.ExportedAt ? DeclarationState.Refused : DeclarationState.Exported,
        };
    }

    /// <summary>In words.</summary>
    public static string InFrench(this DeclarationState state) => state switch
    {
        DeclarationState.Waiting => "à déclarer",
        DeclarationState.Exported => "transmise",
        DeclarationState.Refused => "refusée",
        DeclarationState.Confirmed => "confirmée",
        DeclarationState.Dropped => "sans objet",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This state has no name."),
    };

    /// <summary>Those in a state.</summary>
    public static IQueryable<AidDeclaration> In(this IQueryable<AidDeclaration> declarations, DeclarationState state)
    {
        ArgumentNullException.ThrowIfNull(declarations);
        var open = declarations.Where(found => found.DroppedAt == null && found.ConfirmedAt == null);
        return state switch
        {
            DeclarationState.Waiting => open.Where(found => found.ExportedAt == null),
            DeclarationState.Exported => open.Where(found => found.ExportedAt != null && (found.RejectedAt == null || found.RejectedAt < found.ExportedAt)),
            DeclarationState.Refused => open.Where(found => found.RejectedAt >= found.ExportedAt),
            DeclarationState.Confirmed => declarations.Where(found => found.DroppedAt == null && found.ConfirmedAt != null),
            _ => declarations.Where(found => found.DroppedAt != null),
        };
    }

    /// <summary>Those whose last day is past.</summary>
    public static IQueryable<AidDeclaration> Late(this IQueryable<AidDeclaration> declarations, DateOnly today) =>
        declarations.Where(found => found.DroppedAt == null && found.ConfirmedAt == null && found.DueOn < today);

    /// <summary>As the queue shows them.</summary>
    public static IQueryable<DeclarationRow> Rows(this IQueryable<AidDeclaration> declarations, InessDbContext db) =>
        from declaration in declarations.AsNoTracking()
        join application in db.Applications on declaration.ApplicationId equals application.Id
        join decision in db.Decisions on declaration.DecisionId equals decision.Id
        select new DeclarationRow
        {
            Declaration = declaration,
            Number = application.Number!,
            Organisation = application.Organisation!.Name,
            Siren = application.Organisation.Siren,
            IsEnded = db.Ended().Any(ended => ended.Id == declaration.Id),
            Taken = db.Recoveries.Where(recovery => recovery.ApplicationId == application.Id && recovery.DecidedAt >= decision.At && recovery.DroppedAt == null).Select(recovery => recovery.Amount).ToList(),
        };
}
