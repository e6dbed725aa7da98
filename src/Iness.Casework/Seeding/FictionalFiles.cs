using System.Text;
using System.Text.Json;
using Iness.Casework.Applications;
using Iness.Casework.Assessments;
using Iness.Casework.Deadlines;
using Iness.Casework.Organisations;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;

namespace Iness.Casework.Seeding;

/// <summary>Invented filed applications, the oldest first. The same seed, day and people give the same files.</summary>
internal sealed class FictionalFiles(int count, DateTime now, IReadOnlyList<Guid> officers, Guid applicant, FictionalHistory history, Random random)
{
    private const int Years = 3;

    // Some organisations come back: the next file may be of one of the last so many.
    private const int Window = 500;

    private readonly FictionalFacts facts = new(random);
    private readonly List<Organisation> known = [];
    private int organisations;

    /// <summary>One more: whose it is, and whether that organisation is new.</summary>
    public (Application Application, Organisation Organisation, bool IsNew, Filing Filing) Next(int index, Func<int, string> numberOf)
    {
        var start = now.AddYears(-Years);
        var filedAt = new DateTime(((start.Ticks + (long)((now - start).Ticks * ((index + random.NextDouble()) / count))) / TimeSpan.TicksPerMillisecond) * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        var createdAt = filedAt.AddDays(-random.Next(1, 40));
        var isNew = known.Count == 0 || random.Next(5) > 0;
        var organisation = isNew ? New(createdAt) : known[random.Next(known.Count)];
        var assessment = EligibilityAssessment.Assess(facts.Of(SirenOf(organisation.Siren), createdAt.DayInParis()));
        var application = new Application
        {
            Id = NewId(random, filedAt),
            OrganisationId = organisation.Id,
            CreatedAt = createdAt,
            CreatedOn = createdAt.DayInParis(),
            CreatedBy = applicant,
            ContactId = applicant,
            ChangedAt = filedAt,
            Title = Pick(FictionalWords.Projects),
            FiledAt = filedAt,
            Number = numberOf(filedAt.DayInParis().Year),
        };
        history.Tell(application, filedAt, Pick(officers));
        application.Listing = FileListings.Of(application, organisation, assessment);
        return (application, organisation, isNew, FilingOf(application, assessment));
    }

    /// <summary>An identifier in the order of time, that the seed alone decides.</summary>
    public static Guid NewId(Random random, DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        random.NextBytes(bytes[6..]);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x70);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new(bytes, bigEndian: true);
    }

    private Organisation New(DateTime at)
    {
        var digits = $"01{++organisations + SeedFiles.FirstOrganisation:000000}";
        digits += Key(digits);
        var name = $"{Pick(FictionalWords.Kinds)} {Pick(FictionalWords.Names)} {Pick(FictionalWords.Qualities)} {FictionalWords.Mark}";
        var siret = $"{digits}0001";
        var organisation = new Organisation
        {
            Id = NewId(random, at),
            Siren = digits,
            Name = name,
            CreatedAt = at,
            // Invented: the register is not to be asked about it.
            RegisterFetchedAt = at,
            RegisterRecord = CompanyRecordJson.Write(new() { Siren = SirenOf(digits), Name = name, Siret = siret + Key(siret), FetchedAt = at }),
        };
        if (known.Count < Window) known.Add(organisation);
        else known[random.Next(Window)] = organisation;
        return organisation;
    }

    private Filing FilingOf(Application application, Assessment assessment) => new()
    {
        ApplicationId = application.Id,
        At = application.FiledAt!.Value,
        By = applicant,
        Facts = Written(writer => AssessmentRequestWriter.Write(writer, assessment.Request)),
        Assessment = Written(writer => AssessmentAnswerWriter.Write(writer, assessment)),
        Answers = $$"""{"titre":"{{application.Title}}"}""",
        Regulation = assessment.Parameters.Version,
        Verdict = assessment.Verdict,
        Claimed = assessment.Costs.Claimed,
        Eligible = assessment.Costs.Eligible,
        Aid = assessment.Aid.Amount,
        Acknowledgement = $"<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<title>Accusé de réception</title>\n</head>\n<body>\n<main><h1>Accusé de réception</h1><p>Dossier {application.Number}, inventé pour essayer le service.</p></main>\n</body>\n</html>\n",
        RejectionOn = ResponseClock.DeadlineWithoutSuspension(application.FiledAt!.Value.DayInParis()),
    };

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, AssessmentAnswerWriter.Options)) write(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static Siren SirenOf(string digits) => Siren.TryParse(digits, out var siren) ? siren : throw new InvalidOperationException($"{digits} is no SIREN.");

    /// <summary>The last digit that makes a SIREN or a SIRET well formed.</summary>
    private static int Key(string digits) => Enumerable.Range(0, 10).First(key => Siren.HasValidKey($"{digits}{key}"));

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
