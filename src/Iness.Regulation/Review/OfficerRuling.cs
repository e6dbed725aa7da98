namespace Iness.Regulation.Review;

/// <summary>What an officer rules on a provision, in words and in law the officer's own; the machine's finding stands beside it.</summary>
/// <param name="Provision">Id of the provision, such as « EXC-3 »; for a beneficiary, « BEN » whatever the door.</param>
/// <param name="IsMet">Whether it is met.</param>
/// <param name="Reason">Why, in French.</param>
public sealed record OfficerRuling(string Provision, bool IsMet, string Reason)
{
    private const string Beneficiary = "BEN";

    /// <summary>The name under which a provision is ruled on: the four doors of a beneficiary are one question.</summary>
    public static string KeyOf(Provision provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        return KeyOf(provision.Id);
    }

    /// <summary>The same, of the id of a provision.</summary>
    public static string KeyOf(string provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        return provision.StartsWith(Beneficiary, StringComparison.Ordinal) ? Beneficiary : provision;
    }
}
