using Iness.Casework.Lifecycle;

namespace Iness.Casework.Audit;

/// <summary>Who acts.</summary>
/// <param name="AccountId">The account; null for the system and for somebody who has none yet.</param>
/// <param name="Role">As what.</param>
public readonly record struct Actor(Guid? AccountId, Role Role)
{
    /// <summary>Timed work.</summary>
    public static Actor System { get; } = new(null, Role.System);

    /// <summary>Somebody not signed in: opening an account, asking for a new password.</summary>
    public static Actor Visitor { get; } = new(null, Role.Applicant);
}

/// <summary>Who did what to what, and why: without it nothing is written.</summary>
/// <param name="Who">Who acts.</param>
/// <param name="What">The action in a word, such as « ApplicationFiled ».</param>
/// <param name="Subject">What it is about, such as « application/0192… ».</param>
/// <param name="Why">The reason, in words; null when the action says it all.</param>
public sealed record Act(Actor Who, string What, string Subject, string? Why = null)
{
    /// <summary>About an application.</summary>
    public static string Application(Guid id) => $"application/{id}";

    /// <summary>About an account.</summary>
    public static string Account(Guid id) => $"account/{id}";

    /// <summary>About an organisation.</summary>
    public static string Organisation(Guid id) => $"organisation/{id}";
}
