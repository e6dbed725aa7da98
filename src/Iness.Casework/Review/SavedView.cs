using Iness.Casework.Audit;

namespace Iness.Casework.Review;

/// <summary>A search of the work list that a person keeps under a name.</summary>
public sealed class SavedView : ITechnicalRecord
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The query string of the list.</summary>
    public required string Query { get; set; }
}
