using System.ComponentModel.DataAnnotations;

namespace Iness.Casework.Letters;

/// <summary>Configuration section « Letters ».</summary>
public sealed class LettersOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Letters";

    /// <summary>The program that draws PDFs: a name looked up in the path, or a full path.</summary>
    [Required]
    public string WeasyPrint { get; set; } = "weasyprint";

    /// <summary>How long drawing one letter may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Letters drawn at the same time.</summary>
    [Range(1, 16)]
    public int AtOnce { get; set; } = 2;
}
