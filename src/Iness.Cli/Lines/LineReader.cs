using System.Buffers;

namespace Iness.Cli.Lines;

/// <summary>Cuts a stream into batches of whole lines. A line too long is passed over without ever being held.</summary>
internal sealed class LineReader(Stream input)
{
    private readonly byte[] buffer = new byte[128 * 1024];
    private int start;
    private int end;
    private long nextLine = 1;
    private int lineLength;
    private bool skipping;

    /// <summary>Fills a batch; null at the end of the stream.</summary>
    public async ValueTask<LineBatch?> NextAsync(LineBatch batch, CancellationToken cancellationToken)
    {
        batch.FirstLine = nextLine;
        while (!(batch.IsFull && lineLength == 0 && !skipping))
        {
            if (start == end)
            {
                start = 0;
                end = await input.ReadAsync(buffer, cancellationToken);
                if (end == 0) break;
            }

            TakePart(batch);
        }

        // The last line need not end with a line break; one that was passed over still counts as a line.
        if (skipping || lineLength > 0) EndLine(batch);
        return batch.Input.WrittenCount > 0 ? batch : null;
    }

    private void TakePart(LineBatch batch)
    {
        var rest = buffer.AsSpan(start, end - start);
        var lineBreak = rest.IndexOf((byte)'\n');
        var part = lineBreak < 0 ? rest : rest[..lineBreak];
        start += part.Length + (lineBreak < 0 ? 0 : 1);

        if (!skipping && lineLength + part.Length > LineBatch.LongestLine) Skip(batch);
        if (!skipping)
        {
            batch.Input.Write(part);
            lineLength += part.Length;
        }

        if (lineBreak >= 0) EndLine(batch);
    }

    private void Skip(LineBatch batch)
    {
        skipping = true;
        batch.TooLong.Add(nextLine);
    }

    private void EndLine(LineBatch batch)
    {
        batch.Input.Write("\n"u8);
        nextLine++;
        lineLength = 0;
        skipping = false;
    }
}
