using System.Globalization;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Eligibility;

[Covers("ELI-5")]
public sealed class Eli5Tests
{
    private const string Nothing = "Ni procédure collective, ni aide au sauvetage, ni plan de restructuration déclarés";

    [Covers("ELI-5", AtThreshold = true)]
    [Theory]
    [InlineData(499_999, Verdict.NotMet, "Capitaux propres de 4 999,99 €, inférieurs à la moitié du capital social de 10 000 € : ils doivent en atteindre au moins la moitié.")]
    [InlineData(500_000, Verdict.Met, Nothing + " ; capitaux propres de 5 000 €, au moins la moitié du capital social de 10 000 €.")]
    [InlineData(500_001, Verdict.Met, null)]
    [InlineData(-1, Verdict.NotMet, "Capitaux propres de -0,01 €, inférieurs à la moitié du capital social de 10 000 € : ils doivent en atteindre au moins la moitié.")]
    public void Capital_AroundHalf_MustReachIt(long equity, Verdict verdict, string? explanation) => Company(equity).Expect("ELI-5", verdict, explanation);

    [Theory]
    [InlineData(1, 0, Verdict.NotMet)]
    [InlineData(1, 1, Verdict.Met)]
    [InlineData(0, 0, Verdict.Met)]
    [InlineData(0, -1, Verdict.NotMet)]
    public void Capital_OddCents_AreNotRounded(long capital, long equity, Verdict verdict) =>
        Sample.Company.With(u => u with { Difficulty = u.Difficulty with { ShareCapital = new(capital), Equity = new(equity) } }).Expect("ELI-5", verdict);

    [Covers("ELI-5", AtThreshold = true)]
    [Theory]
    [InlineData("2026-03-02", "2023-03-02", Verdict.NotMet)]
    [InlineData("2026-03-02", "2023-03-03", Verdict.Met)]
    [InlineData("2026-03-02", "2023-03-01", Verdict.NotMet)]
    [InlineData("2027-02-28", "2024-02-29", Verdict.NotMet)]
    [InlineData("2027-02-27", "2024-02-29", Verdict.Met)]
    [InlineData("2026-03-02", "2026-12-31", Verdict.Met)]
    public void Capital_AroundThreeYears_YoungIsExempt(string createdOn, string foundedOn, Verdict verdict) =>
        (Company(0) with { CreatedOn = Day(createdOn) }).With(u => u with { FoundedOn = Day(foundedOn) }).Expect("ELI-5", verdict);

    [Fact]
    public void Capital_Young_SaysSo() => Company(0).With(u => u with { FoundedOn = new(2025, 1, 1) })
        .Expect("ELI-5", Verdict.Met, Nothing + " ; entreprise fondée le 1er janvier 2025, depuis moins de 3 ans.");

    [Fact]
    public void Capital_InCreation_IsExempt() => Company(0).With(u => u with { Stage = Stage.Creation, FoundedOn = null })
        .Expect("ELI-5", Verdict.Met, Nothing + " ; entreprise en création.");

    [Fact]
    public void Capital_InTakeover_IsNotExempt() => Company(0).With(u => u with { Stage = Stage.Takeover }).Expect("ELI-5", Verdict.NotMet);

    [Fact]
    public void Capital_LostAndFoundationUnknown_Waits() => Company(0).With(u => u with { FoundedOn = null }).Expect("ELI-5", Verdict.Unknown,
        "Capitaux propres de 0 €, inférieurs à la moitié du capital social de 10 000 € : la date de création manque, ce critère ne s'applique qu'à partir de 3 ans d'existence.", Fact.FoundedOn);

    [Fact]
    public void Capital_IntactAndFoundationUnknown_IsMet() => Company(500_000).With(u => u with { FoundedOn = null }).Expect("ELI-5", Verdict.Met);

