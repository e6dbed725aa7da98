using Iness.Casework;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Messages;
using Iness.Casework.Review;
using Iness.Regulation;
using Iness.Web.Tests.Applicant;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Tests.Officer;

/// <summary>The file asks the database as much for one line, one document and one ruling as for twenty.</summary>
public sealed class FileQueryCountTests(CountedHost portal) : IClassFixture<CountedHost>
{
    private const int Most = 12;
    private const string FollowUp = "the applicant's own";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("/faits")]
    [InlineData("/pieces")]
    [InlineData("/echanges")]
    [InlineData("/dispositions/eli-3")]
    [InlineData(FollowUp)]
    public async Task Page_OfTheFile_AsksTheSameForOneAndForTwenty(string part)
    {
        var (few, many) = (await CountAsync(1, part), await CountAsync(20, part));

        Assert.True(few.Count == many.Count && many.Count is > 0 and <= Most, $"{few.Count} commands, then {many.Count}:\n{string.Join("\n\n", many)}");
    }

    private async Task<IReadOnlyList<string>> CountAsync(int much, string part)
    {
        var (applicant, id, number) = await portal.FileAsync(much);
        var (officer, _) = await portal.AgentAsync();
        await portal.WithDatabaseAsync(async db =>
        {
            var now = portal.Clock.Instant();
            var application = await db.Applications.SingleAsync(found => found.Id == id, Stop);
            for (var i = 0; i < much; i++)
            {
                var writer = (await portal.AgentAsync()).Account.Id;
                var provision = i == 0 ? "ELI-3" : $"EXC-{i}";
                db.AddRange(
                    new ProvisionRuling { Id = Guid.CreateVersion7(now), ApplicationId = id, Provision = provision, IsMet = true, Reason = "Motif", By = writer, At = now },
                    new CostCorrection { Id = Guid.CreateVersion7(now), ApplicationId = id, Line = $"c{i}", Kind = CorrectionKind.Reduce, Amount = Money.Euros(10), Ground = CorrectionGround.Other, Words = "Motif", By = writer, At = now },
                    new InternalNote { Id = Guid.CreateVersion7(now), ApplicationId = id, Body = "Note", By = writer, At = now },
                    new Message { Id = Guid.CreateVersion7(now), ApplicationId = id, AuthorId = writer, IsFromService = true, Body = "Bonjour", SentAt = now },
                    new StoredDocument
                    {
                        Id = Guid.CreateVersion7(now),
                        OrganisationId = application.OrganisationId,
                        ApplicationId = id,
                        Kind = "Statutes",
                        FileName = "statuts.pdf",
                        MediaType = "application/pdf",
                        Length = 1,
                        Sha256 = new('0', 64),
                        StorageKey = $"{Guid.NewGuid():N}",
                        UploadedAt = now,
                        UploadedBy = writer,
                    });
            }

            await db.CommitAsync(new(Actor.System, "TestPrepared", Act.Application(id)), Stop);
            return true;
        });
        var (person, address) = part == FollowUp ? (applicant, $"/demandes/{id}/suivi") : (officer, $"/dossiers/{number}{part}");
        // The first time notes that messages are read, once for all of them.
        await person.GoAsync(address);
        portal.Commands.Take();
        await person.GoAsync(address);
        Assert.Equal(200, person.Status);
        return portal.Commands.Take();
    }
}
