using System.Text;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Casework.Tests.Registers;

/// <summary>Answers that are not quite what was expected: one wrong field costs that field, a wrong document costs the answer.</summary>
public sealed class RegisterAnswerTests : IAsyncLifetime
{
    private RegisterReplay replay = null!;
    private RegisterClient client = null!;

    public async ValueTask InitializeAsync()
    {
        replay = await RegisterReplay.StartAsync();
        client = new(replay.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await replay.DisposeAsync();
    }

    [Theory]
    [InlineData("\"nature_juridique\": 9220")]
    [InlineData("\"nature_juridique\": \"92\"")]
    [InlineData("\"activite_principale\": \"8899B\"")]
    [InlineData("\"activite_principale\": {}")]
    [InlineData("\"date_creation\": \"2012-02-31\"")]
    [InlineData("\"date_creation\": 2012")]
    [InlineData("\"tranche_effectif_salarie\": \"99\"")]
    [InlineData("\"siege\": []")]
    [InlineData("\"siege\": {\"commune\": 59350, \"siret\": null}")]
    [InlineData("\"siege\": \"[ND]\", \"nom_complet\": \"[ND]\"")]
    [InlineData("\"siege\": {\"libelle_commune\": \"[ND] LILLE\"}, \"nom_complet\": \"[NON-DIFFUSIBLE]\"")]
    [InlineData("\"matching_etablissements\": {}, \"complements\": [], \"finances\": []")]
    [InlineData("\"complements\": {\"type_siae\": [\"EI\"], \"est_ess\": \"true\", \"identifiant_association\": 3}")]
    [InlineData("\"finances\": {\"2024\": 3, \"deux mille\": {\"ca\": 4}, \"2023\": {\"ca\": \"5\"}, \"2022\": {\"ca\": -6}}")]
    [InlineData("\"finances\": {\"2024\": {\"ca\": 1e300}}")]
    [InlineData("\"a_property_of_tomorrow\": [[{}]]")]
    public async Task Find_FieldOfAnotherKind_LosesThatFieldOnly(string member)
    {
        Answer($$"""{"results": [{"siren": "{{Fictional.Association}}", {{member}}}], "total_results": 1}""");

        var record = await client.RecordAsync(Fictional.Association);

        Assert.Equal(
            new CompanyRecord { Siren = record.Siren, FetchedAt = record.FetchedAt },
            record);
    }

    [Theory]
    [InlineData("EI", Approvals.Ei)]
    [InlineData("['EI','ACI']", Approvals.Ei | Approvals.Aci)]
    [InlineData("['AI', 'ETTI', 'EITI']", Approvals.Ai | Approvals.Etti | Approvals.Eiti)]
    [InlineData("[\\\"GEIQ\\\"]", Approvals.Geiq)]
    [InlineData("['EA','ACI','EIX']", Approvals.Aci)]
    [InlineData("[]", Approvals.None)]
    public async Task Find_WorkIntegrationTypes_ReadsThoseTheSchemeKnows(string types, Approvals expected)
    {
        Answer($$$"""{"results": [{"siren": "{{{Fictional.Association}}}", "complements": {"type_siae": "{{{types}}}"}}]}""");

        Assert.Equal(expected, (await client.RecordAsync(Fictional.Association)).WorkIntegration);
    }

    [Theory]
    [InlineData("1234.5", 123_450)]
    [InlineData("1234.0", 123_400)]
    [InlineData("0", 0)]
    [InlineData("12.345", 1_235)]
    public async Task Find_TurnoverWithDecimals_IsReadToTheCent(string turnover, long cents)
    {
        Answer($$$"""{"results": [{"siren": "{{{Fictional.Association}}}", "finances": {"2024": {"ca": {{{turnover}}} } } }]}""");

        Assert.Equal(new Money(cents), (await client.RecordAsync(Fictional.Association)).Turnover);
    }

    [Fact]
    public async Task Find_AnswerAboutAnotherUnit_SaysNothingIsKnown()
    {
        Answer($$"""{"results": [{"siren": "{{Fictional.Partial}}"}, {"siren": "[ND]"}, 3]}""");
        Assert.Equal(new CompanySearch.NothingKnown(), await client.FindAsync(Fictional.Association));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"results\": [{\"siren\": \"0100")]
    [InlineData("{\"results\": {}}")]
    [InlineData("<html><body>Maintenance</body></html>")]
    [InlineData("{\"results\": [{\"siren\": \"010000016\", \"nom_complet\": \"\\ud800\"}]}")]
    public async Task Find_AnotherDocument_IsUnavailable(string body)
    {
        Answer(body);
        await client.UnavailableAsync(Fictional.Association, Unavailability.Error);
    }

    [Fact]
    public async Task Find_AnotherEncoding_IsUnavailable()
    {
        replay.Body = Encoding.Latin1.GetBytes("""{"results": [{"siren": "010000016", "nom_complet": "ÉCOLE"}]}""");
        await client.UnavailableAsync(Fictional.Association, Unavailability.Error);
    }

    [Fact]
    public async Task Find_DeeplyNestedDocument_IsUnavailable()
    {
        Answer("{\"results\": " + new string('[', 5000) + new string(']', 5000) + "}");
        await client.UnavailableAsync(Fictional.Association, Unavailability.Error);
    }

    private void Answer(string body) => replay.Body = Encoding.UTF8.GetBytes(body);
}
