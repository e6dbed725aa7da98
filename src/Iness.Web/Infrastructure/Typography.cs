using Iness.Casework.Letters;

namespace Iness.Web.Infrastructure;

/// <summary>Sets a plain French sentence as a page prints it, in the same way as the letters.</summary>
public static class Typography
{
    /// <summary>The same sentence, ready to be drawn.</summary>
    public static string French(string? text) => FrenchTypography.Set(text);
}
