using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Review;

/// <summary>A filed application with one cost of 4 200 €, and the officers who review it.</summary>
internal sealed class ReviewDesk(TestDatabase database, Account author, Account officer, Guid file) : IAsyncDisposable
{
    public static readonly PortalAddress Portal = new(() => "https://iness.exemple.fr");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestDatabase Database => database;

    public Account Author => author;

    public Account Officer => officer;

    public Guid File => file;

    public static async Task<ReviewDesk> OpenAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var author = await db.AccountAsync(database.Clock);
        var officer = await db.AccountAsync(database.Clock, "Dominique Lenoir", Role.Officer);
        var organisation = await db.OrganisationAsync(database.Clock, "900100017", author);
        return new(database, author, officer, await FileAsync(database, author, organisation));
    }

    /// <summary>Another application of the same organisation, or of one that it declares linked, filed now.</summary>
    public async Task<Guid> FileAnotherAsync(string? linkedSiren = null)
    {
        await using var db = database.Open();
        var own = await db.Organisations.OrderBy(found => found.CreatedAt).FirstAsync(Stop);
        if (linkedSiren is null) return await FileAsync(database, author, own);
        return await FileAsync(database, author, await db.OrganisationAsync(database.Clock, linkedSiren, author), ("entreprises-liees.l1.siren", own.Siren));
    }

    /// <summary>The version that a page shows now.</summary>
    public async Task<int> SeenAsync()
    {
        await using var db = database.Open();
        return await db.Applications.Where(found => found.Id == file).Select(found => found.Version).SingleAsync(Stop);
    }

    /// <summary>Works as a page does: with a context of its own, from what the page shows now.</summary>
    public async Task<T> WithAsync<T>(Func<InessDbContext, int, Task<T>> work)
    {
        var seen = await SeenAsync();
        await using var db = database.Open();
        return await work(db, seen);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task<Guid> FileAsync(TestDatabase database, Account author, Organisation organisation, params (string Key, string Value)[] answers)
    {
        await using var db = database.Open();
        var draft = await db.DraftAsync(database.Clock, organisation, author, [("titre", "Vendre en ligne"), ("effectif", "70"), .. answers]);
        var filed = await new FileApplication(db, database.Clock, Options.Create(new ServiceInCharge()), Portal)
            .ExecuteAsync(draft, author.AsActor(), 0, application => Facts(application.CreatedOn), Stop);
        return filed.IsDone ? draft : throw new InvalidOperationException(filed.Message);
    }

    private static FiledFacts Facts(DateOnly createdOn) => new()
    {
        Assessment = EligibilityAssessment.Assess(new()
        {
            CreatedOn = createdOn,
            Costs = [new() { Id = "c1", Label = "Boutique en ligne", Category = CostCategory.OnlineShop, Nature = CostNature.Service, Amount = Money.Euros(4200) }],
        }),
        ProjectTitle = "Vendre en ligne",
        Address = ["12 rue des Tisserands, 59100 Roubaix"],
        IsDeclared = true,
        CostLines = [new("c1", "Boutique en ligne")],
        IncompleteParts = [],
    };
}
