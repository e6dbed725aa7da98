using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Letters;

/// <summary>The editable texts as they stand.</summary>
public static class LetterTexts
{
    /// <summary>The latest version of a text; null while it is the program's.</summary>
    public static Task<LetterTextVersion?> LatestTextAsync(this InessDbContext db, DecisionKind kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var name = LetterTextBody.NameOf(kind);
        return db.LetterTexts.AsNoTracking().Where(text => text.Name == name).OrderByDescending(text => text.Number).FirstOrDefaultAsync(cancellationToken);
    }
}
