using Iness.Casework.Persistence;

namespace Iness.Casework.Decisions;

/// <summary>What batches hold, and what may go into one.</summary>
public static class BatchQueries
{
    /// <summary>Checked proposals that wait in no batch, or that their batch could not decide.</summary>
    public static IQueryable<Proposal> ReadyForBatch(this InessDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Proposals.Standing().Where(proposal => proposal.CheckedBy != null && (proposal.BatchId == null || proposal.Failure != null));
    }

    /// <summary>The proposals of a batch with what a list shows of their files, by number.</summary>
    public static IQueryable<BatchLine> BatchLines(this InessDbContext db, Guid batchId)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Lines(db.Proposals.Where(proposal => proposal.BatchId == batchId));
    }

    /// <summary>Proposals with what a list shows of their files, by number.</summary>
    public static IQueryable<BatchLine> Lines(this InessDbContext db, IQueryable<Proposal> proposals)
    {
        ArgumentNullException.ThrowIfNull(db);
        return proposals.Join(db.Applications, proposal => proposal.ApplicationId, application => application.Id, (proposal, application) => new { proposal, application })
            .OrderBy(pair => pair.application.Number)
            .Select(pair => new BatchLine
            {
                Id = pair.proposal.Id,
                Number = pair.application.Number!,
                Organisation = pair.application.Organisation!.Name,
                Siren = pair.application.Organisation.Siren,
                Title = pair.application.Title,
                Kind = pair.proposal.Kind,
                Amount = pair.proposal.Amount,
                BudgetYear = pair.proposal.BudgetYear,
                DecidedAt = pair.proposal.DecidedAt,
                Failure = pair.proposal.Failure,
                By = pair.proposal.By,
                CheckedBy = pair.proposal.CheckedBy,
            });
    }
}
