namespace Iness.Casework.Review;

/// <summary>
/// What an officer shares of a file with whom an opinion is asked of. It stands in the link itself: the database keeps the digest of the
/// whole link, so that nobody can widen it.
/// </summary>
/// <param name="Parts">Parts of the application.</param>
/// <param name="Documents">Documents of the application.</param>
public sealed record OpinionScope(SharedParts Parts, IReadOnlyList<Guid> Documents)
{
    /// <summary>Most documents shared.</summary>
    public const int MostDocuments = 10;

    private const int IdBytes = 16;

    /// <summary>As bytes, for the link.</summary>
    internal byte[] Write() => [(byte)Parts, .. Documents.SelectMany(id => id.ToByteArray())];

    /// <summary>From the bytes of a link; null when they are no scope.</summary>
    internal static OpinionScope? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || (bytes.Length - 1) % IdBytes != 0 || (bytes.Length - 1) / IdBytes > MostDocuments) return null;
        var documents = new List<Guid>();
        for (var at = 1; at < bytes.Length; at += IdBytes) documents.Add(new(bytes.Slice(at, IdBytes)));
        return new((SharedParts)bytes[0], documents);
    }
}

/// <summary>The parts of an application that may be shared.</summary>
[Flags]
public enum SharedParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Le nom de la structure.</summary>
    Organisation = 1,

    /// <summary>Le projet.</summary>
    Project = 2,

    /// <summary>Les dépenses.</summary>
    Costs = 4,

    /// <summary>Le plan de financement.</summary>
    Funding = 8,
}

/// <summary>Their French names.</summary>
public static class SharedPartsWords
{
    /// <summary>The parts, in the order in which they are read.</summary>
    public static IReadOnlyList<(SharedParts Part, string Name)> All { get; } =
    [
        (SharedParts.Organisation, "le nom de la structure"),
        (SharedParts.Project, "le projet"),
        (SharedParts.Costs, "les dépenses"),
        (SharedParts.Funding, "le plan de financement"),
    ];

    private const string Start = "Éléments communiqués : ";

    /// <summary>The question of an opinion, and the sentence that tells what is shared, written after it for whoever reads the file; null for none.</summary>
    public static (string Question, string? Shared) Split(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var at = question.LastIndexOf($"\n\n{Start}", StringComparison.Ordinal);
        return at < 0 ? (question, null) : (question[..at], question[(at + 2)..]);
    }

    /// <summary>What is shared, in one sentence.</summary>
    public static string InFrench(SharedParts parts, IEnumerable<string> documents)
    {
        string[] names = [.. All.Where(one => parts.HasFlag(one.Part)).Select(one => one.Name), .. documents.Select(name => $"la pièce « {name} »")];
        return $"{Start}{(names.Length == 0 ? "aucun" : string.Join(" ; ", names))}.";
    }
}
