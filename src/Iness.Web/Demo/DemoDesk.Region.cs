using Iness.Casework.Decisions;
using Iness.Casework.Messages;
using Iness.Casework.Review;
using Iness.Casework.Review.Worklist;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Demo;

/// <content>What the Région's people do.</content>
internal sealed partial class DemoDesk
{
    private static readonly Money Voted = Money.Euros(150_000);

    // Decisions are notified some minutes after they are taken.
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(10);

    /// <summary>Entrusts it to an officer.</summary>
    public Task AssignAsync(int rank, string officer) => DoAsync<AssignFiles>(async (assign, db) =>
        await assign.ExecuteAsync([new((await FileAsync(db, rank)).Number!, null)], people[officer].AccountId, people["responsable"], stop));

    /// <summary>Takes it up.</summary>
    public Task ReviewAsync(int rank, string officer) => WriteAsync<StartReview>(rank, (start, file) => start.ExecuteAsync(file.Id, file.Version, people[officer], stop));

    /// <summary>Rules on a provision.</summary>
    public Task RuleAsync(int rank, string officer, string provision, bool isMet, string reason) =>
        WriteAsync<RuleOnProvision>(rank, (rule, file) => rule.ExecuteAsync(file.Id, file.Version, new(provision, isMet, reason), people[officer], stop));

    /// <summary>Corrects a cost.</summary>
    public Task CorrectAsync(int rank, string officer, CostChange change) => WriteAsync<CorrectCost>(rank, (correct, file) => correct.ExecuteAsync(file.Id, file.Version, change, people[officer], stop));

    /// <summary>Writes a note between the Région's people.</summary>
    public Task NoteAsync(int rank, string officer, string body) => WriteAsync<AddNote>(rank, (note, file) => note.ExecuteAsync(file.Id, file.Version, body, people[officer], stop));

    /// <summary>Writes to the applicant.</summary>
    public Task WriteAsync(int rank, string officer, string body) =>
        WriteAsync<ReplyToApplicant>(rank, async (reply, file) => (await reply.ExecuteAsync(file.Id, file.Version, body, people[officer], stop)).Plain());

    /// <summary>Asks an opinion.</summary>
    public Task OpinionAsync(int rank, string officer, string name, string question) => WriteAsync<AskOpinion>(rank, (ask, file) =>
        ask.ExecuteAsync(file.Id, people[officer], new(name, $"expert@{DemoAccount.Domain}", question, new(SharedParts.Project | SharedParts.Costs, [])), stop));

    /// <summary>Asks for what is missing, within so many days.</summary>
    public Task AskAsync(int rank, string officer, int days, string? note, params DemandedItem[] items) => WriteAsync<RequestMissingItems>(rank, async (ask, file) =>
        (await ask.ExecuteAsync(file.Id, people[officer], file.Version, new(items, Today.AddDays(days), note, []), stop)).Plain());

    /// <summary>Proposes, once the year has an envelope.</summary>
    public async Task ProposeAsync(int rank, string officer, DecisionKind kind, string? note = null)
    {
        await DoAsync<SetEnvelope>(async (set, db) => await db.Envelopes.AnyAsync(envelope => envelope.Year == Today.Year, stop)
            ? Outcome.Done
            : await set.ExecuteAsync(Today.Year, Voted, 0, $"Budget primitif {Today.Year} (fictif)", people["finances"], stop));
        await WriteAsync<ProposeDecision>(rank, async (propose, file) => (await propose.ExecuteAsync(file.Id, file.Version, kind, note, people[officer], stop)).Plain());
    }

    /// <summary>Checks the proposal, or sends it back.</summary>
    public Task CheckAsync(int rank, string? sendsBackFor = null) => DoAsync<CheckProposal>(async (check, db) =>
    {
        var proposal = (await db.StandingProposalAsync(files[rank], stop))!;
        return await check.ExecuteAsync(proposal.Id, proposal.Version, sendsBackFor, people["responsable"], stop);
    });

    /// <summary>Decides it alone, and notifies it.</summary>
    public async Task DecideAsync(int rank)
    {
        Guid decision = default;
        await DoAsync<DecideFile>(async (decide, db) =>
        {
            var proposal = (await db.StandingProposalAsync(files[rank], stop))!;
            var decided = await decide.ExecuteAsync(proposal.Id, proposal.Version, people["signataire"], stop);
            if (decided.IsDone) decision = decided.Value;
            return decided.Plain();
        });
        clock.Now += Notice;
        await DoAsync<NotifyDecision>(async (notify, _) => await notify.ExecuteAsync(decision, stop));
    }

    /// <summary>Registers an appeal.</summary>
    public Task AppealAsync(int rank, string words) => DoAsync<RegisterAppeal>(async (appeal, _) => await appeal.ExecuteAsync(files[rank], Today, words, people["responsable"], stop));

    /// <summary>Opens it again.</summary>
    public Task ReopenAsync(int rank, string reason) => DoAsync<RegisterAppeal>(async (appeal, _) => await appeal.ReopenAsync(files[rank], reason, people["responsable"], stop));

    /// <summary>Gathers files into a batch.</summary>
    public Task PrepareAsync(string batch, params int[] ranks) => DoAsync<PrepareBatch>(async (prepare, db) =>
    {
        var wanted = ranks.Select(rank => files[rank]).ToList();
        var prepared = await prepare.ExecuteAsync(batch, await db.Proposals.Standing().Where(proposal => wanted.Contains(proposal.ApplicationId)).Select(proposal => proposal.Id).ToListAsync(stop), people["responsable"], stop);
        if (prepared.IsDone) batches[batch] = prepared.Value;
        return prepared.Plain();
    });

    /// <summary>Sends a batch to the signatory.</summary>
    public Task SendAsync(string batch) => DoAsync<SendBatch>(async (send, db) => await send.ExecuteAsync(batches[batch], await VersionAsync(db, batch), people["responsable"], stop));

    /// <summary>Decides a batch whole, and notifies its decisions.</summary>
    public async Task DecideBatchAsync(string batch)
    {
        await DoAsync<DecideBatch>(async (decide, db) => await decide.ExecuteAsync(batches[batch], await VersionAsync(db, batch), people["signataire"], stop));
        foreach (var work in new[] { "decide-batches", "notify-decisions" })
            await WithAsync(services => services.GetServices<Casework.Jobs.ITimedWork>().Single(found => found.Name == work).RunAsync(stop));
    }
}
