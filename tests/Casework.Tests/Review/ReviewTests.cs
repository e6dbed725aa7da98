using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Review;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Review;

/// <summary>Officers rule and correct beside what the machine found, with a reason, and never over one another.</summary>
public sealed class ReviewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Rule_OverTheFinding_StandsBesideItUntilTakenBack(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);

        Assert.True((await RuleAsync(desk, "ELI-3", isMet: true, "Attestation de l'URSSAF : 42 salariés.")).IsDone);

        var file = await LoadAsync(desk);
        var finding = file.FindingOf("ELI-3")!.Value;
        Assert.Equal((Verdict.Unknown, Verdict.Met), (finding.Finding.Verdict, finding.Verdict));
        Assert.Equal((FileStatus.UnderReview, desk.Officer.Id), (file.Application.Status, file.Application.AssignedToId));

        Assert.True((await RuleAsync(desk, "ELI-3", isMet: false, "51 salariés au registre du personnel.")).IsDone);
        Assert.Equal(Verdict.NotMet, (await LoadAsync(desk)).FindingOf("ELI-3")!.Value.Verdict);

        Assert.True((await desk.WithAsync((db, seen) => new RevokeRuling(db, desk.Database.Clock).ExecuteAsync(desk.File, seen, "ELI-3", desk.Officer.AsActor(), Stop))).IsDone);
        file = await LoadAsync(desk);
        Assert.Equal(Verdict.Unknown, file.FindingOf("ELI-3")!.Value.Verdict);
        Assert.Equal(2, file.AllRulings.Count);
        Assert.Empty(file.Rulings);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Rule_FileChangedSinceItWasShown_IsRefusedAndTellsByWhom(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);
        var seen = await desk.SeenAsync();
        await RuleAsync(desk, "ELI-3", isMet: true, "Attestation de l'URSSAF.");

        await using var db = desk.Database.Open();
        var late = await new RuleOnProvision(db, desk.Database.Clock).ExecuteAsync(desk.File, seen, new("ELI-3", false, "Registre du personnel."), desk.Officer.AsActor(), Stop);

        Assert.Equal(Refusal.Conflict, late.Refusal);
        Assert.Contains("par Dominique Lenoir", late.Message, StringComparison.Ordinal);
        Assert.True((await LoadAsync(desk)).RulingOn("ELI-3")!.IsMet);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Rule_SeveralAtOnce_OneWins(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);
        var seen = await desk.SeenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using var db = desk.Database.Open();
            return await new RuleOnProvision(db, desk.Database.Clock).ExecuteAsync(desk.File, seen, new("ELI-3", i % 2 == 0, $"Motif {i}"), desk.Officer.AsActor(), Stop);
        }));

        Assert.Single(answers, answer => answer.IsDone);
        Assert.All(answers.Where(answer => !answer.IsDone), answer => Assert.Equal(Refusal.Conflict, answer.Refusal));
        Assert.Single((await LoadAsync(desk)).AllRulings);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Correct_Cost_TheAidFollowsFromTheRegulation(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);

        Assert.Equal(Refusal.Invalid, (await CorrectAsync(desk, new("c1", CorrectionKind.Reduce, null, Money.Euros(4200), CorrectionGround.IncludesVat, "Le devis est TTC."))).Refusal);
        Assert.Equal(Refusal.Invalid, (await CorrectAsync(desk, new("c1", CorrectionKind.Refuse, null, null, CorrectionGround.Other, " "))).Refusal);
        Assert.True((await CorrectAsync(desk, new("c1", CorrectionKind.Reduce, null, Money.Euros(3500), CorrectionGround.IncludesVat, "Le devis est TTC."))).IsDone);

        var file = await LoadAsync(desk);
        Assert.Equal((Money.Euros(4200), Money.Euros(3500)), (file.AsFiled.Costs.Eligible, file.Reviewed.Assessment.Costs.Eligible));
        Assert.Equal(EligibilityAssessment.Assess(file.Request with { Costs = [file.Request.Costs![0] with { Amount = Money.Euros(3500) }] }).Aid.Amount, file.Reviewed.Aid);

        Assert.True((await CorrectAsync(desk, new("c1", CorrectionKind.Refuse, null, null, CorrectionGround.NotProved, "Aucun devis."))).IsDone);
        file = await LoadAsync(desk);
        Assert.Equal(CorrectionKind.Refuse, Assert.Single(file.Corrections).Kind);
        Assert.Equal(Money.Zero, file.Reviewed.Assessment.Costs.Eligible);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Write_ByWhoDoesNotReviewOrOnADraft_IsRefused(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);
        await using var db = desk.Database.Open();
        var draft = await db.DraftAsync(desk.Database.Clock, await db.Organisations.SingleAsync(Stop), desk.Author);
        var rule = new RuleOnProvision(db, desk.Database.Clock);

        Assert.Equal(Refusal.NotFound, (await rule.ExecuteAsync(draft, 0, new("ELI-3", true, "Motif"), desk.Officer.AsActor(), Stop)).Refusal);
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not (Role.Officer or Role.LeadOfficer)))
            Assert.Equal(Refusal.NotAllowed, (await rule.ExecuteAsync(desk.File, await desk.SeenAsync(), new("ELI-3", true, "Motif"), new(desk.Officer.Id, role), Stop)).Refusal);
        Assert.False(await db.Rulings.AnyAsync(Stop));
        Assert.Null(await FileUnderReview.LoadAsync(db, draft, Stop));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Rule_OnceProposed_IsTooLate(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);
        await RuleAsync(desk, "ELI-3", isMet: true, "Attestation.");
        await using var db = desk.Database.Open();
        (await db.Applications.SingleAsync(found => found.Id == desk.File, Stop)).Move(FileAction.Propose, desk.Officer.AsActor(), desk.Database.Clock.Instant());
        await db.CommitAsync(new(desk.Officer.AsActor(), "Proposed", Act.Application(desk.File)), Stop);

        var late = await desk.WithAsync((context, seen) => new RevokeRuling(context, desk.Database.Clock).ExecuteAsync(desk.File, seen, "ELI-3", desk.Officer.AsActor(), Stop));

        Assert.Equal(Refusal.Conflict, late.Refusal);
        Assert.NotNull((await LoadAsync(desk)).RulingOn("ELI-3"));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Reply_WritesTheMessageAndTellsTheContact(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);

        var sent = await desk.WithAsync((db, seen) => new ReplyToApplicant(db, desk.Database.Clock, ReviewDesk.Portal).ExecuteAsync(desk.File, seen, "Bonjour, pouvez-vous préciser ?", desk.Officer.AsActor(), Stop));

        await using var context = desk.Database.Open();
        Assert.True((await context.Messages.SingleAsync(message => message.Id == sent.Value, Stop)).IsFromService);
        var mail = (await context.Outbox.ToListAsync(Stop)).Single(mail => mail.Subject.Contains("la Région vous a écrit", StringComparison.Ordinal));
        Assert.Equal((desk.Author.Email, desk.File), (mail.To, mail.ApplicationId));
        Assert.DoesNotContain("préciser", mail.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Slip_Corrected_KeepsWhatWasFiledAndTells(Engine engine)
    {
        await using var desk = await ReviewDesk.OpenAsync(engine);
        var slip = new SlipCorrection(new Dictionary<string, string> { ["effectif"] = "7", ["telephone"] = "03 20 00 00 00" }, ["Effectif : « 70 » auparavant, « 7 » maintenant."], "Attestation jointe.");

        Assert.Equal(Refusal.Invalid, (await SlipAsync(desk, slip with { Reason = "" })).Refusal);
        Assert.True((await SlipAsync(desk, slip)).IsDone);

        await using var db = desk.Database.Open();
        var answers = await db.Answers.Where(answer => answer.ApplicationId == desk.File).ToDictionaryAsync(answer => answer.Key, Stop);
        Assert.Equal(("7", 2, desk.Officer.Id), (answers["effectif"].Value, answers["effectif"].Revision, answers["effectif"].SavedBy));
        Assert.Equal("03 20 00 00 00", answers["telephone"].Value);
        Assert.Contains("\"effectif\":\"70\"", (await db.Filings.SingleAsync(Stop)).Answers, StringComparison.Ordinal);
        var message = await db.Messages.SingleAsync(Stop);
        Assert.True(message.IsFromService);
        Assert.Contains("Motif : Attestation jointe.", message.Body, StringComparison.Ordinal);
        Assert.Equal(desk.Author.Email, (await db.Outbox.ToListAsync(Stop)).Single(mail => mail.Subject.Contains("erreur de saisie", StringComparison.Ordinal)).To);
        Assert.Contains("« 70 » auparavant", (await db.AuditLog.SingleAsync(entry => entry.Action == "AnswersCorrected", Stop)).Details, StringComparison.Ordinal);
    }

    private static Task<Outcome> SlipAsync(ReviewDesk desk, SlipCorrection slip) =>
        desk.WithAsync((db, seen) => new CorrectAnswers(db, desk.Database.Clock, ReviewDesk.Portal).ExecuteAsync(desk.File, seen, slip, desk.Officer.AsActor(), Stop));

    private static Task<Outcome> RuleAsync(ReviewDesk desk, string provision, bool isMet, string reason) =>
        desk.WithAsync((db, seen) => new RuleOnProvision(db, desk.Database.Clock).ExecuteAsync(desk.File, seen, new(provision, isMet, reason), desk.Officer.AsActor(), Stop));

    private static Task<Outcome> CorrectAsync(ReviewDesk desk, CostChange change) =>
        desk.WithAsync((db, seen) => new CorrectCost(db, desk.Database.Clock).ExecuteAsync(desk.File, seen, change, desk.Officer.AsActor(), Stop));

    private static async Task<FileUnderReview> LoadAsync(ReviewDesk desk)
    {
        await using var db = desk.Database.Open();
        return (await FileUnderReview.LoadAsync(db, desk.File, Stop))!;
    }
}
