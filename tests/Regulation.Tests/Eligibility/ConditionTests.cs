using System.Globalization;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Eligibility;

[Covers("ELI-1")]
public sealed class Eli1Tests
{
    [Theory]
    [InlineData("02691", "02")]
    [InlineData("59350", "59")]
    [InlineData("60057", "60")]
    [InlineData("62041", "62")]
    [InlineData("80021", "80")]
    public void Location_InTheFiveDepartments_IsMet(string commune, string department) =>
        Sample.Association.With(u => u with { Commune = CommuneCode.Parse(commune) })
            .Expect("ELI-1", Verdict.Met, $"Établissement dans la commune {commune}, département {department}, en Hauts-de-France.");

    [Theory]
    [InlineData("01001")]
    [InlineData("03001")]
    [InlineData("58001")]
    [InlineData("61001")]
    [InlineData("63001")]
    [InlineData("79001")]
    [InlineData("81001")]
    [InlineData("2A004")]
    [InlineData("97105")]
    public void Location_Elsewhere_IsRefused(string commune) => Sample.Association.With(u => u with { Commune = CommuneCode.Parse(commune) })
        .Expect("ELI-1", Verdict.NotMet, $"Établissement dans la commune {commune} : elle doit être dans l'un des départements 02, 59, 60, 62 ou 80.");

    [Theory]
    [InlineData(Stage.Existing, Verdict.Met)]
    [InlineData(Stage.Creation, Verdict.Met)]
    [InlineData(Stage.Takeover, Verdict.Met)]
    [InlineData(Stage.Ceased, Verdict.NotMet)]
    public void Location_ByStage_OnlyCeasedIsRefused(Stage stage, Verdict verdict) => Sample.Association.With(u => u with { Stage = stage }).Expect("ELI-1", verdict);

    [Fact]
    public void Location_CeasedAndCommuneUnknown_IsRefused() => Sample.Association.With(u => u with { Stage = Stage.Ceased, Commune = null })
        .Expect("ELI-1", Verdict.NotMet, "Entreprise cessée : elle doit exister, être en création ou en reprise.");

    [Fact]
    public void Location_CommuneUnknown_Waits() => Sample.Association.With(u => u with { Commune = null }).Expect("ELI-1", Verdict.Unknown,
        "Commune inconnue : l'établissement qui porte le projet doit être dans l'Aisne (02), le Nord (59), l'Oise (60), le Pas-de-Calais (62) ou la Somme (80).", Fact.Commune);
}

[Covers("ELI-2")]
public sealed class Eli2Tests
{
    [Covers("ELI-2", AtThreshold = true)]
    [Theory]
    [InlineData(199_999_999, Verdict.Met, "Chiffre d'affaires de 1 999 999,99 €, inférieur à 2 000 000 €.")]
    [InlineData(200_000_000, Verdict.NotMet, "Chiffre d'affaires de 2 000 000 € : il doit être inférieur à 2 000 000 €.")]
    [InlineData(200_000_001, Verdict.NotMet, "Chiffre d'affaires de 2 000 000,01 € : il doit être inférieur à 2 000 000 €.")]
    [InlineData(0, Verdict.Met, "Chiffre d'affaires de 0 €, inférieur à 2 000 000 €.")]
    public void Turnover_AroundTwoMillion_MustBeUnder(long cents, Verdict verdict, string explanation) =>
        Sample.Association.With(u => u with { Turnover = new(cents) }).Expect("ELI-2", verdict, explanation);

    [Fact]
    public void Turnover_Unknown_Waits() => Sample.Association.With(u => u with { Turnover = null })
        .Expect("ELI-2", Verdict.Unknown, "Chiffre d'affaires inconnu : il doit être inférieur à 2 000 000 €.", Fact.Turnover);
}

[Covers("ELI-3")]
public sealed class Eli3Tests
{
    [Covers("ELI-3", AtThreshold = true)]
    [Theory]
    [InlineData("19.99", Verdict.Met, "Effectif de 19,99 salariés, inférieur à 20.")]
    [InlineData("20", Verdict.NotMet, "Effectif de 20 salariés : il doit être inférieur à 20.")]
    [InlineData("20.01", Verdict.NotMet, "Effectif de 20,01 salariés : il doit être inférieur à 20.")]
    [InlineData("1.5", Verdict.Met, "Effectif de 1,5 salarié, inférieur à 20.")]
    [InlineData("2", Verdict.Met, "Effectif de 2 salariés, inférieur à 20.")]
    [InlineData("1200", Verdict.NotMet, "Effectif de 1 200 salariés : il doit être inférieur à 20.")]
    public void Headcount_AroundTwenty_MustBeUnder(string headcount, Verdict verdict, string explanation) =>
        Sample.Association.With(u => u with { Headcount = decimal.Parse(headcount, CultureInfo.InvariantCulture) }).Expect("ELI-3", verdict, explanation);

    [Fact]
    public void Headcount_Unknown_Waits() => Sample.Company.With(u => u with { Headcount = null })
        .Expect("ELI-3", Verdict.Unknown, "Effectif inconnu : il doit être inférieur à 20.", Fact.Headcount);
}

[Covers("ELI-4")]
public sealed class Eli4Tests
{
    [Theory]
    [InlineData(true, true, Verdict.Met, Fact.None, "Impôts et cotisations sociales déclarés à jour.")]
    [InlineData(false, true, Verdict.NotMet, Fact.None, "Les impôts ne sont pas à jour : ils doivent l'être, ainsi que les cotisations sociales.")]
    [InlineData(true, false, Verdict.NotMet, Fact.None, "Les cotisations sociales ne sont pas à jour : elles doivent l'être, ainsi que les impôts.")]
    [InlineData(false, false, Verdict.NotMet, Fact.None, "Ni les impôts ni les cotisations sociales ne sont à jour : les deux doivent l'être.")]
    [InlineData(null, false, Verdict.NotMet, Fact.None, null)]
    [InlineData(false, null, Verdict.NotMet, Fact.None, null)]
    [InlineData(null, true, Verdict.Unknown, Fact.TaxUpToDate, "Il reste à savoir si les impôts sont à jour : ils doivent l'être, ainsi que les cotisations sociales.")]
    [InlineData(true, null, Verdict.Unknown, Fact.SocialUpToDate, "Il reste à savoir si les cotisations sociales sont à jour : elles doivent l'être, ainsi que les impôts.")]
    [InlineData(null, null, Verdict.Unknown, Fact.TaxUpToDate | Fact.SocialUpToDate, "Il reste à savoir si les impôts et les cotisations sociales sont à jour : les deux doivent l'être.")]
    public void Contributions_EachCombination_BothMustBeUpToDate(bool? tax, bool? social, Verdict verdict, Fact missing, string? explanation) =>
        Sample.Association.With(u => u with { TaxUpToDate = tax, SocialUpToDate = social }).Expect("ELI-4", verdict, explanation, missing);
}
