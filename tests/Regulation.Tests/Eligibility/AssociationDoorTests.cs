using Iness.TestKit;

namespace Iness.Regulation.Tests.Eligibility;

[Covers("BEN-3")]
public sealed class Ben3Tests
{
    [Theory]
    [InlineData("5195")]
    [InlineData("9220")]
    [InlineData("9230")]
    [InlineData("9260")]
    [InlineData("9223")]
    public void Association_EmployingAndActive_IsBeneficiary(string category)
    {
        var request = Sample.Association.With(u => u with { LegalCategory = LegalCategory.Parse(category) });

        Assert.Equal("BEN-3", request.Finding("BEN").Provision.Id);
        request.Expect("BEN", Verdict.Met, "Association employeuse (effectif de 7,5, supérieur à 0) ayant une activité économique.");
    }

    [Covers("BEN-3", AtThreshold = true)]
    [Theory]
    [InlineData("0", Verdict.NotMet)]
    [InlineData("0.01", Verdict.Met)]
    public void Association_AroundNoStaff_NeedsMoreThanZero(string headcount, Verdict verdict) =>
        Sample.Association.With(u => u with { Headcount = decimal.Parse(headcount) }).Expect("BEN", verdict);

    [Fact]
    public void Association_WithoutStaff_SaysSo() => Sample.Association.With(u => u with { Headcount = 0 })
        .Expect("BEN", Verdict.NotMet, "Association dont l'effectif est de 0 salarié : il doit être supérieur à 0.");

    [Fact]
    public void Association_WithoutEconomicActivity_IsRefused() => Sample.Association.With(u => u with { HasEconomicActivity = false })
        .Expect("BEN", Verdict.NotMet, "Association sans activité économique : une activité économique est nécessaire.");

    [Theory]
    [InlineData(null, true, Fact.Headcount, "Association : il reste à connaître son effectif, qui doit être supérieur à 0.")]
    [InlineData(5, null, Fact.EconomicActivity, "Association : il reste à savoir si elle a une activité économique.")]
    [InlineData(null, null, Fact.Headcount | Fact.EconomicActivity, "Association : il reste à connaître son effectif, qui doit être supérieur à 0, et si elle a une activité économique.")]
    public void Association_FactMissing_Waits(int? headcount, bool? active, Fact missing, string explanation) =>
        Sample.Association.With(u => u with { Headcount = headcount, HasEconomicActivity = active }).Expect("BEN", Verdict.Unknown, explanation, missing);

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, null)]
    public void Association_OtherFactFails_IsRefusedAllTheSame(int? headcount, bool? active) =>
        Sample.Association.With(u => u with { Headcount = headcount, HasEconomicActivity = active }).Expect("BEN", Verdict.NotMet);

    [Theory]
    [InlineData(Approvals.Ei, "EI")]
    [InlineData(Approvals.Ai, "AI")]
    [InlineData(Approvals.Etti, "ETTI")]
    [InlineData(Approvals.Eiti, "EITI")]
    [InlineData(Approvals.Aci, "ACI")]
    public void WorkIntegration_ByApproval_IsBeneficiary(Approvals approval, string name)
    {
        var request = Sample.Association.With(u => u with { LegalCategory = LegalCategory.Parse("5499"), Approvals = approval });

        Assert.Equal("BEN-3", request.Finding("BEN").Provision.Id);
        request.Expect("BEN", Verdict.Met, $"Structure de l'insertion par l'activité économique ({name}).");
    }

    [Theory]
    [InlineData("9221")]
    [InlineData("9222")]
    public void WorkIntegration_ByCategory_NeedsNoStaff(string category) =>
        Sample.Association.With(u => u with { LegalCategory = LegalCategory.Parse(category), Headcount = 0, Approvals = null })
            .Expect("BEN", Verdict.Met, $"Structure de l'insertion par l'activité économique (catégorie juridique {category}).");

    [Fact]
    public void WorkIntegration_CategoryUnknown_IsBeneficiary() =>
        Assert.Equal("BEN-3", Sample.Association.With(u => u with { LegalCategory = null, Approvals = Approvals.Ai }).Finding("BEN").Provision.Id);
}

[Covers("BEN-4")]
public sealed class Ben4Tests
{
    [Fact]
    public void EmployersGroup_ByCategory_NeedsNoActivity()
    {
        var request = Sample.Association.With(u => u with { LegalCategory = LegalCategory.Parse("9223"), HasEconomicActivity = false });

        Assert.Equal("BEN-4", request.Finding("BEN").Provision.Id);
        request.Expect("BEN", Verdict.Met, "Groupement d'employeurs (catégorie juridique 9223).");
    }

    [Fact]
    public void Geiq_ByApproval_IsBeneficiary()
    {
        var request = Sample.Association.With(u => u with { LegalCategory = null, Approvals = Approvals.Geiq });

        Assert.Equal("BEN-4", request.Finding("BEN").Provision.Id);
        request.Expect("BEN", Verdict.Met, "Groupement d'employeurs pour l'insertion et la qualification (GEIQ).");
    }

    [Fact]
    public void EmployersGroup_HeadcountUnknown_IsMetThoughTheThirdDoorIsOpen() =>
        Assert.Equal("BEN-4", Sample.Association.With(u => u with { LegalCategory = LegalCategory.Parse("9223"), Headcount = null }).Finding("BEN").Provision.Id);
}
