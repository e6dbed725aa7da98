using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Letters;
using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Web.Demo;

/// <summary>The demonstration's applications, made by the use cases that people's own are made by, some days ago.</summary>
internal sealed class DemoApplications(InessDbContext db, TimeProvider time, IOptions<ServiceInCharge> service, IConfiguration configuration)
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(24);
    private static readonly TimeSpan LastWeek = TimeSpan.FromDays(6);

    private readonly PortalAddress portal = configuration.DemoAddress();

    /// <summary>Adds them, unless their organisations are already there.</summary>
    public async Task AddAsync(Account applicant, Account officer, CancellationToken cancellationToken)
    {
        var who = new Actor(applicant.Id, applicant.Role);
        var today = time.Instant().DayInParis();
        if (await OrganisationAsync("010001006", "Les Paniers de la Deûle", applicant, cancellationToken) is { } grocer)
        {
            await StartAsync(grocer, who, DemoAnswers.Shop(today), LastWeek, cancellationToken);
            var incomplete = await FileAsync(grocer, who, DemoAnswers.Deliveries(today), LongAgo, cancellationToken);
            await AskForMoreAsync(incomplete, new(officer.Id, officer.Role), LastWeek, cancellationToken);
        }

        if (await OrganisationAsync("010002004", "L’Atelier des Hortillons", applicant, cancellationToken) is { } workshop)
        {
            await FileAsync(workshop, who, DemoAnswers.Members(today), LastWeek, cancellationToken);
            await StartAsync(workshop, who, [], TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>A new organisation; null when it is there.</summary>
    private async Task<Guid?> OrganisationAsync(string siren, string name, Account member, CancellationToken cancellationToken)
    {
        if (await db.Organisations.AnyAsync(found => found.Siren == siren, cancellationToken)) return null;
        var now = time.Instant() - LongAgo;
        // Invented: the register is not to be asked about it.
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Siren = siren, Name = name, CreatedAt = now, RegisterFetchedAt = now };
        organisation.Memberships.Add(new() { Id = Guid.CreateVersion7(now), OrganisationId = organisation.Id, AccountId = member.Id, JoinedAt = now });
        db.Add(organisation);
        await db.CommitAsync(new(Actor.System, "DemoPrepared", Act.Organisation(organisation.Id)), cancellationToken);
        return organisation.Id;
    }

    private async Task<Guid> StartAsync(Guid organisation, Actor who, KnownAnswer[] answers, TimeSpan ago, CancellationToken cancellationToken) =>
        (await new StartApplication(db, new EarlierClock(time, ago)).ExecuteAsync(organisation, who, answers, cancellationToken)).Value;

    private async Task<Guid> FileAsync(Guid organisation, Actor who, KnownAnswer[] answers, TimeSpan ago, CancellationToken cancellationToken)
    {
        var id = await StartAsync(organisation, who, answers, ago, cancellationToken);
        var filed = await new FileApplication(db, new EarlierClock(time, ago), service, portal).ExecuteAsync(id, who, revision: 0, FilingFacts.Read, cancellationToken);
        return filed.IsDone ? id : throw new InvalidOperationException($"The demonstration's application could not be filed: {filed.Message}");
    }

    private async Task AskForMoreAsync(Guid id, Actor officer, TimeSpan ago, CancellationToken cancellationToken)
    {
        var at = time.Instant() - ago;
        var application = await db.Applications.SingleAsync(found => found.Id == id, cancellationToken);
        if (application.Move(FileAction.RequestMissingItems, officer, at) is { IsDone: false } refused)
            throw new InvalidOperationException($"The demonstration's application could not be sent back: {refused.Message}");
        var request = Guid.CreateVersion7(at);
        db.Add(new MissingItemsRequest
        {
            Id = request,
            ApplicationId = id,
            SentAt = at,
            SentBy = officer.AccountId!.Value,
            DueOn = at.DayInParis().AddDays(21),
            Note = "Bonjour, il manque ces éléments pour instruire votre demande.",
            Items =
            [
                new() { Id = Guid.CreateVersion7(at), RequestId = request, Section = "projet", Label = "Précisez combien de livraisons vous faites par semaine." },
                new() { Id = Guid.CreateVersion7(at), RequestId = request, Section = "financement", Label = "Vérifiez le montant de vos fonds propres." },
            ],
        });
        await db.CommitAsync(new(officer, "MissingItemsRequested", Act.Application(id)), cancellationToken);
    }

    /// <summary>A clock that is late.</summary>
    private sealed class EarlierClock(TimeProvider time, TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() - by;
    }
}
