using System.Text;

namespace Iness.Casework;

/// <summary>Text files as people give them.</summary>
internal static class GivenText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8, with or without its mark, else Latin-1 as old spreadsheets write it.</summary>
    public static string Decode(byte[] content)
    {
        try
        {
            return Strict.GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }
}
