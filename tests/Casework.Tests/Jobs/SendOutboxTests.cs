using System.Collections.Concurrent;
using Iness.Casework.Documents.Storage;
using Iness.Casework.Mail;
using Iness.Casework.Tests.Letters;
using Iness.Casework.Tests.Mail;
using Iness.TestKit;
using Iness.TestKit.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Jobs;

public sealed class SendOutboxTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_EachAnswer_IsWrittenDown(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var now = database.Clock.Instant();
        await WriteAsync(database, "oui@exemple.fr", "non@exemple.fr", "plustard@exemple.fr");
        var transport = new Transport(mail => mail.To switch
        {
            "oui@exemple.fr" => new MailAnswer.Accepted(),
            "non@exemple.fr" => new MailAnswer.RefusedForGood("550 inconnu"),
            _ => new MailAnswer.TryLater("451 occupé"),
        });

        await RunAsync(database, transport);

        var accepted = await MailAsync(database, "oui@exemple.fr");
        Assert.Equal((now, null, null), (accepted.SentAt, accepted.DueAt, accepted.LastError));
        var refused = await MailAsync(database, "non@exemple.fr");
        Assert.Equal((null, now, null, "550 inconnu"), (refused.SentAt, refused.RefusedAt, refused.DueAt, refused.LastError));
        var later = await MailAsync(database, "plustard@exemple.fr");
        Assert.Equal((1, now.AddMinutes(1), "451 occupé", null), (later.Attempts, later.DueAt, later.LastError, later.RefusedAt));
        Assert.Equal($"{later.Id:N}@region.example", transport.Sent.Single(mail => mail.To == later.To).MessageId);
    }

    [Fact]
    public async Task Run_ServerDownForDays_GivesUpWithTheReason()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await WriteAsync(database, "plustard@exemple.fr");
        var transport = new Transport(_ => new MailAnswer.TryLater("451 occupé"));

        for (var run = 0; run < RetrySchedule.Usual.Attempts + 5; run++)
        {
            await RunAsync(database, transport);
            database.Clock.Advance(RetrySchedule.Usual.Longest);
        }

        var mail = await MailAsync(database, "plustard@exemple.fr");
        Assert.Equal((RetrySchedule.Usual.Attempts, null, "451 occupé"), (mail.Attempts, mail.DueAt, mail.LastError));
        Assert.NotNull(mail.RefusedAt);
        Assert.Single(transport.Sent.Select(sent => sent.MessageId).Distinct());
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Run_TwiceAtOnce_SendsEachMailOnce(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await WriteAsync(database, [.. Enumerable.Range(1, 12).Select(number => $"p{number}@exemple.fr")]);
        var transport = new Transport(_ => new MailAnswer.Accepted());

        await Task.WhenAll(RunAsync(database, transport), RunAsync(database, transport));

        Assert.Equal(12, transport.Sent.Count);
        Assert.Equal(12, transport.Sent.Select(mail => mail.To).Distinct().Count());
    }

    [Fact]
    public async Task Run_AttachmentNotThereYet_IsWaitedForButNotForEver()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using (var db = database.Open())
        {
            db.Add(OutboxMail.For("a@exemple.fr", "A", "Votre accusé de réception", "Bonjour", database.Clock.Instant(), documentId: Guid.NewGuid()));
            await db.SaveChangesAsync(Stop);
        }

        var transport = new Transport(_ => new MailAnswer.Accepted());
        await RunAsync(database, transport);
        Assert.Empty(transport.Sent);
        database.Clock.Advance(TimeSpan.FromMinutes(15));
        await RunAsync(database, transport);

        Assert.Empty(Assert.Single(transport.Sent).Attachments);
    }

    [Fact]
    public async Task Run_RealServer_TakesTheMail()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await WriteAsync(database, "helene@exemple.fr");
        await using var services = Sender.Configured(Sender.Smtp(server.Port));

        await RunAsync(database, services.GetRequiredService<IMailTransport>());

        var received = await server.MailToAsync("helene@exemple.fr", Stop);
        var mail = await MailAsync(database, "helene@exemple.fr");
        Assert.Equal((mail.Subject, $"{mail.Id:N}@region.example"), (received.Subject, received.MessageId));
        Assert.NotNull(mail.SentAt);
    }

    private static async Task WriteAsync(TestDatabase database, params string[] addresses)
    {
        await using var db = database.Open();
        db.AddRange(addresses.Select(address => OutboxMail.For(address, "Hélène", "Votre demande", "Bonjour", database.Clock.Instant())));
        await db.SaveChangesAsync(Stop);
    }

    private static async Task RunAsync(TestDatabase database, IMailTransport transport)
    {
        await using var db = database.Open();
        var store = new FolderDocumentStore(ScratchFolder.New(), database.Clock);
        var options = Options.Create(new MailOptions { From = "Région <iness@region.example>" });
        var attachments = new MailAttachments(db, store, new(db, new SetRenderer(), store, database.Clock));
        await new SendOutbox(db, transport, store, attachments, options, database.Clock).RunAsync(Stop);
    }

    private static async Task<OutboxMail> MailAsync(TestDatabase database, string to)
    {
        await using var db = database.Open();
        return await db.Outbox.AsNoTracking().SingleAsync(mail => mail.To == to, Stop);
    }

    private sealed class Transport(Func<OutgoingMail, MailAnswer> answers) : IMailTransport
    {
        public ConcurrentQueue<OutgoingMail> Sent { get; } = new();

        public Task<MailAnswer> SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            Sent.Enqueue(mail);
            return Task.FromResult(answers(mail));
        }
    }
}
