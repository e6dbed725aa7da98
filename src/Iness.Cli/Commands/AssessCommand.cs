using System.CommandLine;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Cli.Lines;
using Iness.Cli.Reports;
using Iness.Regulation;
using Microsoft.Win32.SafeHandles;

namespace Iness.Cli.Commands;

/// <summary><c>iness assess FILE|-</c>: one request, or one a line.</summary>
internal static class AssessCommand
{
    private const string Details =
        """
        Évalue une demande : verdict, chaque disposition avec sa raison, montant retenu de chaque dépense, aide.

        FICHIER contient une demande au format JSON du contrat ; « - » lit l'entrée standard.
        Avec --lines, chaque ligne est une demande (NDJSON) et donne une ligne de réponse, dans l'ordre, en mémoire constante.

        Codes de retour : 0 une réponse est donnée, même « non éligible » ; 2 l'entrée est erronée :
        une ligne « POINTEUR: message » par erreur sur la sortie d'erreur et rien sur la sortie standard ;
        avec --lines, la réponse de la ligne est {"line":7,"errors":[…]}, les autres lignes continuent.

        Exemples :
          iness assess demande.json
          iness assess --format json demande.json
          cat demandes.ndjson | iness assess --lines -
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FICHIER") { Description = "Fichier à lire, ou « - » pour l'entrée standard." };
        var lines = new Option<bool>("--lines") { Description = "Une demande par ligne (NDJSON), une réponse par ligne, toujours en JSON." };
        var format = OutputFormatOption.Create();
        var command = new Command("assess", Details) { file, lines, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(lines) && result.GetValue(format) == OutputFormat.Text) result.AddError("--lines répond toujours en JSON : --format text ne convient pas.");
        });
        command.SetAction((result, cancellationToken) =>
            ExecuteAsync(result.GetValue(file)!, result.GetValue(lines), OutputFormatOption.Of(result.GetValue(format)), cancellationToken));
        return command;
    }

    private static async Task<int> ExecuteAsync(string file, bool lines, OutputFormat format, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            await using var output = lines ? OpenPipeOrConsole() : Console.OpenStandardOutput();
            return lines
                ? await LineAssessor.ExecuteAsync(input, output, cancellationToken) ? ExitCodes.Answered : ExitCodes.BadInput
                : await AssessOneAsync(input, output, format, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return await RefuseAsync($"{file} : ce fichier n'existe pas.");
        }
        catch (UnauthorizedAccessException)
        {
            return await RefuseAsync($"{file} : ce fichier ne peut pas être lu (droits, ou dossier).");
        }
    }

    private static async Task<int> AssessOneAsync(Stream input, Stream output, OutputFormat format, CancellationToken cancellationToken)
    {
        using var document = new MemoryStream();
        await input.CopyToAsync(document, cancellationToken);
        var errors = new List<InputError>();
        if (AssessmentRequestReader.Read(document.GetBuffer().AsSpan(0, (int)document.Length), errors) is not { } request)
        {
            foreach (var error in errors) await Console.Error.WriteLineAsync($"{error.Pointer}: {error.Message}");
            return ExitCodes.BadInput;
        }

        var assessment = EligibilityAssessment.Assess(request);
        if (format == OutputFormat.Text)
        {
            await using var report = new StreamWriter(output);
            AssessmentReport.Write(report, assessment);
            return ExitCodes.Answered;
        }

        await using (var writer = new Utf8JsonWriter(output, AssessmentAnswerWriter.Indented)) AssessmentAnswerWriter.Write(writer, assessment);
        output.WriteByte((byte)'\n');
        return ExitCodes.Answered;
    }

    /// <summary>
    /// The console's own stream hides that nobody reads a pipe any more; a file stream says so, and the work can stop. On a real
    /// file it would write at its own offset, over what another process has written since.
    /// </summary>
    private static Stream OpenPipeOrConsole()
    {
        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return ExitCodes.BadInput;
    }
}
