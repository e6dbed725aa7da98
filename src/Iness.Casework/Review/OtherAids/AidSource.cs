namespace Iness.Casework.Review.OtherAids;

/// <summary>Where a de minimis aid is known from, the surest last.</summary>
public enum AidSource
{
    /// <summary>The applicant's declaration.</summary>
    Declaration,

    /// <summary>The national register.</summary>
    Register,

    /// <summary>A grant of our own, notified.</summary>
    OwnGrant,
}
