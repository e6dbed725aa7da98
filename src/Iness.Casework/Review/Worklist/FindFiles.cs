using Iness.Casework.Persistence;

namespace Iness.Casework.Review.Worklist;

/// <summary>Looks searched words up once for a request: its list and its counts ask the same.</summary>
public sealed class FindFiles(InessDbContext db)
{
    private (string? Typed, FoundFiles Found)? latest;

    internal async Task<FoundFiles> ExecuteAsync(string? typed, CancellationToken cancellationToken)
    {
        if (latest is not { } known || known.Typed != typed) latest = known = (typed, await FoundFiles.FindAsync(db, typed, cancellationToken));
        return known.Found;
    }
}
