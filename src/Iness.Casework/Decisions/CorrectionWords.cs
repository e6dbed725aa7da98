using Iness.Casework.Review;
using Iness.Regulation;

namespace Iness.Casework.Decisions;

/// <summary>A correction of a cost line in words, the same in letters and on pages.</summary>
internal static class CorrectionWords
{
    public static string InFrench(string line, CorrectionKind kind, Money? amount, string words)
    {
        var change = kind switch
        {
            CorrectionKind.Requalify => "requalifiée",
            CorrectionKind.Reduce => $"ramenée à {amount} hors taxes",
            _ => "écartée",
        };
        return $"« {line} », {change} : {words}";
    }
}
