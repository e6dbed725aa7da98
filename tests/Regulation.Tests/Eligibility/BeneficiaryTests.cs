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
