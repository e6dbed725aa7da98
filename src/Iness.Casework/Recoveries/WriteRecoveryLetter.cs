using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Recoveries;

/// <summary>Writes the act of a recovery from what is kept.</summary>
internal static class WriteRecoveryLetter
{
    public static async Task<RecoveryLetter> RecoveryLetterAsync(
        this InessDbContext db, Application application, Recovery recovery, RecoverableAmounts amounts, DateOnly on, Account signatory, CancellationToken cancellationToken)
    {
        var grant = await db.Decisions.AsNoTracking().Where(found => found.ApplicationId == application.Id && found.Kind == DecisionKind.Grant)
            .OrderByDescending(found => found.At).Select(found => new { found.On, found.Amount }).FirstAsync(cancellationToken);
        return new()
        {
            Recovery = recovery,
            FileNumber = application.Number!,
            Organisation = application.Organisation!.Name,
            Siren = application.Organisation.ParsedSiren,
            Address = await db.FiledAddressAsync(application.Id, cancellationToken),
            GrantedOn = grant.On,
            Granted = grant.Amount,
            Worth = amounts.Granted ?? grant.Amount,
            Paid = amounts.Paid,
            PaidOn = await db.PaymentClaims.AsNoTracking().Where(claim => claim.ApplicationId == application.Id).Select(claim => claim.PaidOn).SingleOrDefaultAsync(cancellationToken),
            Control = await ControlAsync(db, recovery.ControlId, cancellationToken),
            On = on,
            Author = signatory.FullName,
            Capacity = signatory.Capacity!,
        };
    }

    private static async Task<string?> ControlAsync(InessDbContext db, Guid? id, CancellationToken cancellationToken) =>
        id is { } control && await db.FileControls.AsNoTracking().SingleOrDefaultAsync(found => found.Id == control, cancellationToken) is { MadeOn: { } made } found
            ? $"le contrôle fait {(found.Place == Control.ControlPlace.OnSite ? "sur place" : "sur pièces")} le {French.Date(made)}{(found.CorrectedAid is { } aid ? $", qui ramène l'aide à {aid}" : "")}"
            : null;
}
