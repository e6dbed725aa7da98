namespace Iness.Regulation.Review;

/// <summary>What an officer changes in one cost line before the provisions are applied again.</summary>
/// <param name="Line">Id of the line.</param>
/// <param name="Category">The category it truly belongs to; null to leave it.</param>
/// <param name="Amount">The amount taken, excluding VAT; null to leave it.</param>
/// <param name="IsRefused">Whether the line is left out altogether.</param>
public sealed record LineCorrection(string Line, CostCategory? Category = null, Money? Amount = null, bool IsRefused = false)
{
    /// <summary>The same request with its lines corrected: the regulation is applied to it as to any other. A correction of a line that is not there changes nothing.</summary>
    public static AssessmentRequest Apply(AssessmentRequest request, IReadOnlyCollection<LineCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(corrections);
        if (request.Costs is not { } lines || corrections.Count == 0) return request;
        var byLine = corrections.ToLookup(correction => correction.Line, StringComparer.Ordinal);
        return request with
        {
            Costs = [.. lines.Where(line => !byLine[line.Id].Any(correction => correction.IsRefused))
                .Select(line => byLine[line.Id].Aggregate(line, (corrected, correction) => corrected with
                {
                    Category = correction.Category ?? corrected.Category,
                    Amount = correction.Amount ?? corrected.Amount,
                }))],
        };
    }
}
