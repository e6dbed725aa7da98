using Iness.Casework.Registers.Communes;
using Iness.Regulation;
using Sylvan.Data.Csv;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>
/// A small file of answers: a row a declaration, columns found by their name. The declaration is named by the number of the file
/// (« dossier »), or as the register names it (« identifiant_beneficiaire », « date_octroi », « montant_esb »).
/// </summary>
internal sealed record AnswerFile(IReadOnlyList<AnswerFile.Row> Rows)
{
    /// <summary>Largest file.</summary>
    public const int Largest = 1024 * 1024;

    private const int MostRows = 5_000;
    private static readonly string[] Confirmed = ["confirmee", "confirme", "acceptee", "accepte", "publiee", "publie"];
    private static readonly string[] Refused = ["refusee", "refuse", "rejetee", "rejete"];

    /// <summary>A row: what it names, what it answers, or why it cannot be read.</summary>
    internal sealed record Row(int Line, string? Number, string? Siren, DateOnly? GrantedOn, Money? Amount, RegisterAnswer? Answer, string? Wrong)
    {
        /// <summary>What it names, in words.</summary>
        public string Named => Number ?? (Siren is null ? "ligne sans dossier" : $"SIREN {Siren}, {(Amount is { } amount ? amount.ToString() : "montant absent")}, {(GrantedOn is { } day ? French.Date(day) : "date absente")}");
    }

    /// <summary>Reads it; a refusal when it is no such file.</summary>
    public static async Task<Outcome<AnswerFile>> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest) return Outcome.Refused(Refusal.Invalid, "Ce fichier est trop gros : 1 Mo au plus.");
        }

        var text = GivenText.Decode(bytes.ToArray());
        var header = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n')));
        using var reader = await CsvDataReader.CreateAsync(new StringReader(text), new() { Delimiter = header.Contains(';') ? ';' : ',', HasHeaders = false, Comment = '\0', CsvStyle = CsvStyle.Lax, BufferSize = 64 * 1024 }, cancellationToken);
        try
        {
            return await RowsAsync(reader, cancellationToken);
        }
        catch (Exception exception) when (exception is CsvRecordTooLargeException or CsvFormatException)
        {
            return Outcome.Refused(Refusal.Invalid, "Ce fichier ne peut pas être lu : un guillemet n'est jamais refermé.");
        }
    }

    private static async Task<Outcome<AnswerFile>> RowsAsync(CsvDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken)) return Outcome.Refused(Refusal.Invalid, "Ce fichier est vide.");
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < reader.RowFieldCount; i++) columns.TryAdd(reader.GetString(i).Trim(), i);
        var isNamed = columns.ContainsKey("dossier") || (columns.ContainsKey(RegisterRow.Identifier) && columns.ContainsKey(RegisterRow.NameOf(RegisterColumn.GrantedOn)) && columns.ContainsKey(RegisterRow.NameOf(RegisterColumn.Amount)));
        if (!isNamed || !columns.ContainsKey("resultat"))
            return Outcome.Refused(Refusal.Invalid, "Il manque des colonnes : « resultat », et « dossier » ou bien « identifiant_beneficiaire », « date_octroi » et « montant_esb ».");
        List<Row> rows = [];
        for (var line = 2; await reader.ReadAsync(cancellationToken); line++)
        {
            if (rows.Count == MostRows) return Outcome.Refused(Refusal.Invalid, $"Ce fichier a trop de lignes : {MostRows} au plus.");
            string? Column(string name) => columns.TryGetValue(name, out var at) && at < reader.RowFieldCount && reader.GetString(at).Trim() is { Length: > 0 } found ? found : null;
            if (reader.RowFieldCount > 1 || !reader.GetFieldSpan(0).IsWhiteSpace()) rows.Add(RowOf(line, Column));
        }

        return new AnswerFile(rows);
    }

    private static Row RowOf(int line, Func<string, string?> column)
    {
        var row = new Row(line, column("dossier")?.ToUpperInvariant(), RegisterRow.ReadSiren(column(RegisterRow.Identifier)), RegisterRow.ReadDay(column(RegisterRow.NameOf(RegisterColumn.GrantedOn))), RegisterRow.ReadAmount(column(RegisterRow.NameOf(RegisterColumn.Amount))), null, null);
        var result = PlainName.Of(column("resultat") ?? "");
        if (Confirmed.Contains(result)) return row with { Answer = new(true, column("reference"), null) };
        if (Refused.Contains(result)) return row with { Answer = new(false, null, column("motif")) };
        return row with { Wrong = result.Length == 0 ? "Le résultat n'est pas indiqué." : $"Le résultat « {result.CutTo(40)} » n'est ni « confirmée » ni « refusée »." };
    }
}
