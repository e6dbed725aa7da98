using Iness.Casework.Decisions;

namespace Iness.Web.Deciding;

/// <summary>Where a batch stands, in words.</summary>
public static class BatchWords
{
    /// <summary>Where it stands.</summary>
    public static string State(DecisionBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch switch
        {
            { EndedAt: not null } => "décidé",
            { StartedAt: not null } => "en cours de décision",
            { SentAt: not null } => "transmis au signataire",
            _ => "en préparation",
        };
    }
}
