using System.Text;
using System.Text.Json;

namespace Iness.Casework.Assessments;

/// <summary>
/// Walks a document once, remembers where it is, and notes every error with its pointer. A value of the wrong kind is noted,
/// skipped and read as absent, so that one pass reports all the errors. Nothing is allocated for a pointer until there is an error.
/// </summary>
internal ref partial struct JsonCursor
{
    private const int MaxDepth = 16;

    /// <summary>A small document made of errors must not be answered by a large one.</summary>
    private const int MaxErrors = 1000;

    private readonly List<InputError> errors;
    private readonly Frame[] path = new Frame[MaxDepth + 1];
    private Utf8JsonReader reader;
    private int depth = -1;

    public JsonCursor(ReadOnlySpan<byte> json, List<InputError> errors)
    {
        this.errors = errors;
        reader = new(json, new JsonReaderOptions { MaxDepth = MaxDepth });
    }

    /// <summary>Whether the value at hand is null, which is the same as absent.</summary>
    public readonly bool IsNull => reader.TokenType == JsonTokenType.Null;

    /// <summary>Moves onto the root value.</summary>
    public void Start() => reader.Read();

    /// <summary>Makes sure that nothing follows the root value.</summary>
    /// <exception cref="JsonException">Something does.</exception>
    public void End()
    {
        while (reader.Read())
        {
        }
    }

    /// <summary>Enters an object; false for null, and for anything else after noting the error.</summary>
    public bool EnterObject()
    {
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            path[++depth] = new() { Index = -1 };
            return true;
        }

        if (reader.TokenType != JsonTokenType.Null) Refuse("un objet est attendu.");
        return false;
    }

    /// <summary>Moves onto the value of the next known member; false at the end of the object. Unknown and repeated members are noted.</summary>
    public bool NextMember(PropertyNames names, out int member)
    {
        ref var frame = ref path[depth];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            member = names.Find(ref reader, frame.Hint);
            if (member < 0)
            {
                NoteUnknownMember(names);
                continue;
            }

            frame.Name = names[member];
            frame.Hint = member + 1;
            reader.Read();
            var bit = 1 << member;
            if ((frame.Seen & bit) == 0)
            {
                frame.Seen |= bit;
                return true;
            }

            Refuse("cette propriété est donnée deux fois.");
        }

        depth--;
        member = -1;
        return false;
    }

    /// <summary>Enters a list; false for null, and for anything else after noting the error.</summary>
    public bool EnterList()
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            path[++depth] = new() { Index = -1 };
            return true;
        }

        if (reader.TokenType != JsonTokenType.Null) Refuse("une liste est attendue.");
        return false;
    }

    /// <summary>Moves onto the next item of a list; false at its end.</summary>
    public bool NextItem()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            depth--;
            return false;
        }

        path[depth].Index++;
        return true;
    }

    /// <summary>Notes an error on the value at hand.</summary>
    public readonly void Note(string message) => Add(Pointer(), message);

    /// <summary>Notes an error on a member of the object at hand, which may be absent.</summary>
    public readonly void NoteMember(string member, string message) => Add($"{Pointer()}/{member}", message);

    /// <summary>Notes an error on a value that must not be null; anything else of the wrong kind has been noted already.</summary>
    public readonly void NoteUnlessNoted(string message)
    {
        if (IsNull) Note(message);
    }

    /// <summary>Notes an error and skips the value.</summary>
    public void Refuse(string message)
    {
        Note(message);
        reader.Skip();
    }

    private readonly void Add(string pointer, string message)
    {
        if (errors.Count < MaxErrors) errors.Add(new(pointer, message));
        else if (errors.Count == MaxErrors) errors.Add(new("", $"plus de {MaxErrors} erreurs : seules les premières sont citées."));
    }

    private void NoteUnknownMember(PropertyNames names)
    {
        path[depth].Name = null;
        var name = reader.GetString()!;
        NoteMember(Escape(name.Length <= 100 ? name : name[..100]), $"propriété inconnue ; propriétés acceptées : {names.Listed}.");
        reader.Read();
        reader.Skip();
    }

    private readonly string Pointer()
    {
        var pointer = new StringBuilder();
        for (var i = 0; i <= depth; i++)
        {
            if (path[i].Name is { } name) pointer.Append('/').Append(name);
            else if (path[i].Index >= 0) pointer.Append('/').Append(path[i].Index);
        }

        return pointer.ToString();
    }

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private struct Frame
    {
        public string? Name;
        public int Index;
        public int Seen;
        public int Hint;
    }
}
