using System.Text.Encodings.Web;
using System.Text.Json;

namespace Iness.Casework.Payments.Liquidation;

/// <summary>A line of a return file that was not recorded.</summary>
/// <param name="Line">Its place in the file.</param>
/// <param name="FileNumber">The file it names.</param>
/// <param name="Reason">Why.</param>
public sealed record ReturnRefusal(int Line, string FileNumber, string Reason)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As a return keeps them.</summary>
    public static string Write(IEnumerable<ReturnRefusal> refusals) => JsonSerializer.Serialize(refusals, Options);

    /// <summary>Those that a return keeps.</summary>
    public static IReadOnlyList<ReturnRefusal> Read(string json) => JsonSerializer.Deserialize<ReturnRefusal[]>(json, Options) ?? [];
}
