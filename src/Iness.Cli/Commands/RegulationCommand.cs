using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Iness.Casework.Assessments;
using Iness.Cli.Reports;
using Iness.Cli.Terminal;
using Iness.Regulation;

namespace Iness.Cli.Commands;

/// <summary>« iness regulation »: the provisions and the figures in force on a day.</summary>
internal static class RegulationCommand
{
    public const string Ending = """
        Exemples :
          iness regulation
          iness regulation --on 2023-06-01 --format json

        Codes de sortie :
          0    règlement affiché
          1    la réponse n’a pas pu être écrite
          2    date ou commande incorrecte
        """;

    public static Command Create(TimeProvider clock)
    {
        var on = new Option<DateOnly?>("--on")
        {
            HelpName = "AAAA-MM-JJ",
            Description = "Jour considéré : création de la demande et octroi de l’aide. Par défaut : aujourd’hui.",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
                result.AddError("date");
                return null;
            },
        };
        var format = FormatOption.Create();
        var command = new Command("regulation", "Donne le règlement en vigueur : chaque disposition, sa lecture, ses sources, et les chiffres avec leur date d’effet.") { on, format };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(on) ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            var first = SchemeParameters.Of2021.EffectiveFrom;
            if (day < first) return UsageErrors.Tell([$"Le dispositif n’existe que depuis le {French.Date(first)}."]);
            return Files.Write(parsed.GetValue(format).OrDefault() == OutputFormat.Text
                ? Encoding.UTF8.GetBytes(RegulationReport.Of(day, Ink.OfTerminal()))
                : Json(day));
        });
        return command;
    }

    private static ReadOnlySpan<byte> Json(DateOnly day)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, AssessmentAnswerWriter.Indented);
        new RegulationInForce(day).Write(json);
        json.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }
}
