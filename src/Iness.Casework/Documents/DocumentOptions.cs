using System.ComponentModel.DataAnnotations;

namespace Iness.Casework.Documents;

/// <summary>Configuration section « Documents ».</summary>
public sealed class DocumentOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Documents";

    /// <summary>Folder of the documents, never inside the web root; from the content root when relative.</summary>
    [Required]
    public string Folder { get; set; } = "data/documents";

    /// <summary>The most bytes a document may have: 20 Mo as a computer shows them.</summary>
    [Range(1, 1L << 30)]
    public long LargestFile { get; set; } = 20 * 1024 * 1024;

    /// <summary>Where clamd answers: « host:port » or the path of its Unix socket; null for no scanner. Its StreamMaxLength must be above <see cref="LargestFile"/>.</summary>
    public string? ClamAv { get; set; }

    /// <summary>How long a connection to clamd may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan ClamAvConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one scan may take, its sending included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:30:00")]
    public TimeSpan ClamAvScanTimeout { get; set; } = TimeSpan.FromMinutes(3);
}
