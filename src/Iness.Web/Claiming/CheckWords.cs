using Iness.Casework.Payments.Checks;
using Iness.Regulation;

namespace Iness.Web.Claiming;

/// <summary>The checks of a claim as the beneficiary reads them: what needs attention first.</summary>
internal static class CheckWords
{
    /// <summary>A verdict, in the beneficiary's words.</summary>
    public static string InWords(Verdict verdict) => verdict switch
    {
        Verdict.Met => "En ordre",
        Verdict.NotMet => "Non retenu",
        Verdict.Unknown => "À compléter",
        _ => "Un agent vérifiera",
    };

    /// <summary>The checks that call for attention.</summary>
    public static IEnumerable<ClaimCheck> Attention(IEnumerable<ClaimCheck> checks) => checks.Where(check => check.Verdict != Verdict.Met).OrderBy(check => check.Verdict == Verdict.NotMet ? 0 : check.Verdict == Verdict.Unknown ? 1 : 2);
}
