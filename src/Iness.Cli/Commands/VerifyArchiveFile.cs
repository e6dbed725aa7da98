using Iness.Casework.Archives;
using Iness.Cli.Terminal;
using Iness.Regulation;

namespace Iness.Cli.Commands;

/// <summary>Checks the archive of a file and says what it found in one sentence.</summary>
internal static class VerifyArchiveFile
{
    /// <summary>Whether what is given is an archive rather than a log: by its name, since a broken one must be told for what it is.</summary>
    public static bool IsOne(string? path) => path is not null && path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    public static async Task<int> RunAsync(string path, string? logPath, string? noted, CancellationToken cancellation)
    {
        var log = logPath is null ? null : AuditSource.Of(null, null, logPath);
        try
        {
            await using var archive = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: false);
            var verdict = await VerifyArchive.ExecuteAsync(archive, log?.ReadAsync(cancellation), noted, cancellation);
            if (verdict.Fault is { } fault)
            {
                Console.WriteLine(Paragraph.Printable(fault));
                return ExitCode.Broken;
            }

            Console.WriteLine($"Archive intacte : dossier {verdict.Number}, {French.Plural(verdict.Files, "fichier", "fichiers")}, {French.Plural(verdict.Lines, "ligne", "lignes")} de journal{(log is null ? "" : ", toutes dans le journal entier")}.");
            Console.WriteLine($"Empreinte de l’archive : {verdict.ManifestSha256}");
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Iness.Casework.Audit.AuditFileException exception) when (log is not null)
        {
            return log.TellUnreadable(exception);
        }
        catch (Exception exception) when (Files.IsUnreadable(exception))
        {
            return Files.TellUnreadable(path, exception);
        }
    }
}
