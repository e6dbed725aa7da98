using Iness.Regulation;

namespace Iness.Web.Reviewing;

/// <summary>A verdict as the Région's pages say it.</summary>
public static class VerdictWords
{
    /// <summary>Of a provision.</summary>
    public static string InFrench(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "Remplie",
        Verdict.NotMet => "Non remplie",
        Verdict.Unknown => "À préciser",
        _ => "À examiner",
    };

    /// <summary>The colour of its tag; the words say all.</summary>
    public static string Tag(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "govuk-tag--green",
        Verdict.NotMet => "govuk-tag--red",
        Verdict.Unknown => "govuk-tag--yellow",
        _ => "govuk-tag--blue",
    };

    /// <summary>Of the whole.</summary>
    public static string InFrench(this OverallVerdict verdict) => verdict switch
    {
        OverallVerdict.Eligible => "Éligible",
        OverallVerdict.Ineligible => "Non éligible",
        _ => "À trancher",
    };

    /// <summary>Of a ruling.</summary>
    public static string Ruled(bool isMet) => isMet ? "Remplie" : "Non remplie";
}
