using Iness.Casework.Decisions;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.DeMinimis;
using Iness.Regulation;
using Iness.Regulation.Review;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.OtherAids;

/// <summary>
/// The de minimis aid of the single undertaking of a file, from three sources laid side by side: declaration, our own grants, national register
/// (LEG-1). The declaration is never changed: what the regulation would say with the whole is told beside, for an officer to retain.
/// </summary>
public sealed class AidLedger
{
    /// <summary>First day of grants that the national register holds.</summary>
    public static readonly DateOnly RegisterFrom = new(2026, 1, 1);

    private AidLedger(FileUnderReview file, AssessmentRequest declared, DateOnly grantedOn, IReadOnlyList<KnownAid> known, IReadOnlyList<LinkedUndertaking> linked, RegisterReading register)
    {
        (GrantedOn, Linked, Register) = (grantedOn, linked, register);
        Regime = DeMinimisRegime.On(grantedOn);
        Window = Regime.WindowOf(grantedOn);
        Lines = LedgerLine.Of(known, Window);
        Total = Lines.Where(line => line.IsCounted).Aggregate(Money.Zero, (sum, line) => sum + line.Surest.Amount);
        IsDeclared = declared.History.DeMinimisAids is not null;
        DeclaredTotal = (declared.History.DeMinimisAids ?? []).Where(aid => Window.Contains(aid.GrantedOn)).Aggregate(Money.Zero, (sum, aid) => sum + aid.Amount);
        // Nothing declared and nothing found is still nothing known.
        WholeList = IsDeclared || Lines.Count > 0 ? [.. Lines.Select(line => new DeMinimisAid(line.Surest.GrantedOn, line.Surest.Amount, line.Surest.Grantor))] : null;
        var retained = file.Request with { GrantedOn = grantedOn };
        AsRetained = file.ReviewOf(retained);
        Consolidated = file.ReviewOf(retained with { History = retained.History with { DeMinimisAids = WholeList } });
    }

    /// <summary>The day the aid would be granted.</summary>
    public DateOnly GrantedOn { get; }

    /// <summary>The regulation of that day.</summary>
    public DeMinimisRegime Regime { get; }

    /// <summary>The days that count.</summary>
    public DeMinimisWindow Window { get; }

    /// <summary>Every aid known, the latest first.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; }

    /// <summary>What counts, together.</summary>
    public Money Total { get; }

    /// <summary>What the ceiling leaves.</summary>
    public Money Left => Total > Regime.Ceiling ? Money.Zero : Regime.Ceiling - Total;

    /// <summary>Whether the applicant declared anything, be it that there is none.</summary>
    public bool IsDeclared { get; }

    /// <summary>The undertakings declared linked.</summary>
    public IReadOnlyList<LinkedUndertaking> Linked { get; }

    /// <summary>What was read of the register.</summary>
    public RegisterReading Register { get; }

    /// <summary>What was declared within the days that count, together.</summary>
    public Money DeclaredTotal { get; }

    /// <summary>The aid of every source, as the regulation takes it; null when nothing is known.</summary>
    public IReadOnlyList<DeMinimisAid>? WholeList { get; }

    /// <summary>Whether the whole list is another than the declaration: by its total, or for want of a declaration.</summary>
    public bool IsDifferent => Total != DeclaredTotal || (!IsDeclared && WholeList is not null);

    /// <summary>What the regulation says of the facts retained, for a grant of that day.</summary>
    public ReviewedAssessment AsRetained { get; }

    /// <summary>What it would say of the whole list.</summary>
    public ReviewedAssessment Consolidated { get; }

    /// <summary>Whether the whole list leaves less than the aid: for an officer to see, and rule on.</summary>
    public bool LeavesLess => Consolidated.Aid < AsRetained.Aid;

    /// <summary>The finding on LEG-1 of an assessment.</summary>
    public static Finding Leg1(ReviewedAssessment reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        return reviewed.Assessment.Findings.First(finding => finding.Provision == Provision.Leg1);
    }

    /// <summary>Reads it for an aid granted on a day.</summary>
    /// <param name="db">The database.</param>
    /// <param name="file">The file.</param>
    /// <param name="grantedOn">The day.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="declaredSince">What the applicant declares, when it is not what the file retains yet.</param>
    public static async Task<AidLedger> ReadAsync(InessDbContext db, FileUnderReview file, DateOnly grantedOn, CancellationToken cancellationToken, AssessmentRequest? declaredSince = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        var declared = declaredSince ?? file.Declared;
        var linked = LinkedUndertaking.Of(file.RetainedFacts?.Answers ?? file.Filing.Answers);
        List<string> sirens = [file.Application.Organisation!.Siren, .. linked.Select(one => one.Siren).Where(siren => siren.Length > 0)];
        var register = await RegisterReading.ReadAsync(db, sirens, cancellationToken);
        var inForce = db.GrantsInForce();
        var grants = await (from decision in db.Decisions
                            join application in db.Applications on decision.ApplicationId equals application.Id
                            where decision.Kind == DecisionKind.Grant && decision.NotifiedAt != null && sirens.Contains(application.Organisation!.Siren)
                            orderby decision.On
                            select new { decision.Id, ApplicationId = application.Id, application.Number, application.Organisation!.Siren, decision.On, decision.Amount, IsInForce = inForce.Any(grant => grant.Id == decision.Id) })
            .ToListAsync(cancellationToken);
        var left = await db.LeftOfGrantsAsync([.. grants.Where(grant => grant.IsInForce || grant.ApplicationId == file.Application.Id).Select(grant => grant.Id)], cancellationToken);
        var ownGrants = grants.Where(grant => grant.ApplicationId == file.Application.Id).Select(grant => new KnownAid(AidSource.OwnGrant, grant.Siren, grant.On, left[grant.Id], null) { FirstAmount = grant.Amount }).ToList();
        return new(
            file,
            declared,
            grantedOn,
            [
                .. (declared.History.DeMinimisAids ?? []).Select(aid => new KnownAid(AidSource.Declaration, null, aid.GrantedOn, aid.Amount, aid.Grantor)),
                .. Others(register.Aids, ownGrants).Select(aid => new KnownAid(AidSource.Register, aid.Siren, aid.GrantedOn, aid.Amount, aid.Authority ?? aid.Operator)),
                // A file decided again has one aid, its last; one renounced, revoked, lapsed unpaid or wholly asked back has none.
                .. grants.Where(grant => grant.ApplicationId != file.Application.Id && left.GetValueOrDefault(grant.Id) > Money.Zero)
                    .Select(grant => new KnownAid(AidSource.OwnGrant, grant.Siren, grant.On, left[grant.Id], "Région Hauts-de-France (INESS)", grant.Number) { FirstAmount = grant.Amount }),
            ],
            linked,
            register);
    }

    /// <summary>What the register tells besides the grants of this very file, which come back by it once they are declared.</summary>
    private static IEnumerable<RegisteredAid> Others(IReadOnlyList<RegisteredAid> aids, List<KnownAid> own) => aids.Except(own
        .Select(grant => aids.FirstOrDefault(aid => aid.Siren == grant.Siren && grant.MayBe(aid.Amount) && Math.Abs(aid.GrantedOn.DayNumber - grant.GrantedOn.DayNumber) <= LedgerLine.DaysApart
            && aid.Authority?.Contains("Hauts-de-France", StringComparison.OrdinalIgnoreCase) != false))
        .OfType<RegisteredAid>());

    /// <summary>Name of the undertaking of a line.</summary>
    public string? LinkedName(string? siren) => Linked.FirstOrDefault(one => one.Siren.Length > 0 && one.Siren == siren)?.Shown;
}
