using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Iness.Cli.Terminal;

/// <summary>Help in French, drawn from the descriptions of the commands themselves, and closed by examples and exit codes.</summary>
internal sealed class FrenchHelp(IReadOnlyDictionary<Command, string> endings) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int Gap = 3;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(Paragraph.Wrap(command.Description ?? "", 0));
        output.WriteLine();
        output.WriteLine($"Usage : {Usage(command)}");
        Section(output, "Commandes", [.. command.Subcommands.Select(one => (one.Name, one.Description))]);
        Section(output, "Arguments", [.. command.Arguments.Select(one => (one.Name, one.Description))]);
        Section(output, "Options", [.. command.Options.Concat(Inherited(command)).Select(one => (Names(one), one.Description))]);
        if (endings.TryGetValue(command, out var ending))
        {
            output.WriteLine();
            output.WriteLine(ending);
        }

        return ExitCode.Success;
    }

    private static string Usage(Command command)
    {
        var commands = command.Subcommands.Count > 0 ? " COMMANDE" : "";
        return $"{Path(command)}{commands}{string.Concat(command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" {argument.Name}"))} [OPTIONS]";
    }

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "iness";

    private static string Names(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias is ['-', _]).Append(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private static IEnumerable<Option> Inherited(Command command) =>
        command is RootCommand ? [] : command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Concat(Inherited(parent))).Where(option => option is HelpOption);

    private static void Section(TextWriter output, string title, IReadOnlyList<(string Name, string? Description)> rows)
    {
        if (rows.Count == 0) return;
        var column = Indent + rows.Max(row => row.Name.Length) + Gap;
        output.WriteLine();
        output.WriteLine($"{title} :");
        foreach (var (name, description) in rows)
        {
            output.WriteLine(new string(' ', Indent) + name.PadRight(column - Indent) + Paragraph.Wrap(description ?? "", column));
        }
    }
}
