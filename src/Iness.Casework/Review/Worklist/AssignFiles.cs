using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>Entrusts files to an officer, or takes them back: all of them or none.</summary>
public sealed class AssignFiles(InessDbContext db)
{
    /// <summary>Most files at once.</summary>
    public const int Most = 100;

    /// <summary>Those a file may be entrusted to.</summary>
    public static IQueryable<Account> Officers(IQueryable<Account> accounts) =>
        accounts.Where(account => (account.Role == Role.Officer || account.Role == Role.LeadOfficer) && account.ClosedAt == null);

    /// <summary>Entrusts them.</summary>
    /// <param name="files">The files, each with the officer that was read beside it: somebody may have chosen another one meanwhile.</param>
    /// <param name="officerId">To whom; null for nobody.</param>
    /// <param name="who">Who decides it.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Outcome> ExecuteAsync(IReadOnlyCollection<SeenFile> files, Guid? officerId, Actor who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0) return Outcome.Refused(Refusal.Invalid, "Cochez au moins un dossier.");
        if (files.Count > Most) return Outcome.Refused(Refusal.Invalid, $"Cochez {Most} dossiers au plus.");
        if (officerId is { } chosen && !await Officers(db.Users).AnyAsync(account => account.Id == chosen, cancellationToken))
            return Outcome.Refused(Refusal.Invalid, "Choisissez un instructeur dans la liste.");

        await using var transaction = await db.BeginAsync(cancellationToken);
        // Always in the same order: two who assign the same files wait for each other, and neither for ever.
        foreach (var seen in files.DistinctBy(file => file.Number).OrderBy(file => file.Number, StringComparer.Ordinal))
        {
            var id = await db.Applications.Where(file => file.Number == seen.Number).Select(file => file.Id).SingleOrDefaultAsync(cancellationToken);
            if (id == Guid.Empty) return Outcome.NotFound;
            await db.LockApplicationAsync(id, cancellationToken);
            var application = await db.Applications.SingleAsync(file => file.Id == id, cancellationToken);
            if (application.AssignedToId == officerId) continue;
            if (application.AssignedToId != seen.OfficerId)
                return Outcome.Refused(Refusal.Conflict, $"Le dossier {seen.Number} a été confié à quelqu'un d'autre pendant que vous choisissiez. Rien n'a été changé : vérifiez, puis recommencez.");
            application.AssignedToId = officerId;
            await db.CommitAsync(new(who, officerId is null ? "FileUnassigned" : "FileAssigned", Act.Application(id)), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return Outcome.Done;
    }
}

/// <summary>A file as somebody saw it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="OfficerId">The officer in charge that was shown; null for none.</param>
public sealed record SeenFile(string Number, Guid? OfficerId);
