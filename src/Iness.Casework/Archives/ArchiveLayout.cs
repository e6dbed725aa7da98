using System.Globalization;
using System.Text;

namespace Iness.Casework.Archives;

/// <summary>Where things stand in the archive of a file: a bag (BagIt 1.0, RFC 8493) with one folder, named after the file. docs/archive.md describes it.</summary>
internal static class ArchiveLayout
{
    public const string Declaration = "bagit.txt";
    public const string Description = "bag-info.txt";
    public const string Manifest = "manifest-sha256.txt";
    public const string TagManifest = "tagmanifest-sha256.txt";
    public const string Payload = "data/";
    public const string Documents = Payload + "documents/";
    public const string Texts = Payload + "textes/";
    public const string Tables = Payload + "donnees/";
    public const string People = Tables + "people.json";
    public const string Organisation = Tables + "organisation.json";
    public const string Log = Payload + "journal.ndjson";

    /// <summary>The first file of every bag, to the letter.</summary>
    public const string DeclarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /// <summary>The files that are not of the payload, but for the list of their digests.</summary>
    public static readonly string[] Tags = [Declaration, Description, Manifest];

    /// <summary>The line of the description that says which file it is of.</summary>
    public static string IdentifierOf(string number) => $"External-Identifier: {number}";

    public static string DescriptionText(string number, DateOnly day, IReadOnlyCollection<ArchivePart> payload) => string.Create(CultureInfo.InvariantCulture,
        $"Source-Organization: Région Hauts-de-France\n{IdentifierOf(number)}\nBagging-Date: {day:yyyy-MM-dd}\nPayload-Oxum: {payload.Sum(part => part.Length)}.{payload.Count}\n");

    /// <summary>The digests of some parts, one a line, in the order of their paths.</summary>
    public static string ManifestText(IEnumerable<ArchivePart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts.OrderBy(part => part.Path, StringComparer.Ordinal)) text.Append(part.Sha256).Append("  ").Append(part.Path).Append('\n');
        return text.ToString();
    }
}
