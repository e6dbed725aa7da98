namespace Iness.Casework.Deadlines;

/// <summary>From when the Région owes an answer, and to what.</summary>
/// <param name="On">The day the application, or the appeal, was received.</param>
/// <param name="Since">When this clock began, UTC: a request for missing items sent before belongs to an earlier one.</param>
/// <param name="IsOnAppeal">Whether the answer is owed to an appeal.</param>
public sealed record ClockStart(DateOnly On, DateTime Since, bool IsOnAppeal);
