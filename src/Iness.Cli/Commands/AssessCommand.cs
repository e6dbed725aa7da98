using System.CommandLine;

namespace Iness.Cli.Commands;

/// <summary>« iness assess »: one request, or one per line.</summary>
internal static class AssessCommand
{
    public const string Ending = """
        Le montant du champ « amount » est hors taxes. Un fait inconnu est absent ou null : la réponse dit
        ceux qui manquent. Le format complet est décrit par docs/openapi.json.

        Une erreur de saisie s’écrit « POINTEUR: message » sur la sortie d’erreur, une par ligne, et rien
        n’est écrit sur la sortie standard. Avec --lines, la réponse de la ligne fautive est
        {"line":7,"errors":[{"pointer":"/createdOn","message":"…"}]} et les autres sont traitées.

        Exemples :
          iness assess demande.json
          iness assess --format text demande.json
          iness assess - < demande.json
          iness assess --lines demandes.ndjson > reponses.ndjson

        Codes de sortie :
          0    réponse donnée, que la demande soit éligible ou non
          1    la réponse n’a pas pu être écrite
          2    erreur de saisie, fichier illisible ou commande incorrecte
          130  arrêt demandé (Ctrl-C)
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FICHIER") { Description = "Fichier JSON de la demande, ou « - » pour l’entrée standard." };
        var lines = new Option<bool>("--lines", "-l") { Description = "Lit une demande par ligne (NDJSON) et écrit une réponse JSON par ligne, dans l’ordre, au fil de l’eau." };
        var format = FormatOption.Create();
        var command = new Command("assess", "Applique le règlement à une demande : verdict, chaque disposition avec sa raison, dépenses retenues, montant de l’aide.") { file, lines, format };
        command.SetAction((parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            if (!parsed.GetValue(lines)) return AssessOne.RunAsync(path, parsed.GetValue(format).OrDefault(), cancellation);
            if (parsed.GetValue(format) == OutputFormat.Text)
            {
                Console.Error.WriteLine("Avec --lines, les réponses sont toujours en JSON : retirez --format text.");
                return Task.FromResult(ExitCode.BadInput);
            }

            return AssessLines.RunAsync(path, cancellation);
        });
        return command;
    }
}
