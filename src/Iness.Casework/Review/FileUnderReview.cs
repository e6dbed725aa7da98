using System.Linq.Expressions;
using System.Text;
using Iness.Casework.Applications;
using Iness.Casework.Assessments;
using Iness.Casework.Persistence;
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
    private FileUnderReview(Application application, Filing filing, AssessmentRequest request, IReadOnlyList<ProvisionRuling> rulings, IReadOnlyList<CostCorrection> corrections)
    {
        (Application, Filing, Request) = (application, filing, request);
        (AllRulings, AllCorrections) = (rulings, corrections);
        AsFiled = EligibilityAssessment.Assess(request);
        Reviewed = ReviewWith(Corrections);
    }

    /// <summary>The application, with its organisation.</summary>
    public Application Application { get; }

    /// <summary>What was filed.</summary>
    public Filing Filing { get; }

    /// <summary>The facts as filed.</summary>
    public AssessmentRequest Request { get; }

    /// <summary>What the regulation says of them.</summary>
    public Assessment AsFiled { get; }

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
        var application = await db.Applications.AsNoTracking()
            .Include(found => found.Organisation)
            .Include(found => found.Filing)
            .SingleOrDefaultAsync(which, cancellationToken);
        if (application?.Filing is not { } filing || AssessmentRequestReader.Read(Encoding.UTF8.GetBytes(filing.Facts), []) is not { } request) return null;
        var applicationId = application.Id;
        // In the order of their identifiers, which is that of time even within one instant.
        var rulings = await db.Rulings.AsNoTracking().Where(ruling => ruling.ApplicationId == applicationId).OrderBy(ruling => ruling.At).ThenBy(ruling => ruling.Id).ToListAsync(cancellationToken);
        var corrections = await db.CostCorrections.AsNoTracking().Where(correction => correction.ApplicationId == applicationId).OrderBy(correction => correction.At).ThenBy(correction => correction.Id).ToListAsync(cancellationToken);
        return new(application, filing, grantedOn is null ? request : request with { GrantedOn = grantedOn }, rulings, corrections)
        {
            OwnFiles = withOwnFiles ? await OwnFiles.ReadAsync(db, application, filing, request, cancellationToken) : OwnFiles.Of([], request),
        };
    }

    /// <summary>What the whole would say with other corrections: the effect of one is shown before it is made.</summary>
    public ReviewedAssessment ReviewWith(IEnumerable<CostCorrection> corrections) => new(
        EligibilityAssessment.Assess(LineCorrection.Apply(Request, [.. corrections.Select(ToLine)])),
        Rulings.Select(ruling => new OfficerRuling(ruling.Provision, ruling.IsMet, ruling.Reason)));

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

    private static LineCorrection ToLine(CostCorrection correction) => new(correction.Line, correction.Category, correction.Amount, correction.Kind == CorrectionKind.Refuse);
}
