using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Draws the letters of decisions as PDF. The last come first: one that cannot be drawn never keeps the others waiting.</summary>
public sealed class DrawDecisions(InessDbContext db, DrawDecision draw) : ITimedWork
{
    private const int Batch = 50;

    /// <inheritdoc/>
    public string Name => "draw-decisions";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var decided = await db.Decisions.Where(decision => decision.DocumentId == null && decision.NotifiedAt != null)
            .OrderByDescending(decision => decision.At).Take(Batch).Select(decision => decision.Id).ToListAsync(cancellationToken);
        var drawn = 0;
        foreach (var decision in decided)
        {
            var (document, whyNot) = await draw.ExecuteAsync(decision, cancellationToken);
            if (document is not null) drawn++;
            // What is true of one is true of all: the program is not there, or no longer answers.
            if (whyNot is PdfUnavailability.NotInstalled or PdfUnavailability.Timeout) return $"Dessinées : {drawn}. Les PDF ne peuvent pas être dessinés pour le moment.";
        }

        return $"Dessinées : {drawn} sur {decided.Count}.";
    }
}
