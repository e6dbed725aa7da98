using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Archives;

/// <summary>A text column that an archive keeps as a file of its own, such as a letter.</summary>
/// <param name="Property">The column.</param>
/// <param name="Ending">Ending of the file's name.</param>
internal readonly record struct KeptText(string Property, string Ending);

/// <summary>A table with rows of one file: what an archive holds of it, and how a purge empties it.</summary>
/// <param name="name">Name of its part of an archive.</param>
internal abstract class FileTable(string name)
{
    /// <summary>Name of its part of an archive.</summary>
    public string Name { get; } = name;

    /// <summary>Columns kept as files.</summary>
    public IReadOnlyList<KeptText> Texts { get; init; } = [];

    /// <summary>Whether an archive holds it: not what is only drawn from the rest.</summary>
    public bool IsArchived { get; init; } = true;

    /// <summary>Whether its rows go with the file: not those that another file may need.</summary>
    public bool IsPurged { get; init; } = true;

    /// <summary>What its rows are.</summary>
    public abstract Type Entity { get; }

    public abstract Task<IReadOnlyList<object>> ReadAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken);

    public abstract Task<int> DeleteAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class FileTable<T>(string name, Func<InessDbContext, Guid, IQueryable<T>> rows) : FileTable(name)
    where T : class
{
    public override Type Entity => typeof(T);

    public override async Task<IReadOnlyList<object>> ReadAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        await rows(db, applicationId).AsNoTracking().ToListAsync(cancellationToken);

    public override Task<int> DeleteAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        rows(db, applicationId).ExecuteDeleteAsync(cancellationToken);
}
