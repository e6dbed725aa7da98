using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>Keeps a search of the list under a name, for its owner alone.</summary>
public sealed class SaveView(InessDbContext db, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    /// <summary>Longest search kept.</summary>
    public const int LongestQuery = 1000;

    /// <summary>Most views of one person.</summary>
    public const int Most = 30;

    /// <summary>Keeps it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid account, string name, string query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(query);
        if (query.Length > LongestQuery) return Outcome.Refused(Refusal.Invalid, "Cette recherche est trop longue pour être enregistrée.");
        var names = await db.SavedViews.Where(view => view.AccountId == account).Select(view => view.Name).ToListAsync(cancellationToken);
        if (names.Contains(name)) return Outcome.Refused(Refusal.Invalid, $"Vous avez déjà une vue « {name} » : choisissez un autre nom, ou supprimez-la d'abord.");
        if (names.Count >= Most) return Outcome.Refused(Refusal.Invalid, $"Vous avez déjà {Most} vues : supprimez-en une d'abord.");
        db.Add(new SavedView { Id = Guid.CreateVersion7(time.Instant()), AccountId = account, Name = name, Query = query });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same name, saved twice at once.
            return Outcome.Refused(Refusal.Conflict, $"Vous avez déjà une vue « {name} ».");
        }

        return Outcome.Done;
    }
}

/// <summary>Deletes a search kept by the same person.</summary>
public sealed class DeleteView(InessDbContext db)
{
    /// <summary>Deletes it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid account, Guid id, CancellationToken cancellationToken) =>
        await db.SavedViews.Where(view => view.Id == id && view.AccountId == account).ExecuteDeleteAsync(cancellationToken) == 1 ? Outcome.Done : Outcome.NotFound;
}
