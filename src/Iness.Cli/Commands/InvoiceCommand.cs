using System.CommandLine;
using Iness.Casework.Documents.Invoices;
using Iness.Cli.Reports;
using Iness.Cli.Terminal;

namespace Iness.Cli.Commands;

/// <summary>« iness invoice »: what an electronic invoice states.</summary>
internal static class InvoiceCommand
{
    public const string Ending = """
        Sont lues les factures Factur-X et ZUGFeRD (PDF, tous profils), CII et UBL (XML), et les avoirs.
        Rien n’est calculé : ce que la facture n’indique pas est null. taxTotal est la TVA dans la devise
        de la facture. Les profils MINIMUM et BASIC WL n’ont pas de lignes.

        Exemples :
          iness invoice facture.pdf
          iness invoice - < facture.xml

        Codes de sortie :
          0    facture lue
          1    la réponse n’a pas pu être écrite
          2    fichier illisible, qui n’est pas une facture électronique, ou commande incorrecte
          130  arrêt demandé (Ctrl-C)
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FICHIER") { Description = "Facture électronique, ou « - » pour l’entrée standard." };
        var command = new Command("invoice", "Lit une facture électronique et écrit en JSON ce qu’elle indique.") { file };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(file)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var input = StandardStreams.OpenInput(path);
            var read = await ReadInvoice.ExecuteAsync(input, path == "-" ? null : path, cancellation);
            return read.IsDone ? Files.Write(InvoiceReport.Of(read.Value)) : UsageErrors.Tell([Paragraph.Printable(read.Message!)]);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (Files.IsUnreadable(exception))
        {
            return Files.TellUnreadable(path, exception);
        }
    }
}
