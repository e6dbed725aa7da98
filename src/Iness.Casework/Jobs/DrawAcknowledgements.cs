using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Draws the acknowledgements that their mail had to leave without. The last filed come first: one that cannot be drawn never keeps the others waiting.</summary>
public sealed class DrawAcknowledgements(InessDbContext db, DrawAcknowledgement draw) : ITimedWork
{
    private const int Batch = 20;

    /// <inheritdoc/>
    public string Name => "draw-acknowledgements";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var filed = await db.Filings.Where(filing => filing.AcknowledgementDocumentId == null)
            .OrderByDescending(filing => filing.At).Take(Batch).Select(filing => filing.ApplicationId).ToListAsync(cancellationToken);
        var drawn = 0;
        foreach (var application in filed)
        {
            var (document, whyNot) = await draw.ExecuteAsync(application, cancellationToken);
            if (document is not null) drawn++;
            // What is true of one is true of all: the program is not there, or no longer answers.
            if (whyNot is PdfUnavailability.NotInstalled or PdfUnavailability.Timeout) return $"Dessinés : {drawn}. Les PDF ne peuvent pas être dessinés pour le moment.";
        }

        return $"Dessinés : {drawn} sur {filed.Count}.";
    }
}
