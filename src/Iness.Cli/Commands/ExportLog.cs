using Iness.Casework.Audit;
using Iness.Cli.Lines;
using Iness.Cli.Terminal;

namespace Iness.Cli.Commands;

/// <summary>Writes a log line by line, as it is read.</summary>
internal static class ExportLog
{
    public static async Task<int> RunAsync(AuditSource source, CancellationToken cancellation)
    {
        try
        {
            var output = new BufferedStream(StandardStreams.OpenOutput(), 1 << 16);
            await foreach (var record in source.ReadAsync(cancellation)) await WriteAsync(() => output.WriteAsync(AuditFile.Write(record), cancellation).AsTask());
            await WriteAsync(() => output.FlushAsync(cancellation));
            return ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (OutputException exception)
        {
            return Files.TellUnwritten(exception.Reason);
        }
        catch (Exception exception) when (AuditSource.IsUnreadable(exception))
        {
            return source.TellUnreadable(exception);
        }
    }

    // A failure to write must not pass for a failure to read.
    private static async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (IOException exception)
        {
            throw new OutputException(exception);
        }
    }
}
