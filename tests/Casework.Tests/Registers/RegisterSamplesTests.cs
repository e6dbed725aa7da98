using Iness.Regulation;
using Iness.TestKit;

namespace Iness.Casework.Tests.Registers;

/// <summary>The register's real answers, kept beside the repository on the machines that have them.</summary>
public sealed class RegisterSamplesTests
{
    public static TheoryData<string, string?, string, string, string, string, string?, long?, bool> Samples => new()
    {
        { "338365059", "CENTRE SOCIAL 'CAP DE TOUT'", "33836505900017", "9230", "88.99B", "64373", "11", null, false },
        { "533744991", "IDDEE 13", "53374499100035", "5710", "38.32Z", "13215", "12", 3130136L, false },
        { "552032534", "DANONE", "55203253400703", "5599", "70.10Z", "75109", "42", 27376000000L, false },
        { "800329849", "THEATRE STEPHANE GILDAS", "80032984900023", "9220", "90.01Z", "75113", "02", null, false },
        { "880878145", "GANYMEDE", "88087814500015", "5710", "62.02A", "75108", "NN", null, true },
        { "908595879", "SEVERNAYA", "90859587900010", "5710", "70.21Z", "75108", "01", null, false },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Find_RealAnswer_IsReadWhole(
        string siren, string? name, string siret, string category, string activity, string commune, string? band, long? turnover, bool ceased)
    {
        await using var replay = await RegisterReplay.StartAsync(SamplesOrSkip());
        await using var client = new RegisterClient(replay.Address);

        var record = await client.RecordAsync(siren);

        Assert.Equal(name, record.Name);
        Assert.Equal(siret, record.Siret);
        Assert.Equal(LegalCategory.Parse(category), record.LegalCategory);
        Assert.Equal(ActivityCode.Parse(activity), record.MainActivity);
        Assert.Equal(CommuneCode.Parse(commune), record.Commune);
        Assert.Equal(band, record.StaffBand?.Code);
        Assert.Equal(turnover is { } euros ? Money.Euros(euros) : null, record.Turnover);
        Assert.Equal(ceased, record.HasCeased);
        Assert.False(record.IsPartial);
    }

    [Fact]
    public async Task Find_RealWorkIntegrationUndertaking_GivesItsType()
    {
        await using var replay = await RegisterReplay.StartAsync(SamplesOrSkip());
        await using var client = new RegisterClient(replay.Address);

        Assert.Equal(Approvals.Ei, (await client.RecordAsync("533744991")).WorkIntegration);
    }

    [Fact]
    public async Task Find_RealHeadOfficeBySiret_GivesTheSameUnit()
    {
        await using var replay = await RegisterReplay.StartAsync(SamplesOrSkip());
        await using var client = new RegisterClient(replay.Address);

        Assert.Equal("W643000551", (await client.RecordAsync("33836505900017")).AssociationNumber);
    }

    private static string SamplesOrSkip()
    {
        var samples = RepositoryRoot.OutsideData("samples", "recherche-entreprises");
        Assert.SkipWhen(samples is null, "The register's real answers are not on this machine.");
        return samples!;
    }
}
