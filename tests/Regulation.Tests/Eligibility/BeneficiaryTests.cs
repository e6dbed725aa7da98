using Iness.TestKit;

namespace Iness.Regulation.Tests.Eligibility;

[Covers("BEN")]
public sealed class BenTests
{
    [Theory]
    [InlineData("9210", "sociétés de capitaux")]
    [InlineData("9240", "Catégorie juridique 9240")]
    [InlineData("9300", "Catégorie juridique 9300")]
    [InlineData("1000", "Catégorie juridique 1000")]
    [InlineData("5202", "Catégorie juridique 5202")]
    public void Ben_FormNotNamed_IsRefused(string category, string part)
    {
        var request = Sample.Association.With(u => u with { LegalCategory = LegalCategory.Parse(category) });

        request.Expect("BEN", Verdict.NotMet);
        Assert.Contains(part, request.Finding("BEN").Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Ben_FormNotNamed_SaysWhoMay() => Sample.Association.With(u => u with { LegalCategory = LegalCategory.Parse("9300") }).Expect("BEN", Verdict.NotMet,
        "Catégorie juridique 9300 : le dispositif s'adresse aux sociétés de capitaux agréées ESUS, aux SCOP, aux associations employeuses ayant une activité économique, aux structures d'insertion par l'activité économique et aux groupements d'employeurs.");

    [Fact]
    public void Ben_NothingKnown_WaitsForCategoryAndApprovals() => new AssessmentRequest { CreatedOn = Sample.Created }.Expect("BEN", Verdict.Unknown,
        "Catégorie juridique inconnue : il faut être société de capitaux agréée ESUS, SCOP, association employeuse ayant une activité économique, structure d'insertion par l'activité économique ou groupement d'employeurs.",
        Fact.LegalCategory | Fact.Approvals);

    [Theory]
    [InlineData("1000")]
    [InlineData("9210")]
    [InlineData("9300")]
    public void Ben_ApprovalsUnknown_LeavesIntegrationAndGeiqOpen(string category) => Sample.Association
        .With(u => u with { LegalCategory = LegalCategory.Parse(category), Approvals = null })
        .Expect("BEN", Verdict.Unknown, $"Catégorie juridique {category} : il reste à savoir si un agrément ou une convention (insertion, GEIQ) est détenu.", Fact.Approvals);

    [Fact]
    public void Ben_CategoryUnknownWithoutEsus_StaysOpenForTheThreeOthers() =>
        Sample.Association.With(u => u with { LegalCategory = null }).Expect("BEN", Verdict.Unknown, missing: Fact.LegalCategory);
}

[Covers("BEN-1"), Covers("BEN-2"), Covers("BEN-3"), Covers("BEN-4")]
public sealed class DoorTests
{
    private const Fact Both = Fact.LegalCategory | Fact.Approvals;

    [Theory]
    [InlineData(null, null, Both, Both, Both, Both)]
    [InlineData(null, Approvals.Esus, Fact.LegalCategory, Fact.LegalCategory, Fact.LegalCategory, Fact.LegalCategory)]
    [InlineData(null, Approvals.None, Fact.None, Fact.LegalCategory, Fact.LegalCategory, Fact.LegalCategory)]
    [InlineData("5499", null, Fact.Approvals, Fact.Approvals, Fact.Approvals, Fact.Approvals)]
    [InlineData("5499", Approvals.None, Fact.None, Fact.None, Fact.None, Fact.None)]
    [InlineData("1000", null, Fact.None, Fact.None, Fact.Approvals, Fact.Approvals)]
    [InlineData("9220", null, Fact.None, Fact.None, Fact.Headcount | Fact.EconomicActivity | Fact.Approvals, Fact.Approvals)]
    [InlineData("9220", Approvals.None, Fact.None, Fact.None, Fact.Headcount | Fact.EconomicActivity, Fact.None)]
    public void Doors_NotPassed_WaitForTheirOwnFacts(string? category, Approvals? approvals, Fact company, Fact cooperative, Fact association, Fact group)
    {
        var undertaking = new Undertaking { LegalCategory = category is null ? null : LegalCategory.Parse(category), Approvals = approvals };
        Iness.Regulation.Eligibility.BeneficiaryRule.Door[] doors =
        [
            Iness.Regulation.Eligibility.BeneficiaryRule.CapitalCompanyWithEsus(undertaking),
            Iness.Regulation.Eligibility.BeneficiaryRule.WorkersCooperative(undertaking),
            Iness.Regulation.Eligibility.BeneficiaryRule.EmployingAssociationOrWorkIntegration(undertaking),
            Iness.Regulation.Eligibility.BeneficiaryRule.EmployersGroup(undertaking),
        ];

        Assert.All(doors, door => Assert.False(door.Met));
        Assert.Equal([company, cooperative, association, group], doors.Select(door => door.Missing));
    }

    [Fact]
    public void Association_WithoutStaffAndApprovalsUnknown_WaitsForApprovalsOnly() => Sample.Association.With(u => u with { Headcount = 0, Approvals = null })
        .Expect("BEN", Verdict.Unknown, "Catégorie juridique 9220 : il reste à savoir si un agrément ou une convention (insertion, GEIQ) est détenu.", Fact.Approvals);
}

[Covers("BEN-1")]
public sealed class Ben1Tests
{
    [Theory]
    [InlineData("5308", true)]
    [InlineData("5307", false)]
    [InlineData("5309", false)]
    [InlineData("5399", false)]
    [InlineData("5400", true)]
    [InlineData("5499", true)]
    [InlineData("5599", true)]
    [InlineData("5710", true)]
    [InlineData("5899", true)]
    [InlineData("5900", false)]
    [InlineData("9220", false)]
    public void CapitalCompanyWithEsus_ByCategory_IsBeneficiaryOrNot(string category, bool met)
    {
        var request = Sample.Company.With(u => u with { LegalCategory = LegalCategory.Parse(category), Headcount = 0 });

        Assert.Equal(met ? "BEN-1" : "BEN", request.Finding("BEN").Provision.Id);
        Assert.Equal(met ? Verdict.Met : Verdict.NotMet, request.Finding("BEN").Verdict);
    }

    [Fact]
    public void CapitalCompany_WithEsus_SaysSo() => Sample.Company.Expect("BEN", Verdict.Met, "Société de capitaux (catégorie juridique 5499) agréée ESUS.");

    [Fact]
    public void CapitalCompany_WithoutEsus_IsRefused() => Sample.Company.With(u => u with { Approvals = Approvals.None })
        .Expect("BEN", Verdict.NotMet, "Société de capitaux (catégorie juridique 5499) sans agrément ESUS ni qualité de SCOP : l'un des deux est nécessaire.");

    [Fact]
    public void CapitalCompany_ApprovalsUnknown_WaitsForThem() => Sample.Company.With(u => u with { Approvals = null })
        .Expect("BEN", Verdict.Unknown, "Société de capitaux (catégorie juridique 5499) : il reste à savoir si elle est agréée ESUS, SCOP ou structure d'insertion.", Fact.Approvals);

    [Fact]
    public void CapitalCompany_AlsoWorkIntegration_CitesTheFirstDoor() =>
        Assert.Equal("BEN-1", Sample.Company.With(u => u with { Approvals = Approvals.Esus | Approvals.Ei | Approvals.Scop }).Finding("BEN").Provision.Id);

    [Fact]
    public void Esus_CategoryUnknown_KeepsTheDoorOpen()
    {
        var door = Iness.Regulation.Eligibility.BeneficiaryRule.CapitalCompanyWithEsus(new() { Approvals = Approvals.Esus });

        Assert.False(door.Met);
        Assert.Equal(Fact.LegalCategory, door.Missing);
    }

    [Fact]
    public void NoEsus_CategoryUnknown_ShutsTheDoor() =>
        Assert.Equal(Fact.None, Iness.Regulation.Eligibility.BeneficiaryRule.CapitalCompanyWithEsus(new() { Approvals = Approvals.Scop }).Missing);
}

[Covers("BEN-2")]
public sealed class Ben2Tests
{
    [Theory]
    [InlineData("5458")]
    [InlineData("5558")]
    [InlineData("5658")]
    public void Scop_ByCategory_IsBeneficiary(string category)
    {
        var request = Sample.Company.With(u => u with { LegalCategory = LegalCategory.Parse(category), Approvals = Approvals.Esus });

        Assert.Equal("BEN-2", request.Finding("BEN").Provision.Id);
        request.Expect("BEN", Verdict.Met, $"Société coopérative de production (catégorie juridique {category}).");
    }

    [Theory]
    [InlineData("5457")]
    [InlineData("5459")]
    [InlineData("5557")]
    [InlineData("5559")]
    [InlineData("5657")]
    [InlineData("5659")]
    public void NeighbouringCategory_WithoutApproval_IsRefused(string category) =>
        Sample.Company.With(u => u with { LegalCategory = LegalCategory.Parse(category), Approvals = Approvals.None }).Expect("BEN", Verdict.NotMet);

    [Fact]
    public void Scop_AsSas_IsBeneficiaryByItsApproval()
    {
        var request = Sample.Company.With(u => u with { LegalCategory = LegalCategory.Parse("5710"), Approvals = Approvals.Scop });

        Assert.Equal("BEN-2", request.Finding("BEN").Provision.Id);
        request.Expect("BEN", Verdict.Met, "Société coopérative de production, d'après l'agrément SCOP déclaré.");
    }

    [Fact]
    public void Scop_ApprovalsUnknown_IsStillBeneficiary() =>
        Assert.Equal("BEN-2", Sample.Company.With(u => u with { LegalCategory = LegalCategory.Parse("5458"), Approvals = null }).Finding("BEN").Provision.Id);
}

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
