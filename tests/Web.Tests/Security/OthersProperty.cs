using System.Text.Json;
using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Messages;
using Iness.Casework.Organisations;
using Iness.Casework.Payments.Claims;
using Iness.Casework.Persistence;
using Iness.Casework.Recoveries;
using Iness.Casework.Review;
using Iness.TestKit;
using Iness.Web.Accounts;
using Iness.Web.Tests.Applicant;
using Iness.Web.Tests.Portal;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Web.Tests.Security;

/// <summary>One of each thing that an organisation can own, and the names under which addresses and forms speak of it.</summary>
internal sealed class OthersProperty
{
    private const string Secret = "Secret de l'autre";
    private readonly PortalHost portal;

    private OthersProperty(PortalHost portal) => this.portal = portal;

    /// <summary>Values of the parameters of addresses, each under the first segment of its address.</summary>
    public Dictionary<string, IReadOnlyList<string>> InAddresses { get; } = [];

    /// <summary>Values of the identifiers of forms.</summary>
    public Dictionary<string, string> InForms { get; } = [];

    /// <summary>Values of what is no identifier in forms.</summary>
    public Dictionary<string, string> Plain { get; } = new()
    {
        ["bloc"] = "piece-other",
        ["champ"] = "titre",
        ["autre"] = "true",
        ["list"] = "depenses",
        ["revision"] = "0",
        ["verifier"] = "true",
        ["voir"] = "1",
    };

    /// <summary>Whose it all is.</summary>
    public Person Owner { get; private set; } = null!;

    /// <summary>What must never be shown.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    public static async Task<OthersProperty> CreateAsync(PortalHost portal)
    {
        var property = new OthersProperty(portal);
        await property.FillAsync();
        return property;
    }

    /// <summary>Somebody of another organisation, with a page of theirs open.</summary>
    public async Task<Person> StrangerAsync()
    {
        var stranger = await portal.SignedInAsync(await portal.WithDatabaseAsync(async db =>
        {
            var account = await db.AccountAsync(portal.Clock, "Sacha Loin");
            await db.OrganisationAsync(portal.Clock, "900900010", account);
            return account;
        }));
        await stranger.GoAsync("/demandes/nouvelle");
        return stranger;
    }

    /// <summary>All that the portal keeps, in a few numbers: any change shows in the audit log, in the mails or in the sessions.</summary>
    public Task<(long Log, int Mails, int Documents, int Parked, int Ended)> StateAsync() => portal.WithDatabaseAsync(async db => (
        (await db.AuditHead.AsNoTracking().SingleAsync()).Sequence,
        await db.Outbox.CountAsync(),
        await db.Documents.CountAsync(),
        await db.ParkedForms.CountAsync(),
        await db.Sessions.CountAsync(session => session.EndedAt != null)));

