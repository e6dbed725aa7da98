using Iness.Casework.Audit;
using Iness.Casework.Persistence;

namespace Iness.Casework.Partners;

/// <summary>An address told of what happens to files.</summary>
public sealed class Webhook : IVersioned
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>Address, https.</summary>
    public required string Url { get; init; }

    /// <summary>Secret of the signatures, protected by the portal's keys.</summary>
    public required string ProtectedSecret { get; init; }

    /// <summary>Events it is told of, names separated by spaces.</summary>
    public required string Events { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid CreatedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was stopped, UTC.</summary>
    public DateTime? StoppedAt { get; set; }

    /// <inheritdoc/>
    public int Version { get; set; }
}

/// <summary>One event to deliver to one address, with its retries.</summary>
public sealed class WebhookDelivery : ITechnicalRecord
{
    /// <summary>Identifier, also in the message: one delivered twice is seen as one.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address.</summary>
    public required Guid WebhookId { get; init; }

    /// <summary>What happened.</summary>
    public required string Event { get; init; }

    /// <summary>The application; null for a test.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The change of status it tells; null for a test or another sending.</summary>
    public Guid? StatusChangeId { get; init; }

    /// <summary>What is sent, as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>The delivery it sends again; null for the first.</summary>
    public Guid? ReplayOfId { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it is next to be tried, UTC; null once delivered or given up.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>How many times it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was accepted, UTC.</summary>
    public DateTime? DeliveredAt { get; set; }

    /// <summary>When it was given up, UTC.</summary>
    public DateTime? AbandonedAt { get; set; }

    /// <summary>HTTP status of the last answer; null for none.</summary>
    public int? LastStatus { get; set; }

    /// <summary>What the last try met.</summary>
    public string? LastError { get; set; }
}
