using System.Text;
using System.Text.Json;
using Iness.Casework;
using Iness.Casework.Accounts;
using Iness.Casework.Applications;
using Iness.Casework.Assessments;
using Iness.Casework.Audit;
using Iness.Casework.Decisions;
using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Regulation;

namespace Iness.TestKit;

/// <summary>The people of a decision: who applies, reviews, checks and decides.</summary>
public sealed record DecisionPeople(Account Applicant, Account Officer, Account Lead, Account Signatory, Organisation Organisation);

/// <summary>Files on which a decision can be taken.</summary>
public static class DecisionWorld
{
    private static readonly Act Given = new(Actor.System, "TestPrepared", "test/1");

    /// <summary>One person of each role, and an envelope for the year of the clock.</summary>
    public static async Task<DecisionPeople> DecisionPeopleAsync(this InessDbContext db, TimeProvider clock, string siren, long euros = 50_000)
    {
        ArgumentNullException.ThrowIfNull(db);
        var applicant = await db.AccountAsync(clock, "Camille Roy");
        var officer = await db.AccountAsync(clock, "Amina Lefèvre", Role.Officer);
        var lead = await db.AccountAsync(clock, "Noé Martin", Role.LeadOfficer);
        var signatory = await db.AccountAsync(clock, "Sacha Dubois", Role.Signatory);
        signatory.Capacity = "Directrice de l'économie sociale et solidaire";
        var organisation = await db.OrganisationAsync(clock, siren, applicant);
        if (!db.Envelopes.Any(envelope => envelope.Year == clock.Today().Year)) db.Add(new Envelope { Year = clock.Today().Year, Voted = Money.Euros(euros) });
        await db.CommitAsync(Given, CancellationToken.None);
        return new(applicant, officer, lead, signatory, organisation);
    }

    /// <summary>A request that fulfils everything, for an aid of 2 400 €.</summary>
    public static AssessmentRequest Eligible(DateOnly createdOn) => new()
    {
        CreatedOn = createdOn,
        Undertaking = new()
        {
            LegalCategory = LegalCategory.Parse("9220"),
            Approvals = Approvals.None,
            Commune = CommuneCode.Parse("59350"),
            FoundedOn = new(2010, 1, 1),
            Turnover = Money.Euros(450_000),
            Headcount = 7.5m,
            HasEconomicActivity = true,
            MainActivity = ActivityCode.Parse("88.99B"),
            Sectors = Sectors.None,
            TaxUpToDate = true,
            SocialUpToDate = true,
            Difficulty = new() { InsolvencyProceedings = false, RescueAidOutstanding = false },
        },
        Costs = [new() { Id = "c1", Label = "Boutique en ligne", Category = CostCategory.OnlineShop, Nature = CostNature.Service, Amount = Money.Euros(6_000) }],
        History = new() { DeMinimisAids = [], PreviousApplications = [], OtherPublicAid = [] },
    };

    /// <summary>The same, of an undertaking too large (ELI-3).</summary>
    public static AssessmentRequest TooLarge(DateOnly createdOn)
    {
        var request = Eligible(createdOn);
        return request with { Undertaking = request.Undertaking with { Headcount = 45 } };
    }

    /// <summary>A file under review: of the organisation given, or of one that has no other file.</summary>
    public static async Task<Application> UnderReviewAsync(
        this InessDbContext db, TimeProvider clock, DecisionPeople people, Func<DateOnly, AssessmentRequest>? request = null, Organisation? organisation = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(people);
        organisation ??= await db.WithoutFileAsync(clock, people);
        var id = await db.DraftAsync(clock, organisation, people.Applicant, ("titre", "Vendre en ligne"), ("adresse", "12 rue des Tisserands\n59100 Roubaix"));
        var application = db.Applications.Single(found => found.Id == id);
        var now = clock.Instant();
        var assessment = EligibilityAssessment.Assess((request ?? Eligible)(application.CreatedOn));
        await using var transaction = await db.BeginAsync(CancellationToken.None);
        application.Number = await db.NextFileNumberAsync(now.DayInParis().Year, CancellationToken.None);
        (application.FiledAt, application.RespondBy, application.Title) = (now, now.DayInParis().AddMonths(2), "Vendre en ligne");
        application.Move(FileAction.File, people.Applicant.AsActor(), now);
        application.Move(FileAction.StartReview, people.Officer.AsActor(), now);
        application.Listing = FileListings.Of(application, organisation, assessment);
        db.Add(FilingOf(application, people.Applicant, assessment, now));
        await db.CommitAsync(Given, CancellationToken.None);
        await transaction.CommitAsync();
        return application;
    }

    private static async Task<Organisation> WithoutFileAsync(this InessDbContext db, TimeProvider clock, DecisionPeople people) =>
        db.Applications.Any(found => found.OrganisationId == people.Organisation.Id && found.Number != null)
            ? await db.OrganisationAsync(clock, $"{910_000_000 + db.Organisations.Count()}", people.Applicant)
            : people.Organisation;

    private static Filing FilingOf(Application application, Account by, Assessment assessment, DateTime now) => new()
    {
        ApplicationId = application.Id,
        At = now,
        By = by.Id,
        Facts = Written(writer => AssessmentRequestWriter.Write(writer, assessment.Request)),
        Assessment = Written(writer => AssessmentAnswerWriter.Write(writer, assessment)),
        Answers = """{"adresse":"12 rue des Tisserands\n59100 Roubaix","titre":"Vendre en ligne"}""",
        Regulation = assessment.Parameters.Version,
        Verdict = assessment.Verdict,
        Claimed = assessment.Costs.Claimed,
        Eligible = assessment.Costs.Eligible,
        Aid = assessment.Aid.Amount,
        Acknowledgement = "<!DOCTYPE html>",
        RejectionOn = now.DayInParis().AddMonths(2),
    };

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, AssessmentAnswerWriter.Options)) write(writer);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
