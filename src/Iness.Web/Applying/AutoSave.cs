using System.Globalization;
using Iness.Casework.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Applying;

/// <summary>What the script that saves as one types is told.</summary>
internal static class AutoSave
{
    /// <summary>Revisions and conflicts under the names that the form knows.</summary>
    public static JsonResult Answer(Outcome<SavedAnswers> outcome, string prefix)
    {
        if (!outcome.IsDone)
        {
            return new(new { message = outcome.Message }) { StatusCode = outcome.Refusal == Refusal.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict };
        }

        var at = outcome.Value.At.InParis();
        return new(new
        {
            at = string.Create(CultureInfo.InvariantCulture, $"{at.Hour} h {at.Minute:00}"),
            revisions = outcome.Value.Revisions.ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value),
            conflicts = outcome.Value.Conflicts.Select(key => key[prefix.Length..]),
        });
    }
}
