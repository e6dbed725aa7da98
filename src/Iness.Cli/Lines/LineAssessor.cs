using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Iness.Cli.Lines;

/// <summary>
/// Answers one line per line, in order, in constant memory: one task reads, the processors assess whole batches, one task writes.
/// The channel between them is short, so that a slow reader of the answers slows the reading down.
/// </summary>
internal static class LineAssessor
{
    /// <returns>False when at least one line was refused.</returns>
    public static async Task<bool> ExecuteAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var inFlight = Channel.CreateBounded<Task<LineBatch>>(Environment.ProcessorCount);
        var idle = new ConcurrentBag<LineBatch>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        var reading = ReadAsync(input, inFlight.Writer, idle, stop.Token);
        var allRight = true;
        await foreach (var answering in inFlight.Reader.ReadAllAsync(cancellationToken))
        {
            var batch = await answering;
            if (!await TryWriteAsync(output, batch.Answers, cancellationToken))
            {
                await stop.CancelAsync();
                break;
            }

            allRight &= !batch.HasErrors;
            batch.Reset();
            idle.Add(batch);
        }

        await reading;
        foreach (var batch in idle) batch.Dispose();
        return allRight;
    }

    /// <returns>False when whoever read the answers has gone (« | head »): there is nobody left to tell.</returns>
    private static async ValueTask<bool> TryWriteAsync(Stream output, ReadOnlyMemory<byte> answers, CancellationToken cancellationToken)
    {
        try
        {
            await output.WriteAsync(answers, cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task ReadAsync(Stream input, ChannelWriter<Task<LineBatch>> inFlight, ConcurrentBag<LineBatch> idle, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            var lines = new LineReader(input);
            while (await lines.NextAsync(idle.TryTake(out var used) ? used : new(), cancellationToken) is { } batch)
            {
                await inFlight.WriteAsync(Task.Run(batch.Assess, cancellationToken), cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            failure = exception;
        }

        inFlight.Complete(failure);
    }
}
