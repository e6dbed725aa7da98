using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Requirements;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.Web.Applying;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Demo;

/// <summary>Does, for the demonstration, what its invented people do: one call, one use case, refused only by a mistake in the story.</summary>
internal sealed partial class DemoDesk(IServiceProvider past, IReadOnlyDictionary<string, Actor> people, DemoClock clock, CancellationToken stop)
{
    private readonly Dictionary<int, Guid> files = [];
    private readonly Dictionary<string, Guid> batches = [];

    private DateOnly Today => clock.GetUtcNow().UtcDateTime.DayInParis();

    /// <summary>Opens the organisation and its draft.</summary>
    public Task StartAsync(DemoStory story) => WithAsync(async services =>
    {
        var db = services.GetRequiredService<InessDbContext>();
        var (who, now) = (people[story.Applicant], clock.GetUtcNow().UtcDateTime);
        // Invented: the register is not to be asked about it.
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Siren = SirenOf(story.Rank), Name = story.Organisation, CreatedAt = now, RegisterFetchedAt = now };
        organisation.Memberships.Add(new() { Id = Guid.CreateVersion7(now), OrganisationId = organisation.Id, AccountId = who.AccountId!.Value, JoinedAt = now });
        db.Add(organisation);
        await db.CommitAsync(new(Actor.System, "DemoPrepared", Act.Organisation(organisation.Id)), stop);
        files[story.Rank] = Done(await services.GetRequiredService<StartApplication>().ExecuteAsync(organisation.Id, who, story.Answers(Today), stop));
    });

    /// <summary>Files it, with its quote.</summary>
    public async Task FileAsync(DemoStory story)
    {
        var id = files[story.Rank];
        await AttachAsync(story, DocumentKind.Quote, "a001", "devis.pdf", $"Devis : {story.Costs[0].Label}", $"Montant hors taxes : {story.Costs[0].Euros} euros");
        await AttachAsync(story, DocumentKind.Statutes, null, "statuts.pdf", "Statuts (document fictif)");
        await DoAsync<FileApplication>(async (file, db) => (
            await file.ExecuteAsync(id, people[story.Applicant], await db.Applications.Where(found => found.Id == id).Select(found => found.AnswersRevision).SingleAsync(stop), FilingFacts.Read, stop)).Plain());
    }

    /// <summary>Adds a document.</summary>
    public Task AttachAsync(DemoStory story, DocumentKind kind, string? cost, string name, params string[] lines) => DoAsync<AddDocument>(async (add, _) =>
        (await add.ExecuteAsync(files[story.Rank], new(kind, cost, name, DemoPdf.Of([story.Organisation, .. lines])), people[story.Applicant], stop)).Plain());

    /// <summary>The applicant writes.</summary>
    public Task AnswerAsync(int rank, string applicant, string body) =>
        WriteAsync<SendMessage>(rank, async (send, file) => (await send.ExecuteAsync(file.Id, people[applicant], body, [], stop)).Plain());

    /// <summary>The applicant says that all was sent, or that the rest cannot be.</summary>
    public Task SentAsync(int rank, string applicant) => WriteAsync<AnswerMissingItems>(rank, (answer, file) => answer.ExecuteAsync(file.Id, people[applicant], true, stop));

    /// <summary>Withdraws it.</summary>
    public Task WithdrawAsync(int rank, string applicant, string reason) => WriteAsync<WithdrawApplication>(rank, (withdraw, file) => withdraw.ExecuteAsync(file.Id, people[applicant], reason, stop));

    /// <summary>The applicant opens the decision.</summary>
    public Task ReadAsync(int rank, string applicant) => DoAsync<ReadDecision>(async (read, _) => (await read.ExecuteAsync(files[rank], people[applicant], stop)).Plain());

    private static Guid Done(Outcome<Guid> outcome) => outcome.IsDone ? outcome.Value : throw new InvalidOperationException(outcome.Message);

    /// <summary>A SIREN of none: its last digit checks the others.</summary>
    internal static string SirenOf(int rank)
    {
        var start = $"010{rank:000}00";
        return Enumerable.Range(0, 10).Select(last => $"{start}{last}").First(siren => Siren.TryParse(siren, out _));
    }

    private Task<int> VersionAsync(InessDbContext db, string batch) => db.DecisionBatches.Where(found => found.Id == batches[batch]).Select(found => found.Version).SingleAsync(stop);

    private Task<Application> FileAsync(InessDbContext db, int rank) => db.Applications.AsNoTracking().SingleAsync(found => found.Id == files[rank], stop);

    private Task WriteAsync<T>(int rank, Func<T, Application, Task<Outcome>> write)
        where T : notnull => DoAsync<T>(async (useCase, db) => await write(useCase, await FileAsync(db, rank)));

    private Task DoAsync<T>(Func<T, InessDbContext, Task<Outcome>> write)
        where T : notnull => WithAsync(async services =>
        {
            var outcome = await write(services.GetRequiredService<T>(), services.GetRequiredService<InessDbContext>());
            if (!outcome.IsDone) throw new InvalidOperationException($"{typeof(T).Name}: {outcome.Message ?? "not found"}");
        });

    private async Task WithAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = past.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}

/// <summary>An outcome without what it gives.</summary>
internal static class PlainOutcome
{
    public static Outcome Plain<T>(this Outcome<T> outcome) => outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusal!.Value, outcome.Message!);
}
