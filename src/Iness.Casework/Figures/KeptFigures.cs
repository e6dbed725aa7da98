using System.Collections.Concurrent;

namespace Iness.Casework.Figures;

/// <summary>Keeps figures that are long to count for a few minutes: many readers cost one count. One for the whole portal.</summary>
public sealed class KeptFigures(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Slot> slots = new(StringComparer.Ordinal);

    /// <summary>What is kept under a name, counted anew when it is too old. Readers who come meanwhile wait for the same count.</summary>
    public async Task<T> GetAsync<T>(string name, TimeSpan kept, Func<Task<T>> count)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(count);
        var slot = slots.GetOrAdd(name, _ => new());
        if (slot.Read<T>(time.GetUtcNow()) is { } fresh) return fresh;
        await slot.Gate.WaitAsync();
        try
        {
            if (slot.Read<T>(time.GetUtcNow()) is { } meanwhile) return meanwhile;
            var counted = await count();
            slot.Kept = (counted, time.GetUtcNow() + kept);
            return counted;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        // One reference, written at once: a reader sees the whole of it or none.
        private volatile Tuple<object, DateTimeOffset>? kept;

        public (object Value, DateTimeOffset Until) Kept
        {
            set => kept = Tuple.Create(value.Value, value.Until);
        }

        public T? Read<T>(DateTimeOffset now)
            where T : class => kept is { } known && known.Item2 > now ? known.Item1 as T : null;
    }
}
