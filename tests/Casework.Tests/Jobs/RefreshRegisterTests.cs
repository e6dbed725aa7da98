using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Jobs;
using Iness.Casework.Lifecycle;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Jobs;

public sealed class RefreshRegisterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_RegisterDownThenUp_WaitsThenNotesWhatDiffers(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var filed = await FiledAsync(database);
        var register = new Register();

        await RunAsync(database, register);
        await using (var db = database.Open())
            Assert.Equal(database.Clock.Instant().AddMinutes(15), (await db.Organisations.AsNoTracking().SingleAsync(Stop)).RegisterDueAt);

        database.Clock.Advance(TimeSpan.FromMinutes(15));
        register.Answer = new CompanySearch.Found([new()
        {
            Siren = Siren.TryParse("900100017", out var siren) ? siren : throw new InvalidOperationException(),
            Name = "AUTRE NOM",
            Commune = CommuneCode.Parse("59350"),
            LegalCategory = LegalCategory.Parse("5710"),
            HasCeased = true,
            FetchedAt = database.Clock.GetUtcNow(),
        }]);
        await RunAsync(database, register);

        await using var read = database.Open();
        var organisation = await read.Organisations.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((null, database.Clock.Instant(), "Les Jardins d’essai"), (organisation.RegisterDueAt, organisation.RegisterFetchedAt, organisation.Name));
        Assert.Equal("AUTRE NOM", CompanyRecordJson.Read(organisation.RegisterRecord)?.Name);
        var note = await read.AuditLog.AsNoTracking().SingleAsync(entry => entry.Action == "RegisterDiffers" && entry.Subject == Act.Application(filed), Stop);
        Assert.Contains("catégorie juridique : 9220 dans la demande, 5710 dans l'annuaire", note.Details, StringComparison.Ordinal);
        Assert.Contains("cessé son activité", note.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("commune :", note.Details, StringComparison.Ordinal);
    }

    private static async Task<Guid> FiledAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var camille = await db.AccountAsync(database.Clock);
        var organisation = await db.OrganisationAsync(database.Clock, "900100017", camille);
        organisation.RegisterDueAt = database.Clock.Instant();
        var id = await db.DraftAsync(database.Clock, organisation, camille);
        var application = await db.Applications.SingleAsync(found => found.Id == id, Stop);
        application.Move(FileAction.File, camille.AsActor(), database.Clock.Instant());
        application.FiledAt = database.Clock.Instant();
        db.Add(new Filing
        {
            ApplicationId = id,
            At = database.Clock.Instant(),
            By = camille.Id,
            Facts = """{"createdOn":"2026-11-24","undertaking":{"legalCategory":"9220","communeCode":"59350"}}""",
            Assessment = "{}",
            Answers = "{}",
            Regulation = "2026",
            Verdict = OverallVerdict.Eligible,
            Claimed = new(0),
            Eligible = new(0),
            Aid = new(0),
            Acknowledgement = "",
            RejectionOn = new(2027, 1, 24),
        });
        await db.CommitAsync(new(camille.AsActor(), "ApplicationFiled", Act.Application(id)), Stop);
        return id;
    }

    private static async Task RunAsync(TestDatabase database, ICompanyRegister register)
    {
        await using var db = database.Open();
        await new RefreshRegister(db, register, database.Clock).RunAsync(Stop);
    }

    private sealed class Register : ICompanyRegister
    {
        public CompanySearch Answer { get; set; } = new CompanySearch.Unavailable(Unavailability.Timeout);

        public Task<CompanySearch> FindAsync(CompanyNumber number, CancellationToken cancellationToken) => Task.FromResult(Answer);

        public Task<CompanySearch> SearchAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Answer);
    }
}