    [Theory]
    [InlineData(null, 100L, Fact.ShareCapital, "Il reste à connaître le capital social : les capitaux propres, de 1 €, doivent en atteindre au moins la moitié.")]
    [InlineData(100L, null, Fact.Equity, "Il reste à connaître les capitaux propres : ils doivent atteindre au moins la moitié du capital social de 1 €.")]
    [InlineData(null, null, Fact.ShareCapital | Fact.Equity, "Il reste à connaître le capital social et les capitaux propres : ceux-ci doivent atteindre au moins la moitié du capital social.")]
    public void Capital_AmountMissing_Waits(long? capital, long? equity, Fact missing, string explanation) => Sample.Company
        .With(u => u with { Difficulty = u.Difficulty with { ShareCapital = capital is { } c ? new Money(c) : null, Equity = equity is { } e ? new Money(e) : null } })
        .Expect("ELI-5", Verdict.Unknown, explanation, missing);

    [Fact]
    public void Capital_AmountMissingButYoung_IsMet() => Sample.Company
        .With(u => u with { FoundedOn = new(2025, 1, 1), Difficulty = u.Difficulty with { ShareCapital = null, Equity = null } }).Expect("ELI-5", Verdict.Met);

    [Theory]
    [InlineData("5458", Verdict.NotMet)]
    [InlineData("5710", Verdict.NotMet)]
    [InlineData("9220", Verdict.Met)]
    [InlineData("9260", Verdict.Met)]
    [InlineData("1000", Verdict.Met)]
    public void Capital_ByCategory_AppliesToCompaniesAndScopOnly(string category, Verdict verdict) =>
        Company(0).With(u => u with { LegalCategory = LegalCategory.Parse(category), Approvals = Approvals.Scop }).Expect("ELI-5", verdict);

    [Fact]
    public void Capital_Association_DoesNotApply() => Sample.Association.Expect("ELI-5", Verdict.Met, Nothing + ".");

    [Fact]
    public void Category_UnknownAndNotYoung_Waits() => Company(1_000_000).With(u => u with { LegalCategory = null }).Expect("ELI-5", Verdict.Unknown,
        "Catégorie juridique inconnue : elle dit si les capitaux propres doivent atteindre la moitié du capital social.", Fact.LegalCategory);

    [Fact]
    public void Category_UnknownButYoung_IsMet() => Company(0).With(u => u with { LegalCategory = null, FoundedOn = new(2025, 1, 1) }).Expect("ELI-5", Verdict.Met);

    [Theory]
    [InlineData(true, false, Verdict.NotMet, Fact.None, "Procédure collective d'insolvabilité en cours : l'entreprise ne doit pas être en difficulté.")]
    [InlineData(false, true, Verdict.NotMet, Fact.None, "Aide au sauvetage non remboursée ou plan de restructuration en cours : l'entreprise ne doit pas être en difficulté.")]
    [InlineData(true, null, Verdict.NotMet, Fact.None, null)]
    [InlineData(null, true, Verdict.NotMet, Fact.None, null)]
    [InlineData(null, false, Verdict.Unknown, Fact.InsolvencyProceedings, "Il reste à savoir si une procédure collective, une aide au sauvetage ou un plan de restructuration est en cours : il ne doit y en avoir aucun.")]
    [InlineData(false, null, Verdict.Unknown, Fact.RescueAidOutstanding, null)]
    [InlineData(null, null, Verdict.Unknown, Fact.InsolvencyProceedings | Fact.RescueAidOutstanding, null)]
    public void Proceedings_EachCombination_NoneMayRun(bool? insolvency, bool? rescue, Verdict verdict, Fact missing, string? explanation) => Sample.Association
        .With(u => u with { Difficulty = new() { InsolvencyProceedings = insolvency, RescueAidOutstanding = rescue } })
        .Expect("ELI-5", verdict, explanation, missing);

    [Fact]
    public void Capital_LostAndProceedingsUnknown_IsRefused() => Company(0)
        .With(u => u with { Difficulty = u.Difficulty with { InsolvencyProceedings = null } }).Expect("ELI-5", Verdict.NotMet);

    private static AssessmentRequest Company(long equity) => Sample.Company.With(u => u with { Difficulty = u.Difficulty with { Equity = new(equity) } });

    private static DateOnly Day(string iso) => DateOnly.Parse(iso, CultureInfo.InvariantCulture);
}
