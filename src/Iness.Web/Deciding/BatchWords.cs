using Iness.Casework.Decisions;

namespace Iness.Web.Deciding;

/// <summary>Where a batch stands, in words.</summary>
public static class BatchWords
{
    /// <summary>Where it stands.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="count">Its files.</param>
    /// <param name="decided">Those of them that are decided.</param>
    public static string State(DecisionBatch batch, int count, int decided)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch switch
        {
            { EndedAt: not null } when decided == 0 => "aucun dossier décidé",
            { EndedAt: not null } when decided < count => "décidé en partie",
            { EndedAt: not null } => "décidé",
            { StartedAt: not null } => "en cours de décision",
            { SentAt: not null } => "transmis au signataire",
            _ => "en préparation",
        };
    }
}
