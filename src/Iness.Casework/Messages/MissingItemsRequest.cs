namespace Iness.Casework.Messages;

/// <summary>A request for missing items: the two months are suspended until all is produced (CRPA L114-5, R112-11-4).</summary>
public sealed class MissingItemsRequest
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTime SentAt { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid SentBy { get; init; }

    /// <summary>Last day to answer.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether it is about the claim for payment: it has nothing to do with the two months, it suspends the 60 days.</summary>
    public bool IsOnPayment { get; init; }

    /// <summary>A word with it.</summary>
    public string? Note { get; init; }

    /// <summary>When all was produced, or the service stopped awaiting it, UTC; null while it is awaited.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>What is asked.</summary>
    public List<MissingItem> Items { get; init; } = [];
}

/// <summary>One thing asked: a document, or an answer to mend.</summary>
public sealed class MissingItem
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Kind of the document asked; null for an answer.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>Section of the form to mend; null for a document.</summary>
    public string? Section { get; init; }

    /// <summary>What is asked, in words.</summary>
    public required string Label { get; init; }

    /// <summary>When it was produced, UTC.</summary>
    public DateTime? ProducedAt { get; set; }
}
