namespace Iness.Casework.Deadlines;

/// <summary>A request for missing items that suspends the time limit (CRPA L114-5).</summary>
/// <param name="SentOn">The day the request was sent.</param>
/// <param name="DueOn">The last day given to the applicant: the suspension never outlives it.</param>
/// <param name="CompletedOn">The day everything asked was produced, or was awaited no more; null while something is missing.</param>
public sealed record Suspension(DateOnly SentOn, DateOnly DueOn, DateOnly? CompletedOn = null);
