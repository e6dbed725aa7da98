using System.Linq.Expressions;
using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Assessments;
using Iness.Casework.Persistence;
using Iness.Casework.Review.Retaining;
using Iness.Regulation;
using Iness.Regulation.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review;

/// <summary>
/// A filed application as the Région reviews it: what was filed, what officers corrected and ruled, and what the regulation says of the
/// whole. The pages read it, and a decision rests on it.
/// </summary>
public sealed class FileUnderReview
{
    private FileUnderReview(Application application, Filing filing, AssessmentRequest filed, RetainedFacts? retained, DateOnly? grantedOn, IReadOnlyList<ProvisionRuling> rulings, IReadOnlyList<CostCorrection> corrections)
    {
        (Application, Filing, RetainedFacts) = (application, filing, retained);
        AssessmentRequest On(AssessmentRequest facts) => grantedOn is null ? facts : facts with { GrantedOn = grantedOn };
        Filed = On(filed);
        Declared = retained is null ? Filed : On(Read(retained.Declared) ?? filed);
        Request = retained is null ? Filed : On(Read(retained.Facts) ?? filed);
        (AllRulings, AllCorrections) = (rulings, corrections);
        AsFiled = EligibilityAssessment.Assess(Filed);
        Uncorrected = retained is null ? AsFiled : EligibilityAssessment.Assess(Request);
        Reviewed = ReviewWith(Corrections);
    }

    /// <summary>The application, with its organisation.</summary>
    public Application Application { get; }

    /// <summary>What was filed.</summary>
    public Filing Filing { get; }

    /// <summary>The facts as filed.</summary>
    public AssessmentRequest Filed { get; }

    /// <summary>What the regulation says of them.</summary>
    public Assessment AsFiled { get; }

    /// <summary>The facts an officer retained in their place; null while those filed stand.</summary>
    public RetainedFacts? RetainedFacts { get; }

    /// <summary>What the applicant declares: as filed, or as mended since and retained.</summary>
    public AssessmentRequest Declared { get; }

    /// <summary>The facts the computation rests on: those retained, else those filed.</summary>
    public AssessmentRequest Request { get; }

    /// <summary>What the regulation says of them, before any cost is corrected.</summary>
    public Assessment Uncorrected { get; }

    /// <summary>What the regulation says of the corrected costs, with the standing rulings beside.</summary>
    public ReviewedAssessment Reviewed { get; }

    /// <summary>Every ruling ever made, the oldest first.</summary>
    public IReadOnlyList<ProvisionRuling> AllRulings { get; }

    /// <summary>The rulings that stand: one at most for a provision.</summary>
    public IEnumerable<ProvisionRuling> Rulings => AllRulings.Where(ruling => ruling.RevokedAt is null);

    /// <summary>Every correction ever made, the oldest first.</summary>
    public IReadOnlyList<CostCorrection> AllCorrections { get; }

    /// <summary>The corrections that stand.</summary>
    public IEnumerable<CostCorrection> Corrections => AllCorrections.Where(correction => correction.RevokedAt is null);

    /// <summary>What our own files say of earlier applications.</summary>
    public required OwnFiles OwnFiles { get; init; }

