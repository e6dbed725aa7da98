using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Control;

/// <summary>Opens the control of a paid file that risk rules point at, or that an agent chose.</summary>
public sealed class OpenControl(InessDbContext db, TimeProvider time)
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 1000;

    /// <summary>Opens it, unless one is open already.</summary>
    /// <returns>The control.</returns>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid applicationId, ControlOrigin origin, string why, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is not { } account) return Outcome.NotFound;
        if (string.IsNullOrWhiteSpace(why)) return Outcome.Refused(Refusal.Invalid, "Écrivez pourquoi ce dossier est contrôlé.");
        await using var transaction = await db.BeginAsync(cancellationToken);
        await db.LockApplicationAsync(applicationId, cancellationToken);
        if (!await db.Applications.AnyAsync(file => file.Id == applicationId && file.Number != null, cancellationToken)) return Outcome.NotFound;
        if (!await db.PaymentClaims.AnyAsync(claim => claim.ApplicationId == applicationId && claim.PaidOn != null, cancellationToken)) return Outcome.Refused(Refusal.Conflict, "L'aide de ce dossier n'est pas payée : le contrôle porte sur des dossiers payés.");
        if (await db.FileControls.AnyAsync(found => found.ApplicationId == applicationId && found.EndedAt == null, cancellationToken)) return Outcome.Refused(Refusal.Conflict, "Un contrôle est déjà ouvert sur ce dossier.");
        var words = why.Trim();
        var control = Of(applicationId, origin, words.CutTo(LongestReason), account, time.Instant());
        db.Add(control);
        await db.CommitAsync(new(who, "ControlOpened", Act.Application(applicationId), control.Why), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return control.Id;
    }

    internal static FileControl Of(Guid applicationId, ControlOrigin origin, string why, Guid account, DateTime now, Guid? campaign = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        ApplicationId = applicationId,
        CampaignId = campaign,
        Origin = origin,
        Why = why,
        OpenedBy = account,
        OpenedAt = now,
    };
}
