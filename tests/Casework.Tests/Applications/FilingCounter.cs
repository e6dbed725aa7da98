using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Letters;
using Iness.Casework.Mail;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Applications;

/// <summary>An organisation and the person who files for it.</summary>
internal sealed class FilingCounter(TestDatabase database, Account author, Guid organisation) : IAsyncDisposable
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TestDatabase Database => database;

    public Account Author => author;

    public static async Task<FilingCounter> OpenAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var author = await db.AccountAsync(database.Clock);
        return new(database, author, (await db.OrganisationAsync(database.Clock, "900100017", author)).Id);
    }

    public async Task<Guid> DraftAsync(params (string Key, string Value)[] answers)
    {
        await using var db = database.Open();
        return await db.DraftAsync(database.Clock, await db.Organisations.SingleAsync(found => found.Id == organisation, Stop), author, answers);
    }

    public async Task<Outcome<string>> FileAsync(Guid draft, int revision = 0, bool isDeclared = true, Account? by = null)
    {
        await using var db = database.Open();
        var file = new FileApplication(db, database.Clock, Options.Create(new ServiceInCharge()), new PortalAddress(() => "https://iness.exemple.fr"));
        return await file.ExecuteAsync(draft, (by ?? author).AsActor(), revision, application => Nothing(application.CreatedOn) with { IsDeclared = isDeclared }, Stop);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>An application that says nothing yet.</summary>
    private static FiledFacts Nothing(DateOnly createdOn) => new()
    {
        Assessment = EligibilityAssessment.Assess(new() { CreatedOn = createdOn }),
        ProjectTitle = "Vendre en ligne",
        Address = ["12 rue des Tisserands, 59100 Roubaix"],
        IsDeclared = true,
        CostLines = [],
        IncompleteParts = [],
    };
}
