using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;

namespace Iness.Web.Simulation;

/// <summary>
/// Writes a simulation into a link and reads it back: version, checksum, deflated JSON, in base64url. The checksum tells a link cut
/// by a mail program from a whole one; it is no seal, and needs none: a link only holds what its reader could have typed, and the
/// strict reader of the contract checks every fact again.
/// </summary>
public static class StateLink
{
    /// <summary>Longest link parameter: browsers, mail programs and the server all carry it.</summary>
    public const int Longest = 6000;

    private const byte Version = 1;
    private const int ChecksumLength = 6;
    private const int LargestState = 128 * 1024;

    /// <summary>The parameter that carries a state.</summary>
    public static string Write(SimulationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        using var packed = new MemoryStream();
        packed.WriteByte(Version);
        packed.Write(stackalloc byte[ChecksumLength]);
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var json = new Utf8JsonWriter(deflate))
        {
            WriteState(json, state);
        }

        var bytes = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        Checksum(bytes).CopyTo(bytes[1..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a parameter back; null when it was cut, altered, is of another version, or states something impossible.</summary>
    /// <param name="link">The parameter.</param>
    /// <param name="today">No simulation is dated after it.</param>
    public static SimulationState? Read(string? link, DateOnly today)
    {
        if (string.IsNullOrEmpty(link) || link.Length > Longest || !Base64Url.IsValid(link)) return null;
        var bytes = Base64Url.DecodeFromChars(link);
        if (bytes.Length <= 1 + ChecksumLength || bytes[0] != Version || !Checksum(bytes).SequenceEqual(bytes.AsSpan(1, ChecksumLength))) return null;
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(bytes, 1 + ChecksumLength, bytes.Length - 1 - ChecksumLength), CompressionMode.Decompress);
            var state = new byte[LargestState];
            var length = deflate.ReadAtLeast(state, LargestState, throwOnEndOfStream: false);
            if (length == LargestState) return null;
            using var json = JsonDocument.Parse(state.AsMemory(0, length));
            return ReadState(json.RootElement, today);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes[(1 + ChecksumLength)..]).AsSpan(0, ChecksumLength);

    private static void WriteState(Utf8JsonWriter json, SimulationState state)
    {
        json.WriteStartObject();
        json.WriteNumber("a", state.Answered);
        if (state.GoesOn) json.WriteBoolean("g", true);
        if (state.Name is not null) json.WriteString("n", state.Name);
        if (state.Register is { } register)
        {
            json.WriteStartObject("e");
            json.WriteNumber("d", register.On.DayNumber);
            json.WriteNumber("f", (int)register.Facts);
            json.WriteNumber("w", (int)register.WorkIntegration);
            if (register.StaffBand is { } band) json.WriteString("b", band.Code);
            if (register.StaffBand?.Year is { } bandYear) json.WriteNumber("y", bandYear);
            if (register.TurnoverYear is { } year) json.WriteNumber("t", year);
            json.WriteEndObject();
        }

        json.WritePropertyName("q");
        AssessmentRequestWriter.Write(json, state.Request);
        json.WriteEndObject();
    }

    private static SimulationState? ReadState(JsonElement json, DateOnly today)
    {
        var request = AssessmentRequestReader.Read(System.Text.Encoding.UTF8.GetBytes(json.GetProperty("q").GetRawText()), []);
        var name = json.TryGetProperty("n", out var given) ? given.GetString() : null;
        if (request is null || request.CreatedOn > today || request.Costs?.Count > CostLineForm.MostLines || name?.Length > SimulationState.LongestName) return null;
        return new()
        {
            Request = request,
            Answered = json.GetProperty("a").GetInt64(),
            GoesOn = json.TryGetProperty("g", out var goesOn) && goesOn.GetBoolean(),
            Name = name,
            Register = json.TryGetProperty("e", out var evidence) ? ReadEvidence(evidence) : null,
        };
    }

    private static RegisterEvidence ReadEvidence(JsonElement json)
    {
        var day = json.GetProperty("d").GetInt32();
        if (day < DateOnly.MinValue.DayNumber || day > DateOnly.MaxValue.DayNumber) throw new FormatException("Not a day.");
        return new(DateOnly.FromDayNumber(day), (RegisterFacts)json.GetProperty("f").GetInt32())
        {
            WorkIntegration = (Approvals)json.GetProperty("w").GetInt32() & (Approvals.WorkIntegration | Approvals.Geiq),
            StaffBand = json.TryGetProperty("b", out var band) ? StaffBand.Of(band.GetString(), json.TryGetProperty("y", out var bandYear) ? bandYear.GetInt32() : null) : null,
            TurnoverYear = json.TryGetProperty("t", out var year) ? year.GetInt32() : null,
        };
    }
}
