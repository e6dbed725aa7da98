using System.Text;
using Iness.Casework.Lifecycle;

namespace Iness.Casework.Tests.Lifecycle;

/// <summary>docs/lifecycle.md, made from the table.</summary>
internal static class LifecycleDocument
{
    public static string Write()
    {
        var document = new StringBuilder(
            """
            # Vie d'une demande

            Écrit par les tests (`UPDATE_SNAPSHOTS=1 make test`) d'après `FileLifecycle`, jamais à la main. Ce que la table ne contient pas est refusé, sans rien
            changer ; chaque passage est noté dans l'historique de la demande et dans le journal d'audit.

            ```mermaid
            stateDiagram-v2

            """);
        foreach (var status in Enum.GetValues<FileStatus>()) document.Append($"    state \"{status.InFrench()}\" as {status}\n");
        document.Append($"    [*] --> {FileStatus.Draft}\n");
        foreach (var (from, action, to, by, _) in FileLifecycle.Transitions) document.Append($"    {from} --> {to} : {action.InFrench()} ({by.InFrench()})\n");
        foreach (var status in Enum.GetValues<FileStatus>().Where(status => FileLifecycle.Transitions.All(transition => transition.From != status)))
            document.Append($"    {status} --> [*]\n");
        document.Append("```\n\n| état | action | nouvel état | par | fondement |\n|---|---|---|---|---|\n");
        foreach (var (from, action, to, by, basis) in FileLifecycle.Transitions)
            document.Append($"| {from.InFrench()} | {action.InFrench()} | {to.InFrench()} | {by.InFrench()} | {basis} |\n");
        return document.ToString();
    }
}
