namespace Iness.Cli.Lines;

/// <summary>Cuts a stream into batches of whole lines, as they arrive: a line is answered without waiting for the next.</summary>
internal sealed class LineReader(Stream input)
{
    private const int LongestLine = LineBatch.LongestLine;

    private byte[] remainder = new byte[1 << 16];
    private int remainderLength;
    private long line = 1;
    private bool ended;

    /// <summary>Puts the next lines in a batch; false at the end of the input.</summary>
    public async ValueTask<bool> FillAsync(LineBatch batch, CancellationToken stop)
    {
        Start(batch);
        for (var scanned = 0; ;)
        {
            var end = LastLineFeed(batch, scanned);
            if (end >= 0)
            {
                Keep(batch, end + 1);
                line += batch.Text.AsSpan(0, batch.Length).Count((byte)'\n');
                return true;
            }

            // At the end of the input, what is left is a line without its line feed.
            if (ended) return batch.Length > 0;
            if (batch.Length > LongestLine) return await SkipLineAsync(batch, stop);
            scanned = batch.Length;
            await ReadMoreAsync(batch, stop);
        }
    }

    /// <summary>Passes over the rest of a line that is too long, which is never held whole.</summary>
    private async Task<bool> SkipLineAsync(LineBatch batch, CancellationToken stop)
    {
        int end;
        do
        {
            batch.Length = 0;
            await ReadMoreAsync(batch, stop);
            end = batch.Text.AsSpan(0, batch.Length).IndexOf((byte)'\n');
        }
        while (end < 0 && !ended);

        if (end >= 0) Keep(batch, end + 1);
        (batch.Length, batch.IsTooLong) = (0, true);
        line++;
        return true;
    }

    private void Start(LineBatch batch)
    {
        (batch.Length, batch.IsTooLong, batch.FirstLine) = (remainderLength, false, line);
        if (batch.Text.Length < remainderLength) batch.Text = new byte[remainder.Length];
        remainder.AsSpan(0, remainderLength).CopyTo(batch.Text);
        remainderLength = 0;
    }

    private async Task ReadMoreAsync(LineBatch batch, CancellationToken stop)
    {
        if (batch.Length == batch.Text.Length)
        {
            var larger = new byte[Math.Min(batch.Text.Length * 2, LongestLine + 1)];
            batch.Text.CopyTo(larger, 0);
            batch.Text = larger;
        }

        var read = await input.ReadAsync(batch.Text.AsMemory(batch.Length), stop);
        ended = read == 0;
        batch.Length += read;
    }

    /// <summary>Leaves so many bytes in the batch, and sets the others aside for the next.</summary>
    private void Keep(LineBatch batch, int length)
    {
        remainderLength = batch.Length - length;
        if (remainder.Length < remainderLength) remainder = new byte[batch.Text.Length];
        batch.Text.AsSpan(length, remainderLength).CopyTo(remainder);
        batch.Length = length;
    }

    private static int LastLineFeed(LineBatch batch, int from)
    {
        var end = batch.Text.AsSpan(from, batch.Length - from).LastIndexOf((byte)'\n');
        return end < 0 ? -1 : from + end;
    }
}
