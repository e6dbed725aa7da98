using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Iness.Cli.Terminal;

/// <summary>What is wrong with a command line, in French.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> In(ParseResult parsed)
    {
        if (parsed.Action is not ParseErrorAction) return [];
        var unknown = parsed.UnmatchedTokens.Select(token => $"« {token} » n’est pas attendu ici.").ToList();
        if (unknown.Count > 0) return unknown;
        var messages = parsed.Errors.Select(error => Describe(error.SymbolResult)).Distinct().ToList();
        return [.. messages, $"Aide : {Path(parsed.CommandResult)} --help"];
    }

    public static int Tell(IReadOnlyList<string> errors)
    {
        foreach (var error in errors) Console.Error.WriteLine(error);
        return ExitCode.BadInput;
    }

    private static string Describe(SymbolResult? symbol) => symbol switch
    {
        OptionResult { Tokens.Count: 0 } option => $"L’option {option.Option.Name} attend une valeur.",
        OptionResult { Tokens.Count: > 1 } option => $"L’option {option.Option.Name} est donnée plusieurs fois.",
        OptionResult option => $"Valeur incorrecte pour l’option {option.Option.Name} : « {option.Tokens[0].Value} »{Expected(option.Option)}.",
        ArgumentResult { Parent: OptionResult option } => Describe(option),
        ArgumentResult argument => $"L’argument {argument.Argument.Name} est obligatoire.",
        CommandResult { Command: RootCommand } => "Une commande est attendue.",
        _ => "Cette commande est incomplète.",
    };

    private static string Expected(Option option) => option.HelpName is { } expected ? $", {expected} attendu" : "";

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "iness";
}
