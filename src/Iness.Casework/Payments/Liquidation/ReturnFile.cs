using System.Text;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>
/// The return file of finance: CSV with a line of headings, commas or semicolons, in UTF-8 or Latin-1. docs/payments.md gives its columns. A
/// file whose headings cannot be read is refused whole; a line that cannot be is refused alone.
/// </summary>
public sealed class ReturnFile
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>Most lines.</summary>
    public const int MostLines = 5000;

    private const string Required = "dossier";
    private ReturnFile(IReadOnlyList<ReturnRow> rows, string? fault) => (Rows, Fault) = (rows, fault);

    /// <summary>Its lines, empty ones left aside.</summary>
    public IReadOnlyList<ReturnRow> Rows { get; }

    /// <summary>Why it cannot be read at all; null when it can.</summary>
    public string? Fault { get; }

    /// <summary>Reads it.</summary>
    public static ReturnFile Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0) return Unreadable("Ce fichier est vide.");
        if (content.Length > Largest) return Unreadable($"Ce fichier dépasse {Largest / 1024 / 1024} Mo.");
        var text = GivenText.Decode(content);
        var heading = text.Split('\n', 2)[0];
        var separator = heading.Count(c => c == ';') > heading.Count(c => c == ',') ? ';' : ',';
        if (Records(text, separator) is not { } records) return Unreadable("Ce fichier n'est pas un CSV : un guillemet n'est pas refermé.");
        if (records.Count == 0) return Unreadable("Ce fichier est vide.");
        var columns = records[0].Values.ConvertAll(name => name.Trim().ToLowerInvariant());
        if (!columns.Contains(Required)) return Unreadable($"La première ligne doit nommer les colonnes, dont « {Required} ».");
        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count) return Unreadable("Deux colonnes portent le même nom.");
        var lines = records.Skip(1).Where(record => record.Values.Exists(value => !string.IsNullOrWhiteSpace(value))).ToList();
        if (lines.Count == 0) return Unreadable("Ce fichier n'a aucune ligne sous ses titres.");
        if (lines.Count > MostLines) return Unreadable($"Ce fichier dépasse {MostLines} lignes : découpez-le.");
        return new([.. lines.Select(record => ReturnRow.Read(
            record.Line, columns.Zip(record.Values).Where(pair => pair.First.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)))], null);
    }

    private static ReturnFile Unreadable(string why) => new([], why);

    /// <summary>The records of a CSV, each with the line it starts on; null when a quote is not closed.</summary>
    private static List<(int Line, List<string> Values)>? Records(string text, char separator)
    {
        List<(int, List<string>)> records = [];
        List<string> values = [];
        var value = new StringBuilder();
        var (line, start, isQuoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (isQuoted)
            {
                if (c != '"') value.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') value.Append(text[++i]);
                else isQuoted = false;
            }
            else if (c == '"' && value.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == separator)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else if (c == '\n')
            {
                EndRecord(line);
            }
            else if (c != '\r')
            {
                value.Append(c);
            }
        }

        if (isQuoted) return null;
        if (value.Length > 0 || values.Count > 0) EndRecord(line);
        return records;

        void EndRecord(int next)
        {
            values.Add(value.ToString());
            value.Clear();
            records.Add((start, values));
            (values, start) = ([], next);
        }
    }
}
