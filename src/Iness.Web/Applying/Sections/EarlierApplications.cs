using Iness.Web.Components;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying.Sections;

/// <summary>Earlier applications to this scheme (FRQ-1), asked as the simulator asks.</summary>
internal static class EarlierApplications
{
    private static readonly PreviousApplicationPart Part = new();

    public static IEnumerable<Field> Fields(ApplicationFacts facts) => Part.Fields(facts.Request, wasAsked: false, facts.Sheet.Typed);

    public static IReadOnlyList<DateOnly>? Read(AnswerSheet sheet)
    {
        var form = new FormReader(sheet.Typed);
        var read = Part.Read(new(), sheet.CreatedOn, form);
        return form.Errors.Count == 0 ? read.PreviousApplications : null;
    }

    public static IReadOnlyList<FieldError> Check(AnswerSheet sheet)
    {
        var form = new FormReader(sheet.Typed);
        Part.Read(new(), sheet.CreatedOn, form);
        return form.Errors;
    }

    public static string? InWords(ApplicationFacts facts) => Part.InWords(facts.Request.History) is { } words ? char.ToUpperInvariant(words[0]) + words[1..] : null;
}
