using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Cli.Reports;
using Iness.Regulation;

namespace Iness.Cli.Commands;

/// <summary><c>iness regulation [--on DATE]</c>: the provisions and parameters in force.</summary>
internal static class RegulationCommand
{
    private const string Details =
        """
        Affiche les dispositions et les paramètres en vigueur : règle, lecture retenue, sources.

        Exemples :
          iness regulation
          iness regulation --on 2023-06-30 --format json
        """;

    public static Command Create()
    {
        var on = new Option<DateOnly?>("--on")
        {
            Description = "Jour de création de la demande (et d'octroi, pour les aides de minimis). Par défaut aujourd'hui.",
            HelpName = "AAAA-MM-JJ",
            CustomParser = result =>
            {
                if (!DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    result.AddError($"--on : « {result.Tokens[0].Value} » n'est pas une date ; AAAA-MM-JJ est attendu.");
                else if (date < SchemeParameters.Of2021.EffectiveFrom)
                    result.AddError($"--on : le dispositif n'existe que depuis le {French.Date(SchemeParameters.Of2021.EffectiveFrom)}.");
                else
                    return date;
                return null;
            },
        };
        var format = OutputFormatOption.Create();
        var command = new Command("regulation", Details) { on, format };
        command.SetAction(result => Execute(result.GetValue(on) ?? Today(), OutputFormatOption.Of(result.GetValue(format))));
        return command;
    }

    private static int Execute(DateOnly on, OutputFormat format)
    {
        var regulation = new RegulationInForce(on);
        if (format == OutputFormat.Text)
        {
            RegulationReport.Write(Console.Out, regulation);
            return ExitCodes.Answered;
        }

        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, AssessmentAnswerWriter.Indented)) regulation.Write(writer);
        output.WriteByte((byte)'\n');
        return ExitCodes.Answered;
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
