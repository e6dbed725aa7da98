using System.Text;
using Iness.Casework.Figures;
using Iness.Casework.Lifecycle;
using Iness.Casework.OpenData;
using Iness.Casework.Tests.Decisions;
using Iness.Regulation;
using Iness.TestKit;
using static Iness.Casework.Tests.Registers.DeMinimis.DeclarationTests;

namespace Iness.Casework.Tests.OpenData;

/// <summary>What is published of grants: those in force, once notified, and of nobody who is a natural person.</summary>
public sealed class OpenGrantsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Write_Grants_HoldsThoseInForceAloneInTheColumnsOfTheSchema(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var (_, kept) = await GrantedAsync(desk);
        var (paid, paidNumber) = await GrantedAsync(desk);
        var (reduced, reducedNumber) = await GrantedAsync(desk);
        var (renounced, _) = await GrantedAsync(desk);
        var (revoked, _) = await GrantedAsync(desk);
        await GrantedAsync(desk, NaturalPerson);
        // Decided, not notified yet.
        await desk.DecideAsync(await desk.CheckedAsync());
        await MoveAsync(desk, paid, (FileAction.ClaimPayment, Role.Applicant), (FileAction.Settle, Role.LeadOfficer), (FileAction.RecordPayment, Role.Finance), (FileAction.Close, Role.Officer));
        await ReduceAsync(desk, reduced, Money.Euros(400));
        await MoveAsync(desk, renounced, (FileAction.Withdraw, Role.Applicant));
        await MoveAsync(desk, revoked, (FileAction.RevokeGrant, Role.Signatory));

        var lines = await WriteAsync(desk);

        Assert.Equal(string.Join(',', OpenGrant.Columns), lines[0]);
        Assert.Equal(4, lines.Count);
        Assert.Equal(
            $"Région Hauts-de-France,20005374200017,2026-11-24,{kept},Les Jardins d’essai,,,Transition numérique (INESS) : site de vente en ligne,2400.00,aide en numéraire,unique,2026-11-24/2028-05-24,,oui,1.00,",
            lines.Single(line => line.Contains(kept, StringComparison.Ordinal)));
        Assert.Contains(",unique,2026-11-24,,oui", lines.Single(line => line.Contains(paidNumber, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(",2000.00,", lines.Single(line => line.Contains(reducedNumber, StringComparison.Ordinal)), StringComparison.Ordinal);
        // Neither the title typed, nor anybody's name.
        Assert.DoesNotContain(lines, line => line.Contains("Vendre en ligne", StringComparison.Ordinal) || line.Contains("Camille", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Stamp_AfterAChange_IsAnotherOnceTheMinutesArePast(Engine engine)
    {
        await using var desk = await DecisionDesk.OpenAsync(engine);
        var figures = new KeptFigures(desk.Database.Clock);
        async Task<string> TagAsync()
        {
            await using var db = desk.Database.Open();
            return (await new WriteOpenGrants(db, figures).StampAsync(Stop)).Tag;
        }

        var empty = await TagAsync();
        var (id, _) = await GrantedAsync(desk);
        Assert.Equal(empty, await TagAsync());
        desk.Database.Clock.Advance(WriteOpenGrants.Fresh);
        var one = await TagAsync();
        Assert.NotEqual(empty, one);
        await MoveAsync(desk, id, (FileAction.ClaimPayment, Role.Applicant));
        desk.Database.Clock.Advance(WriteOpenGrants.Fresh);
        Assert.NotEqual(one, await TagAsync());
    }

    private static AssessmentRequest NaturalPerson(DateOnly createdOn)
    {
        var request = Iness.TestKit.DecisionWorld.Eligible(createdOn);
        return request with { Undertaking = request.Undertaking with { LegalCategory = LegalCategory.Parse("1000"), Approvals = Approvals.Ei } };
    }

    private static async Task<IReadOnlyList<string>> WriteAsync(DecisionDesk desk)
    {
        await using var db = desk.Database.Open();
        using var output = new MemoryStream();
        await new WriteOpenGrants(db, new(desk.Database.Clock)).ExecuteAsync(output, Stop);
        return Encoding.UTF8.GetString(output.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
