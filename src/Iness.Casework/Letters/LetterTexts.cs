using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>The editable texts as they stand.</summary>
public static class LetterTexts
{
    /// <summary>The latest version of a text; null while it is the program's.</summary>
    public static Task<LetterTextVersion?> LatestTextAsync(this InessDbContext db, EditableText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(text);
        return db.LetterTexts.AsNoTracking().Where(version => version.Name == text.Name).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>A text as it stands: its latest version, or the program's.</summary>
    public static async Task<LetterTextBody> TextAsync(this InessDbContext db, EditableText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return await db.LatestTextAsync(text, cancellationToken) is { } latest ? LetterTextBody.Parse(latest.Body) : text.Original;
    }
}
