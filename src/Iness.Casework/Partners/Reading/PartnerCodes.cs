using System.Text.Json;

namespace Iness.Casework.Partners.Reading;

/// <summary>The words of the API for what the files hold: those of the code, as the assessment contract writes its own.</summary>
public static class PartnerCodes
{
    /// <summary>The code of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value of a code; null when it is none.</summary>
    public static T? Parse<T>(string code)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == code) return value;
        }

        return null;
    }

    /// <summary>The codes of the values wanted, in order.</summary>
    public static IReadOnlyList<string> All<T>(params T[] except)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => !except.Contains(value)).Select(Of)];
}
