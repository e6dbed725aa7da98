using Iness.Regulation.Aid;
using Iness.Regulation.Eligibility;

namespace Iness.Regulation;

/// <summary>Applies the scheme: one call per provision, in the order of the text.</summary>
public static class EligibilityAssessment
{
    /// <summary>Assesses one set of facts. Every finding is returned, never only the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The creation date is before the scheme.</exception>
    /// <exception cref="OverflowException">The amounts together do not fit.</exception>
    public static Assessment Assess(AssessmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var situation = new Situation(request, SchemeParameters.On(request.CreatedOn));
        return new(situation,
        [
            BeneficiaryRule.Beneficiary(situation),
            ConditionRules.Location(situation),
            ConditionRules.Turnover(situation),
            ConditionRules.Headcount(situation),
            ConditionRules.TaxAndSocialContributions(situation),
            DifficultyRule.NotInDifficulty(situation),
            ExclusionRules.LiberalProfession(situation),
            ExclusionRules.FinanceOrRealEstate(situation),
            ExclusionRules.TrainingOrConsulting(situation),
            ExclusionRules.PurchasingCentre(situation),
            ExclusionRules.ApprovedWorkshop(situation),
            ExclusionRules.DigitalCore(situation),
            AmountRules.CostsFloor(situation),
            AmountRules.CostsCeiling(situation),
            AmountRules.AllPublicAid(situation),
            CumulationRules.OneApplicationInTwoYears(situation),
            CumulationRules.NoOtherRegionalDigitalAid(situation),
            CumulationRules.DeMinimis(situation),
        ]);
    }
}
