namespace Iness.Casework.Registers.DeMinimis;

/// <summary>
/// Puts the rows of the register in the order of the indexes of their table, whatever their number: sorted in runs on disk, then merged. Rows
/// that come in order are added at the end of each index, and taken out from its beginning; in the order of the file each row would touch a
/// page of its own, and the database would write the index many times over.
/// </summary>
internal sealed class SortedRegister : IDisposable
{
    private const int RunLength = 30_000;

    private readonly List<RegisterRun> runs = [];
    private List<RegisteredAid> filling = new(RunLength);
    private Task writing = Task.CompletedTask;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    public ValueTask AddAsync(RegisteredAid aid)
    {
        Count++;
        filling.Add(aid);
        return filling.Count < RunLength ? default : new(WriteRunAsync());
    }

    /// <summary>There are no more rows.</summary>
    public async Task CompleteAsync()
    {
        if (filling.Count > 0) await WriteRunAsync();
        await writing;
    }

    /// <summary>The rows in order, once, each with its rank as its line.</summary>
    public IEnumerable<RegisteredAid> Read(int import)
    {
        var next = new PriorityQueue<RegisterRun, RegisterRun.Place>();
        foreach (var run in runs.Where(run => run.Advance())) next.Enqueue(run, run.Current);
        for (var line = 1; next.TryPeek(out var run, out _); line++)
        {
            yield return run.Take(import, line);
            if (run.Advance()) next.DequeueEnqueue(run, run.Current);
            else next.Dequeue();
        }
    }

    public void Dispose()
    {
        // A run that is still being written is waited for: its file goes with it. What it met was told by CompleteAsync.
        ((IAsyncResult)writing).AsyncWaitHandle.WaitOne();
        foreach (var run in runs) run.Dispose();
    }

    /// <summary>One run is written while the next is read; no more than one, so that memory stays what it is.</summary>
    private async Task WriteRunAsync()
    {
        await writing;
        var full = filling;
        filling = new(RunLength);
        writing = Task.Run(() => runs.Add(RegisterRun.Write(full)));
    }
}
