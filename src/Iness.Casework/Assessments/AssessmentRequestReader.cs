using System.Text.Json;
using System.Text.Unicode;
using Iness.Regulation;

namespace Iness.Casework.Assessments;

/// <summary>
/// Reads a request of the assessment contract, strictly: nothing is guessed, and all the errors are reported together, each with
/// its JSON pointer. The same reader serves the command line, the API and the simulator's links.
/// </summary>
public static class AssessmentRequestReader
{
    private static readonly PropertyNames Members = new("createdOn", "grantedOn", "undertaking", "project", "history");
    private static readonly PropertyNames ProjectMembers = new("costs");

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one request.</summary>
    /// <param name="json">UTF-8; a byte order mark is accepted.</param>
    /// <param name="errors">Receives every error.</param>
    /// <returns>The request; null when there is at least one error.</returns>
    public static AssessmentRequest? Read(ReadOnlySpan<byte> json, List<InputError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (json.StartsWith(ByteOrderMark)) json = json[3..];
        if (!Utf8.IsValid(json))
        {
            errors.Add(new("", "encodage illisible : UTF-8 est attendu."));
            return null;
        }

        var known = errors.Count;
        try
        {
            var cursor = new JsonCursor(json, errors);
            cursor.Start();
            var request = ReadRequest(ref cursor);
            cursor.End();
            return errors.Count == known ? request : null;
        }
        catch (JsonException exception)
        {
            // What was noted before is of little use when the document itself cannot be read.
            errors.RemoveRange(known, errors.Count - known);
            errors.Add(new("", $"JSON illisible à la ligne {exception.LineNumber + 1}, octet {exception.BytePositionInLine + 1} : {Cause(json)}"));
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: valid JSON, but no text.
            errors.RemoveRange(known, errors.Count - known);
            errors.Add(new("", "texte illisible : une séquence \\u ne désigne aucun caractère."));
        }

        return null;
    }

    private static string Cause(ReadOnlySpan<byte> json) =>
        json.Trim(" \t\r\n"u8).IsEmpty ? "le document est vide." : "syntaxe incorrecte, document coupé ou imbrication trop profonde.";

    private static AssessmentRequest? ReadRequest(ref JsonCursor cursor)
    {
        DateOnly? createdOn = null, grantedOn = null;
        Undertaking? undertaking = null;
        IReadOnlyList<CostLine>? costs = null;
        History? history = null;
        var createdOnGiven = false;

        if (!cursor.EnterObject())
        {
            cursor.NoteUnlessNoted("un objet est attendu.");
            return null;
        }

        while (cursor.NextMember(Members, out var member))
        {
            switch (member)
            {
                case 0:
                    createdOn = cursor.ReadDate(out createdOnGiven);
                    if (createdOn < SchemeParameters.Of2021.EffectiveFrom)
                        cursor.Note($"le dispositif n'existe que depuis le {French.Date(SchemeParameters.Of2021.EffectiveFrom)}.");
                    break;
                case 1: grantedOn = cursor.ReadDate(); break;
                case 2: undertaking = UndertakingReader.Read(ref cursor); break;
                case 3: costs = ReadProject(ref cursor); break;
                default: history = HistoryReader.Read(ref cursor); break;
            }
        }

        if (!createdOnGiven) cursor.NoteMember("createdOn", "cette date est obligatoire.");
        if (grantedOn < createdOn) cursor.NoteMember("grantedOn", $"cette date ne peut pas précéder createdOn ({French.Date(createdOn.Value)}).");
        return new()
        {
            CreatedOn = createdOn ?? default,
            GrantedOn = grantedOn,
            Undertaking = undertaking ?? Unknown.Undertaking,
            Costs = costs,
            History = history ?? Unknown.History,
        };
    }

    private static IReadOnlyList<CostLine>? ReadProject(ref JsonCursor cursor)
    {
        IReadOnlyList<CostLine>? costs = null;
        if (!cursor.EnterObject()) return null;
        while (cursor.NextMember(ProjectMembers, out _)) costs = CostLineReader.ReadList(ref cursor);
        return costs;
    }
}

/// <summary>What stands for an object that is absent: every fact unknown.</summary>
internal static class Unknown
{
    public static readonly Undertaking Undertaking = new();
    public static readonly Difficulty Difficulty = new();
    public static readonly History History = new();
}
