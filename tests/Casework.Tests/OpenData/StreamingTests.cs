using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.OpenData;
using Iness.Casework.Seeding;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.OpenData;

/// <summary>However many grants there are, they are read while they are written.</summary>
public sealed class StreamingTests
{
    private const int Grants = 1_500;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Write_ManyGrants_ReadsTheLastAfterTheFirstHaveLeft(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var people = await db.DecisionPeopleAsync(database.Clock, "900100017");
        var last = await db.OrganisationAsync(database.Clock, "900200015", people.Applicant);
        await FillAsync(db, people, last.Id);
        await using var output = new FirstWrite(async () =>
        {
            await using var other = database.Open();
            (await other.Organisations.SingleAsync(found => found.Id == last.Id, Stop)).Name = "Renommée entre-temps";
            await other.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
        });

        await new WriteOpenGrants(db, new(database.Clock)).ExecuteAsync(output, Stop);

        var lines = Encoding.UTF8.GetString(output.Kept.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Grants + 1, lines.Length);
        Assert.Equal(Grants, lines.Skip(1).Select(line => line.Split(',')[3]).Distinct().Count());
        Assert.Contains("Renommée entre-temps", lines[^1], StringComparison.Ordinal);
    }

    private static async Task FillAsync(Casework.Persistence.InessDbContext db, DecisionPeople people, Guid last)
    {
        var model = await db.UnderReviewAsync(TimeProvider.System, people);
        var facts = await db.Filings.Where(filing => filing.ApplicationId == model.Id).Select(filing => filing.Facts).SingleAsync(Stop);
        var at = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
        List<Application> applications = [];
        List<Proposal> proposals = [];
        List<Decision> decisions = [];
        for (var i = 0; i < Grants; i++)
        {
            var application = new Application
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = i == Grants - 1 ? last : people.Organisation.Id,
                CreatedAt = at,
                CreatedOn = at.DayInParis(),
                CreatedBy = people.Applicant.Id,
                ContactId = people.Applicant.Id,
                ChangedAt = at,
                Number = $"INESS-2026-1{i:00000}",
                FiledAt = at,
            };
            foreach (var (action, role) in new[] { (FileAction.File, Role.Applicant), (FileAction.StartReview, Role.Officer), (FileAction.Propose, Role.Officer), (FileAction.Grant, Role.Signatory), (FileAction.Notify, Role.System) })
                application.Move(action, new(null, role), at);
            var proposal = new Proposal { Id = Guid.CreateVersion7(), ApplicationId = application.Id, Kind = DecisionKind.Grant, Amount = Money.Euros(2_400), BudgetYear = 2026, By = people.Officer.Id, At = at, DecidedAt = at };
            applications.Add(application);
            proposals.Add(proposal);
            decisions.Add(new()
            {
                Id = Guid.CreateVersion7(at.AddSeconds(i)),
                ApplicationId = application.Id,
                ProposalId = proposal.Id,
                Kind = DecisionKind.Grant,
                Amount = Money.Euros(2_400),
                BudgetYear = 2026,
                At = at,
                // Many of one day: the identifier tells them apart.
                On = at.AddDays(i / 400).DayInParis(),
                SignatoryId = people.Signatory.Id,
                SignatoryName = "S",
                SignatoryCapacity = "C",
                Facts = facts,
                Assessment = "{}",
                Rulings = "[]",
                Corrections = "[]",
                Regulation = "2021",
                Letter = "",
                LetterInputs = "{}",
                LetterSha256 = "",
                NotifiedAt = at,
            });
        }

        await using var transaction = await db.BeginAsync(Stop);
        var bulk = new BulkWriter(db);
        await bulk.WriteAsync(applications, Stop);
        await bulk.WriteAsync(proposals, Stop);
        await bulk.WriteAsync(decisions, Stop);
        await transaction.CommitAsync(Stop);
    }

    /// <summary>Does something when it is first written to, then keeps all.</summary>
    private sealed class FirstWrite(Func<Task> then) : MemoryStream
    {
        private bool isWritten;

        public MemoryStream Kept => this;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!isWritten)
            {
                isWritten = true;
                await then();
            }

            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
