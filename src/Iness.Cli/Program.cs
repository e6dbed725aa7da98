using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Iness.Cli.Commands;

CultureInfo.CurrentUICulture = new("fr");

var root = new RootCommand("Le dispositif INESS en ligne de commande : évaluer une demande, lire le règlement.")
{
    AssessCommand.Create(),
    RegulationCommand.Create(),
};

root.Options.OfType<HelpOption>().Single().Description = "Affiche cette aide.";

return await root.Parse(args).InvokeAsync();
