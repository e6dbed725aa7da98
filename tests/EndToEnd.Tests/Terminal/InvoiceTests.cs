using System.Diagnostics;
using System.Text.Json;
using Iness.TestKit;
using Iness.TestKit.Invoices;

namespace Iness.EndToEnd.Tests.Terminal;

/// <summary>Electronic invoices read at a terminal.</summary>
public sealed class InvoiceTests
{
    private const long MostMemory = 200_000_000;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile => [.. HostileInvoices.Names];

    [Fact]
    public async Task Invoice_Extended_IsWrittenInTheWordsOfTheContract()
    {
        var outcome = await Iness.RunAsync("", "invoice", Fixture("facture-etendue.cii.xml"));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal("""
            {
              "syntax": "cii",
              "number": "2026-0117",
              "typeCode": "380",
              "issuedOn": "2026-03-31",
              "currency": "EUR",
              "seller": {
                "name": "Ateliers du Beffroi numérique",
                "legalId": "900000092"
              },
              "buyer": {
                "name": "Les Serres de la Lys",
                "legalId": null
              },
              "netTotal": 1240.50,
              "taxTotal": 248.10,
              "grandTotal": 1488.60,
              "prepaid": 500.00,
              "due": 988.60,
              "lines": [
                {
                  "name": "Boutique en ligne",
                  "quantity": 1,
                  "netAmount": 1240.50
                },
                {
                  "name": "Création de la vitrine",
                  "quantity": 2.5,
                  "netAmount": 1000.50
                },
                {
                  "name": "Abonnement, premier trimestre",
                  "quantity": 3,
                  "netAmount": 240.00
                }
              ]
            }

            """, outcome.Output);
    }

    [Fact]
    public async Task Invoice_FromStandardInput_IsRead()
    {
        var outcome = await Iness.RunAsync(await File.ReadAllTextAsync(Fixture("avoir.ubl.xml"), Stop), "invoice", "-");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        using var answer = JsonDocument.Parse(outcome.Output);
        Assert.Equal(("ubl", "381"), (answer.RootElement.GetProperty("syntax").GetString(), answer.RootElement.GetProperty("typeCode").GetString()));
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("taxTotal").ValueKind);
    }

    [Theory]
    [InlineData("nulle-part.pdf", "nulle-part.pdf : fichier introuvable.")]
    [InlineData("/", "/ : c’est un dossier, un fichier est attendu.")]
    public async Task Invoice_NoFile_SaysSoInOneLine(string path, string message)
    {
        var outcome = await Iness.RunAsync("", "invoice", path);
        Assert.Equal((2, "", message), (outcome.ExitCode, outcome.Output, Assert.Single(outcome.ErrorLines)));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Invoice_HostileFile_IsRefusedWithinTimeAndMemory(string name)
    {
        var path = Path.Combine(ScratchFolder.New(), name);
        await File.WriteAllBytesAsync(path, HostileInvoices.Make(name), Stop);

        using var process = Iness.Start("invoice", path);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        var (peak, time) = (0L, TimeSpan.Zero);
        while (!process.HasExited)
        {
            process.Refresh();
            // Its own time: the other tests run beside it.
            if (Spent(process) is { } spent) (peak, time) = spent;
            await Task.WhenAny(process.WaitForExitAsync(Stop), Task.Delay(5, Stop));
        }

        File.Delete(path);
        Assert.Equal((2, ""), (process.ExitCode, await output));
        Assert.StartsWith($"Le fichier « {name} » ", Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.InRange(time, TimeSpan.Zero, MostTime);
        Assert.InRange(peak, 1, MostMemory);
    }

    /// <summary>Null when it has ended meanwhile.</summary>
    private static (long Peak, TimeSpan Time)? Spent(Process process)
    {
        try
        {
            return process.PeakWorkingSet64 is > 0 and var peak ? (peak, process.TotalProcessorTime) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Fixture(string name) => RepositoryRoot.PathOf("tests", "Fixtures", "invoices", name);
}
