using Iness.Casework.Applications;
using Iness.Casework.Archives;
using Iness.Casework.Audit;
using Iness.Casework.Control;
using Iness.Casework.Decisions;
using Iness.Casework.Documents;
using Iness.Casework.Letters;
using Iness.Casework.Organisations;
using Iness.Casework.Partners;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Payments.Preparing;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Registers.DeMinimis.Declarations;
using Iness.Casework.Review;
using Iness.Casework.Review.Worklist;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Demo;

/// <summary>
/// The demonstration's files of the Région: what happened to some fifty invented applications over the last months, done by the same use
/// cases as everybody's, in the order of time, under a clock that is set back.
/// </summary>
internal sealed partial class DemoFiles(InessDbContext db, TimeProvider time, IConfiguration configuration, ILogger<DemoFiles> log)
{
    private const string Subject = "demo/files";
    private const int MailDays = 1;

    /// <summary>Adds them, once.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        if (await db.AuditLog.AnyAsync(entry => entry.Subject == Subject, cancellationToken)) return;
        if (await db.Organisations.AnyAsync(cancellationToken))
        {
            LogHalf(log);
            return;
        }

        var now = time.GetUtcNow();
        var clock = new DemoClock(now);
        await using var past = Past(clock);
        var people = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Email!, cancellationToken);
        var desk = new DemoDesk(past, people.ToDictionary(person => person.Key.Split('@')[0], person => new Actor(person.Value.Id, person.Value.Role)), clock, cancellationToken);
        var steps = DemoStories.All.Concat(DemoGrants.All).SelectMany(story => story.All.Select(step => (story.Rank, step)))
            .Concat(DemoStories.OfTheRegion.Concat(DemoGrants.OfTheRegion).Select(step => (0, step)))
            .OrderByDescending(one => one.step.DaysAgo).ThenBy(one => one.Item1).Select(one => one.step).ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            // Each a second after the other: what happens on one day keeps its order.
            clock.Now = now.AddDays(-steps[i].DaysAgo).AddHours(-1).AddSeconds(i);
            await steps[i].Do(desk);
        }

        // Mails of long ago have long been sent: those of today do not wait behind them.
        var old = clock.Now.UtcDateTime.AddDays(-MailDays);
        await db.Outbox.Where(mail => mail.CreatedAt < old).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.SentAt, mail => mail.CreatedAt).SetProperty(mail => mail.DueAt, (DateTime?)null), cancellationToken);
        await db.NoteAsync(new(Actor.System, "DemoPrepared", Subject), cancellationToken);
    }

    // The use cases, with the clock of the past; the same database, documents and letters.
    private ServiceProvider Past(DemoClock clock) => new ServiceCollection()
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(configuration)
        .AddLogging()
        .AddSingleton(configuration.DemoAddress())
        .AddInessDatabase(configuration)
        .AddDocuments(configuration)
        .AddLetters(configuration)
        .AddApplications()
        .AddOrganisations()
        .AddReview()
        .AddWorklist()
        .AddOpinions()
        .AddDecisions()
        .AddClaims()
        .AddPaymentDesk()
        .AddRecoveries()
        .AddControl()
        .AddAidDeclarations()
        .AddArchives()
        .AddScoped<CreateAccessToken>()
        .BuildServiceProvider();

    [LoggerMessage(LogLevel.Warning, "The demonstration's database was prepared by another version, or not to its end: the files of the Région are not added. Delete it to have them.")]
    private static partial void LogHalf(ILogger log);
}
