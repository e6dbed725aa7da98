using System.Threading.Channels;

namespace Iness.Cli.Lines;

/// <summary>
/// Reads, assesses on every core, and writes in order, at the pace of the slowest. The batches are as many as may be under way and
/// are used again: memory does not grow with the input.
/// </summary>
internal sealed class LinePipeline(Stream input, Stream output)
{
    private static readonly int BatchesUnderWay = Environment.ProcessorCount * 2 + 2;

    private readonly Channel<LineBatch> free = Channel.CreateBounded<LineBatch>(BatchesUnderWay);
    private readonly Channel<Task<LineBatch>> underWay = Channel.CreateBounded<Task<LineBatch>>(BatchesUnderWay);

    /// <summary>Answers every line.</summary>
    /// <returns>Whether some line could not be read.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (var i = 0; i < BatchesUnderWay; i++) free.Writer.TryWrite(new());
        var reading = ReadAsync(stop.Token);
        try
        {
            var hadErrors = await WriteAsync(stop.Token);
            await reading;
            return hadErrors;
        }
        finally
        {
            await stop.CancelAsync();
            // What stopped the writing is what is told; a reading cut short by it is not.
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        try
        {
            var reader = new LineReader(input);
            while (true)
            {
                var batch = await free.Reader.ReadAsync(stop);
                if (!await reader.FillAsync(batch, stop)) break;
                await underWay.Writer.WriteAsync(Task.Run(batch.Assess, stop), stop);
            }
        }
        finally
        {
            underWay.Writer.Complete();
        }
    }

    private async Task<bool> WriteAsync(CancellationToken stop)
    {
        var hadErrors = false;
        await foreach (var assessing in underWay.Reader.ReadAllAsync(stop))
        {
            var batch = await assessing;
            try
            {
                await output.WriteAsync(batch.Answers, stop);
                await output.FlushAsync(stop);
            }
            catch (IOException exception)
            {
                throw new OutputException(exception);
            }

            hadErrors |= batch.HasErrors;
            await free.Writer.WriteAsync(batch, stop);
        }

        return hadErrors;
    }
}

/// <summary>A failure of the output, told apart from one of the input.</summary>
internal sealed class OutputException(IOException reason) : Exception("The output failed.", reason)
{
    public IOException Reason { get; } = reason;
}
