using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>What every write of an officer checks first: the right, that it is a filed application, and that nobody changed it since its page was shown.</summary>
internal static class Reviewing
{
    /// <summary>Locks the file until the end of the transaction begun, and reads it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="applicationId">The application.</param>
    /// <param name="seen">The version that the page showed.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<Outcome<Application>> TakeAsync(this InessDbContext db, Guid applicationId, int seen, Actor who, CancellationToken cancellationToken)
    {
        if (who.AccountId is null || !RightsTable.Allows(who.Role, Right.ReviewFiles)) return Outcome.Refused(Refusal.NotAllowed, "Votre rôle ne permet pas d'instruire un dossier.");
        await db.LockApplicationAsync(applicationId, cancellationToken);
        var application = await db.Applications.SingleOrDefaultAsync(found => found.Id == applicationId && found.Number != null, cancellationToken);
        if (application is null) return Outcome.NotFound;
        return application.Version == seen ? application : await db.ChangedSinceAsync(applicationId, cancellationToken);
    }

    /// <summary>Makes the file ready for a ruling or a correction: under review, or awaiting the applicant; a file just filed is taken up at once.</summary>
    public static Outcome OpenForReview(this InessDbContext db, Application application, Actor who, DateTime now)
    {
        if (application.Status == FileStatus.Filed)
        {
            if (FileLifecycle.Find(FileStatus.Filed, FileAction.StartReview, who.Role) is null)
                return Outcome.Refused(Refusal.Conflict, "Un instructeur doit d'abord prendre ce dossier en instruction.");
            if (application.Move(FileAction.StartReview, who, now) is { IsDone: false } refused) return refused;
            application.AssignedToId ??= who.AccountId;
        }

        if (!IsOpen(application.Status)) return Outcome.Refused(Refusal.Conflict, $"Cette demande est {application.Status.InFrench()} : son examen ne peut plus être modifié.");
        db.Touch(application);
        return Outcome.Done;
    }

    /// <summary>Whether rulings and corrections may still be made and taken back.</summary>
    public static bool IsOpen(FileStatus status) => status is FileStatus.Filed or FileStatus.Incomplete or FileStatus.UnderReview;

    /// <summary>Moves the version on, so that another page of the file knows that it is out of date.</summary>
    public static void Touch(this InessDbContext db, Application application) => db.Entry(application).Property(changed => changed.Version).IsModified = true;

    /// <summary>Tells that somebody else changed the file meanwhile, who and when.</summary>
    internal static async Task<Outcome> ChangedSinceAsync(this InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        var subject = Act.Application(applicationId);
        var last = await db.AuditLog.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.At, Name = db.Users.Where(account => account.Id == entry.ActorId).Select(account => account.GivenName + " " + account.FamilyName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        var by = last is null ? "" : $", le {last.At.InWords()}{(last.Name is { } name ? $", par {name}" : "")}";
        return Outcome.Refused(Refusal.Conflict, $"Ce dossier a changé depuis que vous avez ouvert cette page{by}. Rien n'a été enregistré, et ce que vous avez écrit est gardé : relisez le dossier, puis enregistrez de nouveau.");
    }
}
