using System.CommandLine;

namespace Iness.Cli.Commands;

/// <summary>How an answer is shown.</summary>
internal enum OutputFormat
{
    Json,
    Text,
}

/// <summary>The option that chooses it.</summary>
internal static class FormatOption
{
    public static Option<OutputFormat?> Create() => new("--format", "-f")
    {
        HelpName = "json|text",
        Description = "Réponse en JSON, ou rapport à lire. Par défaut : text dans un terminal, json sinon.",
        CustomParser = result =>
        {
            switch (result.Tokens.Count == 1 ? result.Tokens[0].Value : null)
            {
                case "json": return OutputFormat.Json;
                case "text": return OutputFormat.Text;
                default:
                    result.AddError("format");
                    return null;
            }
        },
    };

    public static OutputFormat OrDefault(this OutputFormat? format) =>
        format ?? (Console.IsOutputRedirected ? OutputFormat.Json : OutputFormat.Text);
}
