using Iness.Casework.Letters;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>Draws the letters that left without their PDF. The last come first: one that cannot be drawn never keeps the others waiting.</summary>
public sealed class DrawLetters(DrawLetter draw) : ITimedWork
{
    private const int Batch = 20;

    /// <inheritdoc/>
    public string Name => "draw-letters";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var letters = await draw.Undrawn().Take(Batch).ToListAsync(cancellationToken);
        var drawn = 0;
        foreach (var letter in letters)
        {
            var whyNot = await draw.ExecuteAsync(letter, cancellationToken);
            if (whyNot is null) drawn++;
            // What is true of one is true of all: the program is not there, or no longer answers.
            if (whyNot is PdfUnavailability.NotInstalled or PdfUnavailability.Timeout) return $"Dessinés : {drawn}. Les PDF ne peuvent pas être dessinés pour le moment.";
        }

        return $"Dessinés : {drawn} sur {letters.Count}.";
    }
}
