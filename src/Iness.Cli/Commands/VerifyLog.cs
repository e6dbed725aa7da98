using Iness.Casework.Audit;

namespace Iness.Cli.Commands;

/// <summary>Checks a log and says what it found in one sentence.</summary>
internal static class VerifyLog
{
    public static async Task<int> RunAsync(AuditSource source, string? noted, CancellationToken cancellation)
    {
        try
        {
            var verdict = await VerifyAudit.ExecuteAsync(source.ReadAsync(cancellation), noted, cancellation);
            if (verdict.Fault is { } fault)
            {
                Console.WriteLine(fault);
                return ExitCode.Broken;
            }

            Console.WriteLine(verdict.Sequence == 0 ? "Journal intact : il est vide." : $"Journal intact : {verdict.Sequence} ligne{(verdict.Sequence > 1 ? "s" : "")}, dernière empreinte {verdict.Hash}.");
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (AuditSource.IsUnreadable(exception))
        {
            return source.TellUnreadable(exception);
        }
    }
}
