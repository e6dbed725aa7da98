using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>What the national register is known to say of some undertakings: the latest of the file and of the answers of the tabular API.</summary>
/// <param name="Aids">The aids.</param>
/// <param name="File">The import of the file that is read; null when none ever was.</param>
/// <param name="Answers">The answers of the tabular API that are read, one at most for an undertaking.</param>
public sealed record RegisterReading(IReadOnlyList<RegisteredAid> Aids, RegisterImport? File, IReadOnlyList<RegisterImport> Answers)
{
    /// <summary>Reads it, in two queries whatever the number of undertakings.</summary>
    public static async Task<RegisterReading> ReadAsync(InessDbContext db, IReadOnlyCollection<string> sirens, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var imports = await db.RegisterImports.AsNoTracking()
            .Where(import => import.IsCurrent && (import.Source == RegisterSource.File || sirens.Contains(import.Siren!)))
            .OrderByDescending(import => import.FinishedAt).ThenByDescending(import => import.Id).ToListAsync(cancellationToken);
        var file = imports.Find(import => import.Source == RegisterSource.File);
        var answers = imports.Where(import => import.Source == RegisterSource.Api).DistinctBy(import => import.Siren)
            .Where(answer => file is null || answer.FinishedAt > file.FinishedAt).ToList();
        // Both ways lead to one register: of each undertaking only the latest reading counts, or every aid would count twice.
        var read = answers.ToDictionary(answer => answer.Siren!, answer => answer.Id, StringComparer.Ordinal);
        List<int> ids = [.. read.Values, .. file is null ? [] : new[] { file.Id }];
        if (ids.Count == 0 || sirens.Count == 0) return new([], file, answers);
        var aids = await db.RegisteredAids.AsNoTracking().Where(aid => ids.Contains(aid.ImportId) && sirens.Contains(aid.Siren))
            .OrderBy(aid => aid.GrantedOn).ThenBy(aid => aid.Line).ToListAsync(cancellationToken);
        return new([.. aids.Where(aid => aid.ImportId == read.GetValueOrDefault(aid.Siren, file?.Id ?? 0))], file, answers);
    }
}
