using System.Text;
using System.Text.Json;
using Iness.Casework.Lifecycle;
using Iness.Casework.Partners;
using Iness.Casework.Partners.Reading;
using Iness.Casework.Registers.Companies;
using Iness.Casework.Tests.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Partners;

/// <summary>Programs read each filed application once, in the order of filing, and nothing that names a person.</summary>
public sealed class ReadApplicationsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Page_AfterPage_GivesEachOnce(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        List<string> filed = [];
        for (var i = 0; i < 5; i++)
        {
            filed.Add((await desk.FileAsync()).Number!);
            // Some at the same instant.
            if (i % 2 == 0) desk.Database.Clock.Advance(TimeSpan.FromHours(1));
        }

        List<string> read = [];
        ApplicationsCursor? after = null;
        do
        {
            var page = await PageAsync(desk, new(), after, 2);
            read.AddRange(page.Rows.Select(row => row.Number));
            after = page.Next is { } next ? ApplicationsCursor.Parse(next.ToString()) : null;
            // What is filed meanwhile comes at the end.
            if (read.Count == 2) filed.Add((await desk.FileAsync()).Number!);
        }
        while (after is not null);

        Assert.Equal(filed.Order(), read.Order());
        Assert.Equal(read.Distinct().Count(), read.Count);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Filter_EachPart_KeepsWhatItSays(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var decided = await desk.CheckedAsync();
        var first = (await PageAsync(desk, new(), null, 10)).Rows.Single().Number;
        desk.Database.Clock.Advance(TimeSpan.FromDays(10));
        var second = (await desk.FileAsync(DecisionWorld.TooLarge)).Number!;
        var since = desk.Database.Clock.Instant().AddMinutes(1);
        desk.Database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await desk.DecideAsync(decided)).IsDone);

        Assert.Equal([first], await NumbersAsync(desk, new() { Statuses = [FileStatus.Granted] }));
        Assert.Equal([first, second], await NumbersAsync(desk, new() { Statuses = [FileStatus.Granted, FileStatus.UnderReview] }));
        Assert.Equal([first, second], await NumbersAsync(desk, new() { Department = "59" }));
        Assert.Empty(await NumbersAsync(desk, new() { Department = "80" }));
        Assert.Equal([second], await NumbersAsync(desk, new() { Verdict = OverallVerdict.Ineligible }));
        Assert.Equal([second], await NumbersAsync(desk, new() { FiledFrom = new(2026, 11, 25) }));
        Assert.Equal([first], await NumbersAsync(desk, new() { FiledUntil = new(2026, 11, 24) }));
        Assert.Equal([first], await NumbersAsync(desk, new() { ChangedSince = since.AddMinutes(15) }));
        // What was stamped a quarter of an hour before may have been seen by nobody yet.
        Assert.Equal([first, second], await NumbersAsync(desk, new() { ChangedSince = since }));
        Assert.Equal([first], await NumbersAsync(desk, new() { IsDecided = true }));
        Assert.Equal([second], await NumbersAsync(desk, new() { IsDecided = false }));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task One_Decided_TellsItsDecisionAndStepsAsTheScopesAllow(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        Assert.True((await desk.DecideAsync(await desk.CheckedAsync())).IsDone);
        var number = (await PageAsync(desk, new(), null, 10)).Rows.Single().Number;

        var all = await OneAsync(desk, number.ToLowerInvariant(), [.. TokenScope.All]);
        Assert.Equal(("granted", "Les Jardins d’essai", "900100017", "59"), (Text(all, "status"), Text(all, "organisation"), Text(all, "siren"), Text(all, "department")));
        Assert.Equal(("grant", "2026-11-24"), (Text(all.GetProperty("decision"), "kind"), Text(all.GetProperty("decision"), "on")));
        Assert.Equal(("2400.00", "6000.00"), (all.GetProperty("decision").GetProperty("amount").GetRawText(), all.GetProperty("amounts").GetProperty("eligible").GetRawText()));
        Assert.Equal(JsonValueKind.Null, all.GetProperty("payment").ValueKind);
        Assert.Equal(["file", "grant", "propose", "startReview"], all.GetProperty("history").EnumerateArray().Select(step => Text(step, "action")).Order(StringComparer.Ordinal));
        foreach (var person in new[] { "Camille", "Amina", "Sacha", "exemple.fr", "Vendre en ligne" }) Assert.DoesNotContain(person, all.GetRawText(), StringComparison.Ordinal);

        var least = await OneAsync(desk, number, [TokenScope.Applications]);
        foreach (var member in new[] { "amounts", "decision", "payment" }) Assert.False(least.TryGetProperty(member, out _), member);
        var decisions = await OneAsync(desk, number, [TokenScope.Applications, TokenScope.Decisions]);
        Assert.False(decisions.GetProperty("decision").TryGetProperty("amount", out _));
    }

    [Fact]
    public async Task Row_OfANaturalPerson_DoesNotNameThem()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        var person = await desk.FileAsync(day => DecisionWorld.Eligible(day) is var request ? request with { Undertaking = request.Undertaking with { LegalCategory = LegalCategory.Parse("1000") } } : null!);
        var unknown = await desk.FileAsync(day => DecisionWorld.Eligible(day) is var request ? request with { Undertaking = request.Undertaking with { LegalCategory = null } } : null!);

        // Named after its members: a de facto company of natural persons.
        var group = await desk.FileAsync(day => DecisionWorld.Eligible(day) is var request ? request with { Undertaking = request.Undertaking with { LegalCategory = LegalCategory.Parse("2310") } } : null!);
        // Said to be an association by the applicant, and a sole trader by the register.
        var registered = await desk.FileAsync();
        await using (var db = desk.Database.Open())
        {
            Assert.True(Siren.TryParse("900100017", out var siren));
            var known = new CompanyRecord { Siren = siren, LegalCategory = LegalCategory.Parse("1000"), FetchedAt = desk.Database.Clock.GetUtcNow() };
            await db.Organisations.Where(found => found.Id == registered.OrganisationId).ExecuteUpdateAsync(set => set.SetProperty(found => found.RegisterRecord, CompanyRecordJson.Write(known)), Stop);
        }

        foreach (var number in new[] { person.Number!, unknown.Number!, group.Number!, registered.Number! })
        {
            var read = await OneAsync(desk, number, [.. TokenScope.All]);
            foreach (var member in new[] { "organisation", "siren", "siret" }) Assert.Equal(JsonValueKind.Null, read.GetProperty(member).ValueKind);
        }
    }

    [Fact]
    public async Task Draft_OfAnybody_IsNotThere()
    {
        await using var desk = await DecisionDesk.OpenAsync(Engine.Sqlite);
        await using var db = desk.Database.Open();
        await db.DraftAsync(desk.Database.Clock, desk.People.Organisation, desk.People.Applicant, ("titre", "Brouillon"));

        Assert.Empty((await PageAsync(desk, new(), null, 10)).Rows);
    }

    private static async Task<PartnerPage> PageAsync(DecisionDesk desk, ApplicationsFilter filter, ApplicationsCursor? after, int limit)
    {
        await using var db = desk.Database.Open();
        return await new ReadApplications(db).PageAsync(filter, after, limit, Stop);
    }

    private static async Task<IEnumerable<string>> NumbersAsync(DecisionDesk desk, ApplicationsFilter filter) => (await PageAsync(desk, filter, null, 10)).Rows.Select(row => row.Number);

    private static async Task<JsonElement> OneAsync(DecisionDesk desk, string number, TokenScope[] scopes)
    {
        await using var db = desk.Database.Open();
        var found = (await new ReadApplications(db).FindAsync(number, Stop))!.Value;
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, ApplicationWriter.Options)) ApplicationWriter.Write(writer, found.Application, found.Steps, scopes);
        return JsonDocument.Parse(Encoding.UTF8.GetString(bytes.ToArray())).RootElement;
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
