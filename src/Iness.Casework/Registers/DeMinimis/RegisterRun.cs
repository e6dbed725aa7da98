using System.Text;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>Rows in order in a temporary file, read one after the other; the file goes with it.</summary>
internal sealed class RegisterRun : IDisposable
{
    private const int None = -1;

    private readonly BinaryReader reader;
    private int left;

    private RegisterRun(Stream file, int count) => (reader, left) = (new(file, Encoding.UTF8), count);

    /// <summary>Where a row stands among the others: undertaking, day, line of the file.</summary>
    internal readonly record struct Place(string Siren, DateOnly Day, int Line) : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            string.CompareOrdinal(Siren, other.Siren) is not 0 and var bySiren ? bySiren
            : Day.CompareTo(other.Day) is not 0 and var byDay ? byDay
            : Line.CompareTo(other.Line);

        public static Place Of(RegisteredAid aid) => new(aid.Siren, aid.GrantedOn, aid.Line);
    }

    /// <summary>The row it stands at.</summary>
    public Place Current { get; private set; }

    /// <summary>Puts rows in order, and writes them.</summary>
    public static RegisterRun Write(List<RegisteredAid> aids)
    {
        aids.Sort((left, right) => Place.Of(left).CompareTo(Place.Of(right)));
        var path = Path.Combine(Path.GetTempPath(), $"iness-{Guid.NewGuid():N}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            using (var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
            {
                foreach (var aid in aids) Write(writer, aid);
            }

            file.Position = 0;
            return new(file, aids.Count);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Advance()
    {
        if (left-- <= 0) return false;
        Current = new(reader.ReadString(), DateOnly.FromDayNumber(reader.ReadInt32()), reader.ReadInt32());
        return true;
    }

    /// <summary>Takes the row it stands at, once.</summary>
    public RegisteredAid Take(int import, int line) => new()
    {
        ImportId = import,
        Line = line,
        Siren = Current.Siren,
        GrantedOn = Current.Day,
        Amount = new(reader.ReadInt64()),
        Authority = Text(),
        Operator = Text(),
        Regime = Text(),
        Instrument = Text(),
        Sector = Text(),
        Name = Text(),
        DeclaredOn = Day(),
        PublishedOn = Day(),
    };

    public void Dispose() => reader.Dispose();

    private static void Write(BinaryWriter writer, RegisteredAid aid)
    {
        writer.Write(aid.Siren);
        writer.Write(aid.GrantedOn.DayNumber);
        writer.Write(aid.Line);
        writer.Write(aid.Amount.Cents);
        // A text that is there is never empty.
        writer.Write(aid.Authority ?? "");
        writer.Write(aid.Operator ?? "");
        writer.Write(aid.Regime ?? "");
        writer.Write(aid.Instrument ?? "");
        writer.Write(aid.Sector ?? "");
        writer.Write(aid.Name ?? "");
        writer.Write(aid.DeclaredOn?.DayNumber ?? None);
        writer.Write(aid.PublishedOn?.DayNumber ?? None);
    }

    private string? Text() => reader.ReadString() is { Length: > 0 } text ? text : null;

    private DateOnly? Day() => reader.ReadInt32() is >= 0 and var day ? DateOnly.FromDayNumber(day) : null;
}
