using System.CommandLine;

namespace Iness.Cli.Commands;

/// <summary>How an answer is drawn.</summary>
internal enum OutputFormat
{
    Json,
    Text,
}

/// <summary>The option every command shares.</summary>
internal static class OutputFormatOption
{
    public static Option<OutputFormat?> Create()
    {
        var option = new Option<OutputFormat?>("--format")
        {
            Description = "json : le JSON du contrat ; text : un compte rendu lisible. Par défaut text dans un terminal, json sinon.",
            HelpName = "json|text",
            CustomParser = result => result.Tokens[0].Value switch
            {
                "json" => OutputFormat.Json,
                "text" => OutputFormat.Text,
                var other => Refuse(result, other),
            },
        };
        option.CompletionSources.Add("json", "text");
        return option;
    }

    public static OutputFormat Of(OutputFormat? asked) => asked ?? (Console.IsOutputRedirected ? OutputFormat.Json : OutputFormat.Text);

    private static OutputFormat? Refuse(System.CommandLine.Parsing.ArgumentResult result, string value)
    {
        result.AddError($"--format : « {value} » est inconnu ; json ou text est attendu.");
        return null;
    }
}
