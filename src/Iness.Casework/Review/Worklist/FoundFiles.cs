using System.Text.RegularExpressions;
using Iness.Casework.Applications;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>
/// What the words searched find. Rare words are looked up first, in the index of words, and the list is made of what they found; words
/// that very many files hold are looked for along the list, where they are soon met.
/// </summary>
/// <param name="Words">The words, as searches compare them, those of one or two letters after the space before them; none when nothing is searched.</param>
/// <param name="Ids">The files found; null when the words are in too many.</param>
internal sealed partial record FoundFiles(IReadOnlyList<string> Words, IReadOnlyList<Guid>? Ids)
{
    /// <summary>How many files make a word common.</summary>
    public const int Common = 2000;

    private const int MostWords = 8;

    // A part of a text is indexed by three characters at least.
    private const int ShortestIndexed = 3;

    public static async Task<FoundFiles> FindAsync(InessDbContext db, string? typed, CancellationToken cancellationToken)
    {
        var words = WordsOf(typed);
        var indexed = words.Where(word => word.Length >= ShortestIndexed).ToList();
        if (indexed.Count == 0) return new(words, null);
        var query = db is SqliteInessDbContext ? InSqlite(db, indexed) : indexed.Aggregate(db.Listings.AsQueryable(), Holding).Select(listing => listing.ApplicationId);
        var found = await query.Take(Common + 1).ToListAsync(cancellationToken);
        return new(words, found.Count > Common ? null : found);
    }

    /// <summary>Those that hold a word.</summary>
    public static IQueryable<FileListing> Holding(IQueryable<FileListing> listings, string word) => listings.Where(listing => listing.Search.Contains(word));

    /// <summary>The words; a number is one word, however it was spaced.</summary>
    internal static IReadOnlyList<string> WordsOf(string? typed)
    {
        var plain = FileListings.SearchOf(typed);
        if (plain.Length == 0) return [];
        if (FileNumber().IsMatch(plain)) return [plain];
        if (plain.All(c => char.IsAsciiDigit(c) || c == ' ') && plain.Replace(" ", "", StringComparison.Ordinal) is { Length: 9 or 14 } number) return [number];
        return [.. plain.Split(' ').Distinct().OrderByDescending(word => word.Length).Take(MostWords).Select(Sought)];
    }

    // Two letters are in the midst of nearly every word: they are sought where a word begins, which the index of three characters knows.
    private static string Sought(string word) => word.Length < ShortestIndexed ? $" {word}" : word;

    private static IQueryable<Guid> InSqlite(InessDbContext db, IEnumerable<string> words)
    {
        // Words hold letters, digits and a space before short ones: nothing in them means anything to FTS5 between quotes.
        var match = string.Join(' ', words.Select(word => $"\"{word}\""));
        return db.Database.SqlQuery<Guid>($"""
            SELECT keys."ApplicationId" AS "Value" FROM "FileSearch" AS found CROSS JOIN "FileSearchKeys" AS keys ON keys."Key" = found."rowid" WHERE found."Search" MATCH {match}
            """);
    }

    [GeneratedRegex("^iness [0-9]{4} [0-9]{1,6}$")]
    private static partial Regex FileNumber();
}
