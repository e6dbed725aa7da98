using Iness.Cli.Lines;
using Iness.Cli.Terminal;

namespace Iness.Cli.Commands;

/// <summary>Assesses one request per line, without ever holding more than a few batches of them.</summary>
internal static class AssessLines
{
    public static async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var input = StandardStreams.OpenInput(path);
            using var output = StandardStreams.OpenOutput();
            var hadErrors = await new LinePipeline(input, output).RunAsync(cancellation);
            return hadErrors ? ExitCode.BadInput : ExitCode.Success;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (OutputException exception)
        {
            return Files.TellUnwritten(exception.Reason);
        }
        catch (Exception exception) when (Files.IsUnreadable(exception))
        {
            return Files.TellUnreadable(path, exception);
        }
    }
}
