using System.ComponentModel.DataAnnotations;

namespace Iness.Casework.Registers.DeMinimis;

/// <summary>Configuration section « DeMinimisRegister »: the tabular API of the national register. The imported file needs none of it.</summary>
public sealed class DeMinimisRegisterOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "DeMinimisRegister";

    /// <summary>True to let an officer ask it.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where the rows of the register are read, such as https://tabular-api.data.gouv.fr/api/resources/(identifier)/data/.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>How long one try may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long one page of the answer may take, all tries together.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Tries after the first.</summary>
    [Range(1, 5)]
    public int Retries { get; set; } = 2;
}
