using System.Globalization;
using Iness.Casework.Applications;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Applying;

/// <summary>What the script that saves as one types is told.</summary>
internal static class AutoSave
{
    /// <summary>What is shown from now on, and the conflicts, under the names that the form knows.</summary>
    public static JsonResult Answer(Outcome<SavedAnswers> outcome, IReadOnlyList<GivenAnswer> given, string prefix)
    {
        if (!outcome.IsDone)
        {
            return new(new { message = outcome.Message }) { StatusCode = outcome.Refusal == Refusal.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict };
        }

        // What could not be kept is no answer saved: the form keeps what it was typed over.
        var at = outcome.Value.At.InParis();
        return new(new
        {
            at = string.Create(CultureInfo.InvariantCulture, $"{at.Hour} h {at.Minute:00}"),
            shown = given.Where(answer => !answer.IsAsShown && !outcome.Value.NotKept.ContainsKey(answer.Key) && outcome.Value.Revisions.ContainsKey(answer.Key)).ToDictionary(answer => answer.Key[prefix.Length..], answer => FormAnswers.Shown(outcome.Value.Revisions[answer.Key], answer.Value)),
            conflicts = outcome.Value.Conflicts.Select(key => key[prefix.Length..]),
            notKept = outcome.Value.NotKept.Values.FirstOrDefault(),
        });
    }
}
