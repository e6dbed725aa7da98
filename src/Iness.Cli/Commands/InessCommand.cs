using System.CommandLine;
using System.CommandLine.Help;
using Iness.Cli.Terminal;
using Iness.Regulation;

namespace Iness.Cli.Commands;

/// <summary>The command line as a whole.</summary>
internal static class InessCommand
{
    private const string Ending = """
        Exemples :
          iness assess demande.json
          iness regulation --on 2023-06-01
          iness audit verify --sqlite data/iness.db
          iness replay INESS-2026-000123 --sqlite data/iness.db
          iness invoice facture.pdf

        Aide d’une commande : iness COMMANDE --help
        """;

    public static RootCommand Create(TimeProvider clock)
    {
        var assess = AssessCommand.Create();
        var regulation = RegulationCommand.Create(clock);
        var audit = AuditCommand.Create();
        var replay = ReplayCommand.Create();
        var seed = SeedCommand.Create();
        var registers = RegistersCommand.Create();
        var account = AccountCommand.Create(clock);
        var invoice = InvoiceCommand.Create();
        var root = new RootCommand($"{Scheme.Name} : {Scheme.Title} (Région Hauts-de-France). Dit si une demande est éligible, pourquoi, et pour quel montant.")
        {
            assess,
            regulation,
            audit,
            replay,
            seed,
            registers,
            account,
            invoice,
        };
        var endings = new Dictionary<Command, string>
        {
            [root] = Ending,
            [assess] = AssessCommand.Ending,
            [regulation] = RegulationCommand.Ending,
            [audit] = AuditCommand.Ending,
            [replay] = ReplayCommand.Ending,
            [seed] = SeedCommand.Ending,
            [registers] = RegistersCommand.Ending,
            [account] = AccountCommand.Ending,
            [invoice] = InvoiceCommand.Ending,
        };
        foreach (var command in audit.Subcommands) endings[command] = command.Name == "verify" ? AuditCommand.VerifyEnding : AuditCommand.ExportEnding;
        foreach (var command in registers.Subcommands) endings[command] = RegistersCommand.ImportEnding;
        foreach (var command in account.Subcommands) endings[command] = AccountCommand.CreateEnding;
        foreach (var option in root.Options)
        {
            if (option is HelpOption help) (help.Action, help.Description) = (new FrenchHelp(endings), "Affiche cette aide.");
            if (option is VersionOption) option.Description = "Affiche la version du logiciel.";
        }

        return root;
    }
}
