using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Draws the acts of recoveries as PDF. The last come first: one that cannot be drawn never keeps the others waiting.</summary>
public sealed class DrawRecoveries(InessDbContext db, DrawRecovery draw) : ITimedWork
{
    private const int Batch = 20;

    /// <inheritdoc/>
    public string Name => "draw-recoveries";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var decided = await db.Recoveries.Where(recovery => recovery.DocumentId == null && recovery.Letter != null)
            .OrderByDescending(recovery => recovery.DecidedAt).Take(Batch).Select(recovery => recovery.Id).ToListAsync(cancellationToken);
        var drawn = 0;
        foreach (var recovery in decided)
        {
            var (document, whyNot) = await draw.ExecuteAsync(recovery, cancellationToken);
            if (document is not null) drawn++;
            // What is true of one is true of all: the program is not there, or no longer answers.
            if (whyNot is PdfUnavailability.NotInstalled or PdfUnavailability.Timeout) return $"Dessinées : {drawn}. Les PDF ne peuvent pas être dessinés pour le moment.";
        }

        return $"Dessinées : {drawn} sur {decided.Count}.";
    }
}
