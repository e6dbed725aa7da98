using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.TestKit;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Applicant;

/// <summary>A page asks the database as much for one line as for forty.</summary>
public sealed class QueryCountTests(CountedHost portal) : IClassFixture<CountedHost>
{
    private const int Most = 12;

    private static int organisations;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/demandes")]
    [InlineData("/structures")]
    [InlineData("/demandes/{draft}")]
    [InlineData("/demandes/{draft}/depenses")]
    [InlineData("/demandes/{draft}/pieces")]
    [InlineData("/demandes/{draft}/verification")]
    [InlineData("/demandes/{filed}/suivi")]
    [InlineData("/demandes/{filed}/pieces")]
    public async Task Page_OfAnApplicant_AsksTheSameForOneAndForForty(string address) =>
        Same(await CountAsync(await BusyAsync(1), address), await CountAsync(await BusyAsync(40), address));

    [Theory]
    [InlineData("/administration/messages")]
    [InlineData("/administration/taches")]
    public async Task Page_OfTheAdministrator_AsksTheSameForOneAndForForty(string address)
    {
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Alix Martin", Role.Administrator));
        var person = await portal.SignedInAsync(account);
        await MailsAsync(1);
        var few = await CountAsync((person, Guid.Empty, Guid.Empty), address);
        await MailsAsync(40);
        Same(few, await CountAsync((person, Guid.Empty, Guid.Empty), address));
    }

    [Fact]
    public async Task Page_OfAnOfficer_AsksTheSameForOneAndForForty()
    {
        var account = await portal.WithDatabaseAsync(db => db.AccountAsync(portal.Clock, "Alix Martin", Role.LeadOfficer));
        var person = await portal.SignedInAsync(account);
        await BusyAsync(1);
        var few = await CountAsync((person, Guid.Empty, Guid.Empty), "/dossiers");
        await BusyAsync(40);
        Same(few, await CountAsync((person, Guid.Empty, Guid.Empty), "/dossiers"));
    }

    private static void Same(IReadOnlyList<string> few, IReadOnlyList<string> many) =>
        Assert.True(few.Count == many.Count && many.Count is > 0 and <= Most, $"{few.Count} commands, then {many.Count}:\n{string.Join("\n\n", many)}");

    private async Task<IReadOnlyList<string>> CountAsync((Person Person, Guid Draft, Guid Filed) busy, string address)
    {
        // What is done once, for the first page of a browser, is no part of the page.
        await busy.Person.GoAsync("/reglement");
        portal.Commands.Take();
        await busy.Person.GoAsync(address.Replace("{draft}", busy.Draft.ToString(), StringComparison.Ordinal).Replace("{filed}", busy.Filed.ToString(), StringComparison.Ordinal));
        Assert.Equal(200, busy.Person.Status);
        return portal.Commands.Take();
    }

    /// <summary>Somebody with so much of everything.</summary>
    private async Task<(Person Person, Guid Draft, Guid Filed)> BusyAsync(int much)
    {
        var (account, draft, filed) = await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock);
            var answers = Enumerable.Range(0, much).SelectMany(i => new[] { ($"depenses.c{i}.libelle", $"Dépense {i}"), ($"depenses.c{i}.montant", "1000"), ($"depenses.c{i}.categorie", "Hardware") });
            Guid draft = default, filed = default;
            for (var i = 0; i < Math.Min(much, 5); i++)
            {
                var organisation = await db.OrganisationAsync(portal.Clock, $"9100{Interlocked.Increment(ref organisations):00000}", account);
                db.AddRange(Enumerable.Range(0, much).Select(_ => new Invitation
                {
                    Id = Guid.CreateVersion7(),
                    OrganisationId = organisation.Id,
                    Email = $"{Guid.NewGuid():N}@exemple.fr",
                    TokenHash = $"{Guid.NewGuid():N}",
                    InvitedBy = account.Id,
                    CreatedAt = portal.Clock.Instant(),
                    ExpiresAt = portal.Clock.Instant().AddDays(7),
                }));
                db.Add(Document(organisation.Id, null, account.Id));
                draft = await db.DraftAsync(portal.Clock, organisation, account, [.. answers]);
                filed = await db.DraftAsync(portal.Clock, organisation, account, [.. answers]);
                await FillAsync(db, organisation.Id, draft, filed, account, much);
            }

            return (account, draft, filed);
        });
        return (await portal.SignedInAsync(account), draft, filed);
    }

    private async Task FillAsync(InessDbContext db, Guid organisation, Guid draft, Guid filed, Account account, int much)
    {
        var now = portal.Clock.Instant();
        var application = await db.Applications.SingleAsync(found => found.Id == filed, Stop);
        (application.Number, application.FiledAt) = ($"INESS-2026-9{Interlocked.Increment(ref organisations):00000}", now);
        application.Move(FileAction.File, account.AsActor(), now);
        application.Move(FileAction.RequestMissingItems, new(null, Role.Officer), now);
        var request = new MissingItemsRequest { Id = Guid.CreateVersion7(), ApplicationId = filed, SentAt = now, SentBy = account.Id, DueOn = now.DayInParis().AddDays(15) };
        request.Items.AddRange(Enumerable.Range(0, much).Select(i => new MissingItem { Id = Guid.CreateVersion7(), RequestId = request.Id, DocumentKind = "Statutes", Label = $"Pièce {i}" }));
        db.Add(request);
        for (var i = 0; i < much; i++)
        {
            var message = new Message { Id = Guid.CreateVersion7(), ApplicationId = filed, AuthorId = account.Id, IsFromService = true, Body = "Bonjour", SentAt = now };
            var attached = Document(organisation, filed, account.Id);
            attached.MessageId = message.Id;
            db.AddRange(message, attached, Document(organisation, draft, account.Id), Document(organisation, filed, account.Id));
        }

        await db.CommitAsync(new(Actor.System, "TestPrepared", "test/1"), Stop);
    }

    private StoredDocument Document(Guid organisation, Guid? application, Guid account) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = organisation,
        ApplicationId = application,
        Kind = application is null ? "Mandate" : "Statutes",
        FileName = "statuts.pdf",
        MediaType = "application/pdf",
        Length = 1,
        Sha256 = new('0', 64),
        StorageKey = $"{Guid.NewGuid():N}",
        UploadedAt = portal.Clock.Instant(),
        UploadedBy = account,
    };

    private Task<int> MailsAsync(int much) => portal.WithDatabaseAsync(db =>
    {
        for (var i = 0; i < much; i++)
        {
            var refused = OutboxMail.For($"{Guid.NewGuid():N}@exemple.fr", "A", "Refusé", "Bonjour", portal.Clock.Instant());
            (refused.DueAt, refused.RefusedAt) = (null, portal.Clock.Instant());
            db.AddRange(refused, OutboxMail.For($"{Guid.NewGuid():N}@exemple.fr", "A", "En attente", "Bonjour", portal.Clock.Instant()));
        }

        return db.SaveChangesAsync(Stop);
    });
}

/// <summary>The portal, with its commands counted.</summary>
public sealed class CountedHost : PortalHost
{
    internal CommandCounter Commands { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteInessDbContext>(options => options.AddInterceptors(Commands)));
    }
}
