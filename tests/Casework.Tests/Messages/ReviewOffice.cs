using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Tests.Applications;
using Iness.Casework.Tests.Letters;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Messages;

/// <summary>A file that was filed, and the officer who reviews it.</summary>
internal sealed class ReviewOffice(FilingCounter counter, Account officer, Guid application) : IAsyncDisposable
{
    public static PortalAddress Portal { get; } = new(() => "https://iness.exemple");

    public Guid Application => application;

    public Account Officer => officer;

    public Account Author => counter.Author;

    public TestClock Clock => counter.Database.Clock;

    public SetRenderer Renderer { get; } = new();

    public string Folder { get; } = ScratchFolder.New();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ReviewOffice> OpenAsync(Engine engine)
    {
        var counter = await FilingCounter.OpenAsync(engine);
        var draft = await counter.DraftAsync();
        Assert.True((await counter.FileAsync(draft)).IsDone);
        await using var db = counter.Database.Open();
        return new(counter, await db.AccountAsync(counter.Database.Clock, "Noé Vandamme", Role.Officer), draft);
    }

    public async Task<T> DoAsync<T>(Func<InessDbContext, Task<T>> work)
    {
        await using var db = counter.Database.Open();
        return await work(db);
    }

    public Task<Application> ReadAsync() => DoAsync(db => db.Applications.AsNoTracking().SingleAsync(found => found.Id == application, Stop));

    public Task<Outcome<DateOnly>> AskAsync(DateOnly due, int version, Account? by = null, params DemandedItem[] items) => DoAsync(db => new RequestMissingItems(
            db, new(Renderer, new FolderDocumentStore(Folder, Clock), Clock), Options.Create(new ServiceInCharge()), Portal, Clock)
        .ExecuteAsync(application, (by ?? officer).AsActor(), version, new(items, due, "Bonjour.", ["12 rue des Tisserands", "59100 Roubaix"]), Stop));

    public Task<Outcome> AnswerAsync() => DoAsync(db => new AnswerMissingItems(db, Portal, Clock).ExecuteAsync(application, Author.AsActor(), withoutTheRest: true, Stop));

    public ValueTask DisposeAsync() => counter.DisposeAsync();
}
