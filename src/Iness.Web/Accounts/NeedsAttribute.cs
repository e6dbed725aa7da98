using Iness.Casework.Rights;
using Microsoft.AspNetCore.Authorization;

namespace Iness.Web.Accounts;

/// <summary>
/// The right that a page or a call needs. A page whose buttons need another right than its reading has them on pages of their own, or says
/// that right too (<see cref="NeedsToWriteAttribute"/>) where its form is told on the same page what is wrong with it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute : AuthorizeAttribute
{
    /// <summary>Needs a right.</summary>
    public NeedsAttribute(Right right)
        : base(PolicyOf(right)) => Right = right;

    /// <summary>The right.</summary>
    public Right Right { get; }

    /// <summary>Name of the policy that checks a right.</summary>
    public static string PolicyOf(Right right) => $"right:{right}";
}
