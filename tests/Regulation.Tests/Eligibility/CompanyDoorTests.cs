using Iness.TestKit;

namespace Iness.Regulation.Tests.Eligibility;

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
