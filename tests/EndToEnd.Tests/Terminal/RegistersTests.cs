using Iness.TestKit;

namespace Iness.EndToEnd.Tests.Terminal;

/// <summary>The national register, imported by somebody at a terminal.</summary>
public sealed class RegistersTests
{
    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Import_AFile_TellsWhatIsKeptAndWhatIsRefused(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var file = Path.Combine(ScratchFolder.New(), "aides.csv");
        await File.WriteAllTextAsync(file, "identifiant_beneficiaire;montant_esb;date_octroi\n024058671;3490;2026-02-03\n024058671;x;2026-02-03\n", TestContext.Current.CancellationToken);

        var outcome = await Iness.RunAsync("", "registers", "import", file, engine == Engine.Sqlite ? "--sqlite" : "--postgres", database.Connection);

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith("1 ligne importée", outcome.OutputLines[0], StringComparison.Ordinal);
        Assert.Equal("- ligne 3 : montant illisible « x »", outcome.OutputLines[^1]);
    }
}
