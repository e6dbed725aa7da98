using Iness.Regulation;

namespace Iness.Casework.Figures;

/// <summary>How many, and how much, under a name.</summary>
/// <param name="Key">The name: a year, a department, a category, a provision.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">How much.</param>
public sealed record Figure(string Key, long Count, Money Amount);

/// <summary>A length of time over many files, in days.</summary>
/// <param name="Median">Half of them are no longer.</param>
/// <param name="High">95 % of them are no longer.</param>
/// <param name="Count">How many files.</param>
public sealed record Duration(double Median, double High, long Count);

/// <summary>How long decisions took.</summary>
/// <param name="Total">From filing to decision.</param>
/// <param name="Own">The same, less the days when the applicant was awaited.</param>
/// <param name="Awaited">Those days.</param>
public sealed record Delays(Duration? Total, Duration? Own, Duration? Awaited);

/// <summary>What the public reads of the grants in force.</summary>
/// <param name="At">When it was counted, UTC.</param>
/// <param name="Grants">How many, and how much.</param>
/// <param name="ByYear">By year of the decision.</param>
/// <param name="ByDepartment">By department of the project.</param>
/// <param name="ByCategory">By category of cost: grants that retain some, and costs retained.</param>
/// <param name="Delays">How long decisions took.</param>
public sealed record PublicFigures(DateTime At, Figure Grants, IReadOnlyList<Figure> ByYear, IReadOnlyList<Figure> ByDepartment, IReadOnlyList<Figure> ByCategory, Delays Delays);

/// <summary>A month of an envelope.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Granted">Granted that month.</param>
/// <param name="Total">Granted since January.</param>
public sealed record EnvelopeMonth(int Month, Money Granted, Money Total);

/// <summary>The envelope of a year along its months.</summary>
/// <param name="Year">The year.</param>
/// <param name="Voted">Voted; zero for none.</param>
/// <param name="Months">The months where something was granted.</param>
public sealed record EnvelopeCurve(int Year, Money Voted, IReadOnlyList<EnvelopeMonth> Months);

/// <summary>What became of the grants.</summary>
/// <param name="Granted">Those in force.</param>
/// <param name="Claimed">Those whose payment was claimed.</param>
/// <param name="Payable">Those whose payment is validated, for the amount payable.</param>
/// <param name="Paid">Those paid, for the amount paid.</param>
public sealed record ClaimFigures(Figure Granted, Figure Claimed, Figure Payable, Figure Paid);

/// <summary>What the Région reads of a year, or of all.</summary>
/// <param name="At">When it was counted, UTC.</param>
/// <param name="Year">The year; null for all.</param>
/// <param name="Funnel">Files filed that year that came to each step, by action.</param>
/// <param name="Delays">How long the decisions on them took.</param>
/// <param name="Envelope">The envelope; null for all years.</param>
/// <param name="ByDepartment">Grants by department.</param>
/// <param name="ByCategory">Costs retained by category.</param>
/// <param name="Refusals">Refusals by provision not met.</param>
/// <param name="Refused">How many refusals.</param>
/// <param name="Claims">What became of the grants.</param>
public sealed record Dashboard(
    DateTime At, int? Year, IReadOnlyDictionary<string, long> Funnel, Delays Delays, EnvelopeCurve? Envelope, IReadOnlyList<Figure> ByDepartment, IReadOnlyList<Figure> ByCategory,
    IReadOnlyList<Figure> Refusals, long Refused, ClaimFigures Claims);