    /// <summary>Loads it; null for what the Région does not see: no such application, or a draft.</summary>
    /// <param name="db">The database.</param>
    /// <param name="applicationId">The application.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="grantedOn">The day the aid is to be granted, for LEG-1; as filed when absent.</param>
    public static Task<FileUnderReview?> LoadAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken, DateOnly? grantedOn = null) =>
        LoadAsync(db, found => found.Id == applicationId && found.Number != null, grantedOn, withOwnFiles: true, cancellationToken);

    /// <summary>Loads what its applicant may read: nothing is looked for in other files.</summary>
    public static Task<FileUnderReview?> LoadForApplicantAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken) =>
        LoadAsync(db, found => found.Id == applicationId && found.Number != null, null, withOwnFiles: false, cancellationToken);

    /// <summary>Loads the file of a number; null when there is none.</summary>
    public static Task<FileUnderReview?> LoadAsync(InessDbContext db, string number, CancellationToken cancellationToken) =>
        LoadAsync(db, found => found.Number == number, null, withOwnFiles: true, cancellationToken);

    private static async Task<FileUnderReview?> LoadAsync(InessDbContext db, Expression<Func<Application, bool>> which, DateOnly? grantedOn, bool withOwnFiles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var read = await db.Applications.AsNoTracking()
            .Include(found => found.Organisation)
            .Include(found => found.Filing)
            .Where(which)
            .Select(found => new { Application = found, Retained = db.RetainedFacts.FirstOrDefault(facts => facts.ApplicationId == found.Id && facts.RevokedAt == null) })
            .SingleOrDefaultAsync(cancellationToken);
        if (read is not { Application: { Filing: { } filing } application, Retained: var retained } || Read(filing.Facts) is not { } filed) return null;
        var applicationId = application.Id;
        // In the order of their identifiers, which is that of time even within one instant.
        var rulings = await db.Rulings.AsNoTracking().Where(ruling => ruling.ApplicationId == applicationId).OrderBy(ruling => ruling.At).ThenBy(ruling => ruling.Id).ToListAsync(cancellationToken);
        var corrections = await db.CostCorrections.AsNoTracking().Where(correction => correction.ApplicationId == applicationId).OrderBy(correction => correction.At).ThenBy(correction => correction.Id).ToListAsync(cancellationToken);
        var declared = retained is null ? filed : Read(retained.Declared) ?? filed;
        return new(application, filing, filed, retained, grantedOn, rulings, corrections)
        {
            OwnFiles = withOwnFiles ? await OwnFiles.ReadAsync(db, application, filing, declared, cancellationToken) : OwnFiles.Of([], declared),
        };
    }

    private static AssessmentRequest? Read(string facts) => AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(facts), []);

    /// <summary>What the whole would say with other corrections: the effect of one is shown before it is made.</summary>
    public ReviewedAssessment ReviewWith(IEnumerable<CostCorrection> corrections) => Ruled(EligibilityAssessment.Assess(LineCorrection.Apply(Request, [.. corrections.Select(ToLine)])));

    /// <summary>What the whole would say of other facts, with the costs corrected and the rulings as they are.</summary>
    public ReviewedAssessment ReviewOf(AssessmentRequest facts) => Ruled(WithFacts(facts));

    /// <summary>What the regulation would say of other facts, with the costs corrected as they are.</summary>
    public Assessment WithFacts(AssessmentRequest facts) => EligibilityAssessment.Assess(LineCorrection.Apply(facts, [.. Corrections.Select(ToLine)]));

    /// <summary>The corrections that would stand once one is made: it takes the place of those of its line that it contradicts.</summary>
    public IEnumerable<CostCorrection> CorrectionsWith(CostCorrection added) => [.. Corrections.Where(standing => !standing.IsReplacedBy(added)), added];

    /// <summary>The standing ruling on a provision; null when there is none.</summary>
    public ProvisionRuling? RulingOn(string key) => Rulings.FirstOrDefault(ruling => ruling.Provision == key);

    /// <summary>The findings that may be ruled on under a name: one, but for the doors of a beneficiary.</summary>
    public ReviewedFinding? FindingOf(string key) => Reviewed.Findings.Where(found => OfficerRuling.KeyOf(found.Finding.Provision) == key).Select(found => (ReviewedFinding?)found).FirstOrDefault();

    /// <summary>A cost line as filed; null when there is none of that name.</summary>
    public CostLine? LineOf(string id) => Request.Costs?.FirstOrDefault(line => line.Id == id);

    private ReviewedAssessment Ruled(Assessment assessment) => new(assessment, Rulings.Select(ruling => new OfficerRuling(ruling.Provision, ruling.IsMet, ruling.Reason)));

    private static LineCorrection ToLine(CostCorrection correction) => new(correction.Line, correction.Category, correction.Amount, correction.Kind == CorrectionKind.Refuse);
}
