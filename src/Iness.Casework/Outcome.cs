namespace Iness.Casework;

/// <summary>Why an action was refused. A refusal is an answer, never an exception.</summary>
public enum Refusal
{
    /// <summary>There is no such thing, or not for this person: the two are told alike.</summary>
    NotFound,

    /// <summary>The person may see it, but not do this.</summary>
    NotAllowed,

    /// <summary>The status, or somebody else's change, stands in the way.</summary>
    Conflict,

    /// <summary>What was given is not right.</summary>
    Invalid,
}

/// <summary>What an action came to: done, or refused with a French sentence for the person who tried.</summary>
public readonly record struct Outcome
{
    private Outcome(Refusal? refusal, string? message) => (Refusal, Message) = (refusal, message);

    /// <summary>Why it was refused; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What to tell the person; null when it was done.</summary>
    public string? Message { get; }

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>It was done.</summary>
    public static Outcome Done { get; }

    /// <summary>It was refused.</summary>
    public static Outcome Refused(Refusal refusal, string message) => new(refusal, message);

    /// <summary>There is no such thing for this person.</summary>
    public static Outcome NotFound { get; } = new(Casework.Refusal.NotFound, "Cette page n'existe pas, ou vous n'y avez pas accès.");
}

/// <summary>What an action that gives something came to.</summary>
/// <typeparam name="T">What it gives when done.</typeparam>
public readonly record struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal, string? message) => (this.value, Refusal, Message) = (value, refusal, message);

    /// <summary>Why it was refused; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What to tell the person; null when it was done.</summary>
    public string? Message { get; }

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Refusal is null;

    /// <summary>What it gave.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => IsDone ? value! : throw new InvalidOperationException($"Refused: {Message}");

    /// <summary>Done, with what it gives.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null, null);

    /// <summary>Refused as another action was.</summary>
    public static implicit operator Outcome<T>(Outcome refused) =>
        refused.IsDone ? throw new InvalidOperationException("An action that gives something cannot be done without it.") : new(default, refused.Refusal, refused.Message);
}
