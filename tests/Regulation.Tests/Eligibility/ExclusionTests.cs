using Iness.TestKit;

namespace Iness.Regulation.Tests.Eligibility;

/// <summary>What the five declared sectors have in common; each provision then has its own class.</summary>
public abstract class SectorTests(string provision, Sectors sector, string name)
{
    [Fact]
    public void Sector_Declared_IsRefused() => Sample.Association.With(u => u with { Sectors = sector })
        .Expect(provision, Verdict.NotMet, $"Secteur déclaré : {name}. Il n'est pas éligible.");

    [Fact]
    public void Sector_AnotherDeclared_IsMet() => Sample.Association
        .With(u => u with { Sectors = (Sectors)31 & ~sector }).Expect(provision, Verdict.Met, $"Activité hors du secteur exclu « {name} ».");

    [Fact]
    public void Sector_NotDeclared_Waits() => Sample.Association.With(u => u with { Sectors = null })
        .Expect(provision, Verdict.Unknown, $"Il reste à savoir si l'activité relève du secteur exclu « {name} ».", Fact.Sectors);

    [Fact]
    public void Sector_NothingKnown_Waits() => Sample.Association.With(u => u with { Sectors = null, MainActivity = null })
        .Expect(provision, Verdict.Unknown, missing: Fact.Sectors);

    [Fact]
    public void Sector_NoneDeclaredAndNoActivityCode_IsMet() => Sample.Association.With(u => u with { MainActivity = null }).Expect(provision, Verdict.Met);

    protected void ExpectHint(string activity, bool hints)
    {
        var request = Sample.Association.With(u => u with { MainActivity = ActivityCode.Parse(activity) });

        if (hints) request.Expect(provision, Verdict.Review,
            $"Code d'activité {activity} : il peut relever du secteur exclu « {name} ». Un agent de la Région en jugera d'après l'activité réelle (statuts, rapport d'activité).");
        else request.Expect(provision, Verdict.Met);
        request.With(u => u with { Sectors = null }).Expect(provision, hints ? Verdict.Review : Verdict.Unknown, missing: hints ? Fact.None : Fact.Sectors);
        request.With(u => u with { Sectors = sector }).Expect(provision, Verdict.NotMet);
    }
}

[Covers("EXC-1")]
public sealed class Exc1Tests() : SectorTests("EXC-1", Sectors.LiberalProfession, "professions libérales et assimilées")
{
    [Theory]
    [InlineData("47.73Z", true)]
    [InlineData("69.10Z", true)]
    [InlineData("71.11Z", true)]
    [InlineData("71.12A", true)]
    [InlineData("75.00Z", true)]
    [InlineData("86.21Z", true)]
    [InlineData("86.22C", true)]
    [InlineData("86.23Z", true)]
    [InlineData("86.90E", true)]
    [InlineData("47.72A", false)]
    [InlineData("47.74Z", false)]
    [InlineData("71.12B", false)]
    [InlineData("86.10Z", false)]
    [InlineData("74.10Z", false)]
    public void ActivityCode_EachPrefixAndNeighbour_OnlyHints(string activity, bool hints) => ExpectHint(activity, hints);
}

[Covers("EXC-2")]
public sealed class Exc2Tests() : SectorTests("EXC-2", Sectors.FinanceOrRealEstate, "activités financières et immobilières")
{
    [Theory]
    [InlineData("64.19Z", true)]
    [InlineData("65.11Z", true)]
    [InlineData("66.22Z", true)]
    [InlineData("68.20A", true)]
    [InlineData("63.99Z", false)]
    [InlineData("69.10Z", false)]
    public void ActivityCode_EachPrefixAndNeighbour_OnlyHints(string activity, bool hints) => ExpectHint(activity, hints);
}

[Covers("EXC-3")]
public sealed class Exc3Tests() : SectorTests("EXC-3", Sectors.TrainingOrConsulting, "organismes de formation, conseil et bureaux d'études")
{
    [Theory]
    [InlineData("70.21Z", true)]
    [InlineData("70.22Z", true)]
    [InlineData("71.12B", true)]
    [InlineData("71.20B", true)]
    [InlineData("85.59A", true)]
    [InlineData("70.10Z", false)]
    [InlineData("71.12A", false)]
    [InlineData("85.51Z", false)]
    [InlineData("85.60Z", false)]
    public void ActivityCode_EachPrefixAndNeighbour_OnlyHints(string activity, bool hints) => ExpectHint(activity, hints);
}

[Covers("EXC-4")]
public sealed class Exc4Tests() : SectorTests("EXC-4", Sectors.PurchasingCentre, "centrales d'achats")
{
    [Theory]
    [InlineData("46.12A", true)]
    [InlineData("46.17A", true)]
    [InlineData("46.19A", true)]
    [InlineData("46.12B", false)]
    [InlineData("46.17B", false)]
    [InlineData("46.19B", false)]
    public void ActivityCode_EachPrefixAndNeighbour_OnlyHints(string activity, bool hints) => ExpectHint(activity, hints);
}

[Covers("EXC-6")]
public sealed class Exc6Tests() : SectorTests("EXC-6", Sectors.DigitalCore, "numérique pour cœur d'activité")
{
    [Theory]
    [InlineData("58.21Z", true)]
    [InlineData("58.29C", true)]
    [InlineData("61.10Z", true)]
    [InlineData("62.01Z", true)]
    [InlineData("63.11Z", true)]
    [InlineData("63.12Z", true)]
    [InlineData("58.11Z", false)]
    [InlineData("63.91Z", false)]
    [InlineData("60.10Z", false)]
    public void ActivityCode_EachPrefixAndNeighbour_OnlyHints(string activity, bool hints) => ExpectHint(activity, hints);
}

[Covers("EXC-5")]
public sealed class Exc5Tests
{
    [Fact]
    public void Aci_Held_IsRefusedThoughBeneficiary()
    {
        var request = Sample.Association.With(u => u with { Approvals = Approvals.Aci | Approvals.Ei });

        Assert.Equal("BEN-3", request.Finding("BEN").Provision.Id);
        request.Expect("BEN", Verdict.Met, "Structure de l'insertion par l'activité économique (EI, ACI).");
        request.Expect("EXC-5", Verdict.NotMet, "Structure agréée ACI (atelier et chantier d'insertion) : ces structures ne sont pas éligibles.");
        Assert.Equal(OverallVerdict.Ineligible, request.Assess().Verdict);
    }

    [Fact]
    public void Aci_NotHeld_IsMet() => Sample.Association.With(u => u with { Approvals = Approvals.Ei | Approvals.Geiq })
        .Expect("EXC-5", Verdict.Met, "Pas d'agrément ACI (atelier et chantier d'insertion).");

    [Fact]
    public void Aci_ApprovalsUnknown_Waits() => Sample.Association.With(u => u with { Approvals = null })
        .Expect("EXC-5", Verdict.Unknown, "Agréments inconnus : les ateliers et chantiers d'insertion (ACI) ne sont pas éligibles.", Fact.Approvals);
}
