using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Casework.Tests.Registers;

public sealed class RegisterReadingTests : IAsyncLifetime
{
    private RegisterReplay replay = null!;
    private RegisterClient client = null!;

    public async ValueTask InitializeAsync()
    {
        replay = await RegisterReplay.StartAsync(Fictional.Folder);
        client = new(replay.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await replay.DisposeAsync();
    }

    [Fact]
    public async Task Find_Association_GivesItsFacts()
    {
        var before = TimeProvider.System.GetUtcNow();
        var record = await client.RecordAsync(Fictional.Association);

        Assert.Equal(Fictional.Association, record.Siren.Digits);
        Assert.Equal("LES JARDINS FICTIFS DU BEFFROI", record.Name);
        Assert.Equal("01000001600013", record.Siret);
        Assert.Equal(LegalCategory.Parse("9220"), record.LegalCategory);
        Assert.Equal(ActivityCode.Parse("88.99B"), record.MainActivity);
        Assert.Equal(CommuneCode.Parse("59350"), record.Commune);
        Assert.Equal("LILLE", record.CommuneName);
        Assert.Equal(new DateOnly(2012, 4, 3), record.FoundedOn);
        Assert.Equal(StaffBand.Of("11", 2023), record.StaffBand);
        Assert.Equal("10 à 19 salariés", record.StaffBand!.Label);
        Assert.Null(record.Turnover);
        Assert.Null(record.TurnoverYear);
        Assert.False(record.HasCeased);
        Assert.Equal(Approvals.None, record.WorkIntegration);
        Assert.True(record.IsSocialEconomy);
        Assert.Equal("W000000001", record.AssociationNumber);
        Assert.False(record.IsPartial);
        Assert.InRange(record.FetchedAt, before, TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Find_WorkersCooperative_GivesItsCategoryAndTurnover()
    {
        var record = await client.RecordAsync(Fictional.WorkersCooperative);

        Assert.True(record.LegalCategory!.Value.IsWorkersCooperative);
        Assert.Equal(Money.Euros(611_200), record.Turnover);
        Assert.Equal(2023, record.TurnoverYear);
    }

    [Fact]
    public async Task Find_SeveralYearsOfFinances_KeepsTheLatestThatHasATurnover()
    {
        var record = await client.RecordAsync(Fictional.CapitalCompany);

        Assert.Equal(Money.Euros(842_350), record.Turnover);
        Assert.Equal(2024, record.TurnoverYear);
    }

    [Fact]
    public async Task Find_WorkIntegrationPrintedAsAList_GivesItsType()
    {
        var record = await client.RecordAsync(Fictional.WorkIntegration);

        Assert.Equal(Approvals.Ei, record.WorkIntegration);
    }

    [Fact]
    public async Task Find_Siren_GivesTheHeadOffice()
    {
        var record = await client.RecordAsync(Fictional.CapitalCompany);

        Assert.Equal(Fictional.CapitalCompanyHeadOffice, record.Siret);
        Assert.Equal(CommuneCode.Parse("80021"), record.Commune);
    }

    [Fact]
    public async Task Find_SiretOfAnotherEstablishment_GivesThatOne()
    {
        var record = await client.RecordAsync(Fictional.CapitalCompanyInBeauvais);

        Assert.Equal(Fictional.CapitalCompanyInBeauvais, record.Siret);
        Assert.Equal(CommuneCode.Parse("60057"), record.Commune);
        Assert.Equal("BEAUVAIS", record.CommuneName);
        Assert.Equal(new DateOnly(2017, 2, 1), record.FoundedOn);
        Assert.False(record.HasCeased);
    }

    [Fact]
    public async Task Find_SiretOfAClosedEstablishment_SaysItHasCeased() =>
        Assert.True((await client.RecordAsync(Fictional.CapitalCompanyClosedShop)).HasCeased);

    [Theory]
    [InlineData(Fictional.Partial, RegisterMood.Answering)]
    [InlineData(Fictional.WorkersCooperative, RegisterMood.Withholding)]
    public async Task Find_UnitThatOpposesDiffusion_LeavesWithheldFactsUnknown(string siren, RegisterMood mood)
    {
        replay.Mood = mood;
        var record = await client.RecordAsync(siren);

        Assert.True(record.IsPartial);
        Assert.Null(record.Name);
        Assert.Null(record.Commune);
        Assert.Null(record.CommuneName);
        Assert.NotNull(record.LegalCategory);
        Assert.NotNull(record.FoundedOn);
    }

    [Fact]
    public async Task Find_UnknownNumber_SaysNothingIsKnown() => Assert.Equal(new CompanySearch.NothingKnown(), await client.FindAsync(Fictional.Unknown));

    [Fact]
    public async Task Search_Name_GivesTheUnitsThatMatchInASmallPage()
    {
        var found = Assert.IsType<CompanySearch.Found>(await client.SearchAsync(" fictif "));

        Assert.Equal(["COMPTOIR FICTIF DE LA SOMME", "LES JARDINS FICTIFS DU BEFFROI"], found.Records.Select(record => record.Name).Order(StringComparer.Ordinal));
        Assert.EndsWith("?q=fictif&per_page=10", Assert.Single(replay.Received).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_NameWithReservedCharacters_AsksForThatNameOnly()
    {
        Assert.Equal(new CompanySearch.NothingKnown(), await client.SearchAsync("café & thé?per_page=25#é"));
        Assert.Equal("/search?q=caf%C3%A9%20%26%20th%C3%A9%3Fper_page%3D25%23%C3%A9&per_page=10", Assert.Single(replay.Received).Target);
    }

    [Fact]
    public async Task Search_NameTooShortForTheRegister_SaysNothingIsKnown() => Assert.Equal(new CompanySearch.NothingKnown(), await client.SearchAsync("ab"));

    [Fact]
    public async Task Search_Empty_SaysNothingIsKnown()
    {
        replay.Mood = RegisterMood.Blank;
        Assert.Equal(new CompanySearch.NothingKnown(), await client.SearchAsync("fictif"));
    }

    [Fact]
    public async Task Find_Always_SaysWhoAsks()
    {
        await client.FindAsync(Fictional.Association);
        Assert.StartsWith("Iness/", Assert.Single(replay.Received).UserAgent, StringComparison.Ordinal);
    }
}
