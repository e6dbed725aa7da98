using System.ComponentModel.DataAnnotations;

namespace Iness.Casework.Registers.Companies;

/// <summary>Configuration section « CompanyRegister ».</summary>
public sealed class CompanyRegisterOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "CompanyRegister";

    /// <summary>Where the register answers.</summary>
    [Required]
    public Uri BaseAddress { get; set; } = new("https://recherche-entreprises.api.gouv.fr/");

    /// <summary>False to ask nothing: every search is then unavailable, and the questions are simply asked.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How long one try may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a person may be kept waiting, all tries together.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Tries after the first.</summary>
    [Range(1, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>How long the register is left alone once it fails too often.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Requests a second: the register allows seven for one address.</summary>
    [Range(1, 7)]
    public int RequestsPerSecond { get; set; } = 7;
}
