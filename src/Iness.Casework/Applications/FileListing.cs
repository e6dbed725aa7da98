using Iness.Casework.Audit;
using Iness.Regulation;

namespace Iness.Casework.Applications;

/// <summary>What the lists and searches of the Région read of a filed application, in one narrow row. It says nothing that the filing does not.</summary>
public sealed class FileListing : ITechnicalRecord
{
    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>SIRET of the establishment, when it is known.</summary>
    public string? Siret { get; set; }

    /// <summary>Department of the project's commune: 02, 59, 60, 62, 80 or another; null when unknown.</summary>
    public string? Department { get; set; }

    /// <summary>Name of that commune.</summary>
    public string? Town { get; set; }

    /// <summary>What the findings say together.</summary>
    public required OverallVerdict Verdict { get; set; }

    /// <summary>Costs retained.</summary>
    public required Money Eligible { get; set; }

    /// <summary>Aid computed.</summary>
    public required Money Aid { get; set; }

    /// <summary>Categories of its costs, each between bars: « |onlineShop|crm| ».</summary>
    public required string CostCategories { get; set; }

    /// <summary>Name, SIREN, SIRET, number, town and title in lower case without accents, as searches are made.</summary>
    public required string Search { get; set; }

    /// <summary>Longest text searched.</summary>
    public const int LongestSearch = 600;
}