    private async Task FillAsync()
    {
        var (account, incomplete) = await portal.FiledAsync("903000011", isIncomplete: true);
        Owner = await portal.SignedInAsync(account);
        var filed = await FiledByAsync(account);
        await portal.WithDatabaseAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(found => found.Siren == "903000011");
            organisation.Name = $"{Secret} (structure)";
            var draft = await db.DraftAsync(portal.Clock, organisation, account, ("titre", $"{Secret} (projet)"), ("depenses.c1.libelle", $"{Secret} (dépense)"));
            var (given, mandate) = (await DocumentAsync(organisation.Id, draft, account.Id), await DocumentAsync(organisation.Id, null, account.Id));
            var message = new Message { Id = Guid.CreateVersion7(), ApplicationId = incomplete, AuthorId = account.Id, IsFromService = true, Body = $"{Secret} (message)", SentAt = portal.Clock.Instant() };
            var invited = new Invitation
            {
                Id = Guid.CreateVersion7(),
                OrganisationId = organisation.Id,
                Email = $"{Guid.NewGuid():N}@exemple.fr",
                TokenHash = InvitationLink.Hash("lien-de-l-autre"),
                InvitedBy = account.Id,
                CreatedAt = portal.Clock.Instant(),
                ExpiresAt = portal.Clock.Instant().AddDays(7),
            };
            var parked = Parked(account.Id);
            db.AddRange(given, mandate, message, invited, parked);
            await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Organisation(organisation.Id)), CancellationToken.None);
            var session = await db.Sessions.Where(found => found.AccountId == account.Id).Select(found => found.Id).FirstAsync();

            InAddresses["demandes/id"] = [.. new[] { draft, filed, incomplete }.Select(id => id.ToString())];
            // A granted file, with a claim and an invoice of it.
            var people = await db.DecisionPeopleAsync(portal.Clock, "903000029");
            var (notified, invoice) = await ClaimedAsync(db, people with { Applicant = account }, await db.OrganisationAsync(portal.Clock, "903000037", account));
            InAddresses["demandes/id"] = [.. InAddresses["demandes/id"], notified.ToString()];
            InAddresses["demandes/facture"] = [invoice.ToString()];
            InForms["facture"] = invoice.ToString();
            Plain["vu"] = "1";
            Plain["cle"] = "k1";
            InAddresses["demandes/slug"] = ["projet"];
            InAddresses["demandes/list"] = ["depenses"];
            InAddresses["demandes/ligne"] = ["c1"];
            InAddresses["documents/docId"] = [given.Id.ToString(), mandate.Id.ToString()];
            InAddresses["structures/id"] = [organisation.Id.ToString()];
            InAddresses["invitations/token"] = ["lien-de-l-autre"];
            InAddresses["dossiers/number"] = [(await db.Applications.Where(found => found.Id == filed).Select(found => found.Number).SingleAsync())!];
            InAddresses["lots/id"] = [Guid.CreateVersion7().ToString()];
            InAddresses["budget/year"] = ["2026"];
            InAddresses["de-minimis/declaration"] = [Guid.CreateVersion7().ToString()];
            InAddresses["administration/slug"] = ["arrete"];
            InAddresses["administration/rapport"] = [Guid.CreateVersion7().ToString()];
            InAddresses["administration/compte"] = [account.Id.ToString()];
            InAddresses["administration/webhook"] = [Guid.CreateVersion7().ToString()];
            InAddresses["api/number"] = InAddresses["dossiers/number"];
            InForms["envoi"] = Guid.CreateVersion7().ToString();
            InForms["jeton"] = Guid.CreateVersion7().ToString();
            InAddresses["reprise/id"] = [parked.Id.ToString()];
            InForms["avis"] = Guid.CreateVersion7().ToString();
            InForms["structure"] = organisation.Id.ToString();
            InForms["invitation"] = invited.Id.ToString();
            InForms["document"] = given.Id.ToString();
            var view = new SavedView { Id = Guid.CreateVersion7(), AccountId = account.Id, Name = $"{Secret} (vue)", Query = "statut=payee" };
            db.Add(view);
            await db.SaveChangesAsync();
            InForms["vue"] = view.Id.ToString();
            InForms["session"] = session.ToString();
            // The Région's pages, shut to applicants whatever they name.
            InAddresses["dossiers/number"] = [(await db.Applications.Where(found => found.Id == filed).Select(found => found.Number).SingleAsync())!];
            InAddresses["dossiers/provision"] = ["eli-3"];
            InAddresses["dossiers/line"] = ["c1"];
            InAddresses["dossiers/part"] = ["projet"];
            InAddresses["dossiers/ligne"] = ["c1"];
            InAddresses["dossiers/docId"] = [given.Id.ToString()];
            InAddresses["dossiers/invoice"] = [Guid.NewGuid().ToString()];
            InAddresses["versements/lot"] = ["LIQ-2026-0001"];
            InAddresses["versements/id"] = [Guid.NewGuid().ToString()];
            var recovery = RecoveryOf(filed, account.Id);
            db.Add(recovery);
            await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(filed)), CancellationToken.None);
            InAddresses["demandes/recovery"] = InAddresses["dossiers/recovery"] = [recovery.Id.ToString()];
            InAddresses["dossiers/control"] = InAddresses["controles/id"] = [Guid.CreateVersion7().ToString()];
            InForms["voir"] = given.Id.ToString();
            InForms["correction"] = Guid.NewGuid().ToString();
            // A mail, for those who may try it again.
            InForms["id"] = (await db.Outbox.Select(mail => mail.Id).FirstAsync()).ToString();
            Secrets = [Secret, account.Email!, invited.Email];
            return true;
        });
    }

    private async Task<(Guid Application, Guid Invoice)> ClaimedAsync(InessDbContext db, DecisionPeople people, Organisation organisation)
    {
        organisation.Name = $"{Secret} (bénéficiaire)";
        await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Organisation(organisation.Id)), CancellationToken.None);
        var file = await db.NotifiedAsync(portal.Clock, people, organisation: organisation);
        await new StartClaim(db, portal.Clock).ExecuteAsync(file.Id, people.Applicant.AsActor(), CancellationToken.None);
        var added = await portal.WithAsync<AddInvoice, Outcome<AddedInvoice>>(add => add.ExecuteAsync(
            file.Id, ClaimWorld.Electronic("FA-1", organisation, portal.Clock.Today(), portal.Clock.Today(), ($"{Secret} (ligne)", 4_000m)), people.Applicant.AsActor(), CancellationToken.None));
        return (file.Id, added.Value.Id);
    }

    /// <summary>An application filed as people file, with its acknowledgement.</summary>
    private async Task<Guid> FiledByAsync(Account account)
    {
        var draft = await portal.WithDatabaseAsync(async db => await db.DraftAsync(
            portal.Clock, await db.Organisations.SingleAsync(found => found.Siren == "903000011"), account, ("titre", $"{Secret} (projet)"), ("attestation", "oui"), ("habilitation", "oui")));
        await Owner.GoAsync($"/demandes/{draft}/verification");
        await Owner.PressAsync("Déposer la demande");
        return draft;
    }

    /// <summary>Read already: its owner's opening it again notes nothing.</summary>
    private Recovery RecoveryOf(Guid application, Guid account) => new()
    {
        Id = Guid.CreateVersion7(),
        ApplicationId = application,
        Kind = RecoveryKind.Reduction,
        Amount = Regulation.Money.Euros(100),
        Grounds = $"{Secret} (motifs)",
        OpenedBy = account,
        OpenedAt = portal.Clock.Instant(),
        HearUntil = new(2026, 12, 9),
        DecidedAt = portal.Clock.Instant(),
        NotifiedAt = portal.Clock.Instant(),
        ReadAt = portal.Clock.Instant(),
        Letter = $"<html><body>{Secret} (acte)</body></html>",
    };

    private ParkedForm Parked(Guid account)
    {
        var content = new ParkedContent(account, "/demandes/nouvelle", [new("titre", $"{Secret} (formulaire)")]);
        var seal = portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Iness.ParkedForms");
        return new() { Id = Guid.NewGuid(), Path = "/demandes/nouvelle", Payload = seal.Protect(JsonSerializer.Serialize(content)), ExpiresAt = portal.Clock.Instant().AddDays(1) };
    }

    private async Task<StoredDocument> DocumentAsync(Guid organisation, Guid? application, Guid account)
    {
        using var bytes = new MemoryStream(DocumentSender.Pdf);
        var stored = Assert.IsType<StoreAnswer.Stored>(await portal.Services.GetRequiredService<IDocumentStore>().WriteAsync(bytes, 1000, CancellationToken.None)).Content;
        return Document(organisation, application, account, stored);
    }

    private StoredDocument Document(Guid organisation, Guid? application, Guid account, StoredContent content) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganisationId = organisation,
        ApplicationId = application,
        Kind = application is null ? "Mandate" : "Other",
        FileName = $"{Secret}.pdf",
        MediaType = "application/pdf",
        Length = content.Length,
        Sha256 = content.Sha256,
        StorageKey = content.Key,
        UploadedAt = portal.Clock.Instant(),
        UploadedBy = account,
        Scan = ScanState.Clean,
    };
}
