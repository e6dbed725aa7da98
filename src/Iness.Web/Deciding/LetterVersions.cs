using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Deciding;

/// <summary>A version of an editable text.</summary>
/// <param name="Title">Which, of when, by whom.</param>
/// <param name="Introduction">Its beginning.</param>
/// <param name="Closing">Its end.</param>
public sealed record LetterVersion(string Title, string Introduction, string Closing);

/// <summary>The versions of an editable text.</summary>
public static class LetterVersions
{
    /// <summary>Reads them, the latest first, then the program's own text.</summary>
    public static async Task<IReadOnlyList<LetterVersion>> ReadAsync(InessDbContext db, EditableText text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(text);
        var versions = await db.LetterTexts.AsNoTracking().Where(version => version.Name == text.Name).OrderByDescending(version => version.Number)
            .Select(version => new { version.Number, version.At, version.Body, By = db.Users.Where(account => account.Id == version.By).Select(account => account.GivenName + " " + account.FamilyName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return
        [
            .. versions.Select(version => Of($"Version {version.Number}, du {version.At.InWords()}, par {version.By ?? "un compte fermé"}", LetterTextBody.Parse(version.Body))),
            Of("Texte d'origine", text.Original),
        ];
    }

    private static LetterVersion Of(string title, LetterTextBody body) => new(title, body.Introduction, body.Closing);
}
