using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Review.Retaining;
using Iness.Regulation;
using Iness.Regulation.Review;
using Iness.Web.Applying;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Reviewing;

/// <summary>The answers of a file as they now are, beside those filed: the applicant mended them at the Région's request, or an officer corrected a slip.</summary>
public sealed class CurrentAnswers
{
    private CurrentAnswers(ApplicationFacts filed, ApplicationFacts now) => (Filed, Now) = (filed, now);

    /// <summary>The answers as filed.</summary>
    public ApplicationFacts Filed { get; }

    /// <summary>The answers now.</summary>
    public ApplicationFacts Now { get; }

    /// <summary>What changed since the filing, each in words.</summary>
    public IReadOnlyList<AnswerChange> Changes => [.. ApplicationForm.Sections.SelectMany(section => Between(section, Filed, Now))];

    /// <summary>Reads them.</summary>
    public static async Task<CurrentAnswers> ReadAsync(InessDbContext db, FileUnderReview file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(file);
        var application = file.Application;
        var answers = await db.Answers.AsNoTracking().Where(answer => answer.ApplicationId == application.Id).ToListAsync(cancellationToken);
        var filed = new FiledAnswers(application.CreatedOn, file.Filing).Facts;
        // A file that came in otherwise has no answers of its own: nothing changed in it.
        return new(filed, answers.Count == 0 ? filed : new(new(application.CreatedOn, answers, application.Organisation!.ParsedSiren)));
    }

    /// <summary>What the regulation would say with the answers as they now are; null when they are those filed.</summary>
    public FindingsNow? Findings(FileUnderReview file)
    {
        ArgumentNullException.ThrowIfNull(file);
        // Once an officer has looked at them, they count or not: there is nothing more to tell.
        return Same(Filed.Sheet, Now.Sheet) || (file.RetainedFacts is { } retained && !RetainableFacts.HasChanged(retained.Answers, Now.Sheet.Answers.ToDictionary(answer => answer.Key, answer => answer.Value, StringComparer.Ordinal)))
            ? null
            : new(file.WithFacts(Now.Request));
    }

    /// <summary>What differs between two states of a section.</summary>
    public static IEnumerable<AnswerChange> Between(Section section, ApplicationFacts before, ApplicationFacts after)
    {
        ArgumentNullException.ThrowIfNull(section);
        var known = section.Summary(before).ToLookup(row => row.Name, row => row.Answer);
        foreach (var row in section.Summary(after))
        {
            if (known[row.Name].FirstOrDefault() is var answer && answer != row.Answer) yield return new(row.Name, answer, row.Answer);
        }

        foreach (var list in section.Lists)
        {
            var (old, current) = (Lines(list, before), Lines(list, after));
            if (old != current) yield return new(list.Name, old, current);
        }
    }

    private static bool Same(AnswerSheet one, AnswerSheet other) =>
        one.Answers.Concat(other.Answers).Select(answer => answer.Key).Distinct().All(key => (one[key]?.Value ?? "") == (other[key]?.Value ?? ""));

    private static string? Lines(ItemList list, ApplicationFacts facts) =>
        list.Lines(facts.Sheet) is { Count: > 0 } lines ? string.Join(" ; ", lines.Select(line => line.Amount is null ? line.What : $"{line.What}, {line.Amount}")) : null;
}

/// <summary>The findings of an assessment, by provision.</summary>
/// <param name="Assessment">The assessment.</param>
public sealed record FindingsNow(Assessment Assessment)
{
    /// <summary>The finding on a provision, when it is another than one known.</summary>
    public Finding? OtherThan(Finding known)
    {
        foreach (var found in Assessment.Findings)
        {
            if (OfficerRuling.KeyOf(found.Provision) == OfficerRuling.KeyOf(known.Provision)) return found.Verdict == known.Verdict && found.Explanation == known.Explanation ? null : found;
        }

        return null;
    }
}

/// <summary>One answer that changed.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">What stood; null for nothing.</param>
/// <param name="Now">What stands; null for nothing.</param>
public sealed record AnswerChange(string Name, string? Before, string? Now)
{
    /// <summary>The same in a line.</summary>
    public string InWords => $"{Name} : « {Before ?? "non renseigné"} » auparavant, « {Now ?? "non renseigné"} » maintenant.";
}
