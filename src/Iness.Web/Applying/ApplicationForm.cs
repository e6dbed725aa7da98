using Iness.Web.Applying.Sections;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying;

/// <summary>The parts of an application, in the order of the task list.</summary>
public static class ApplicationForm
{
    /// <summary>The part that a document belongs to.</summary>
    public const string Documents = "pieces";

    /// <summary>Every part that is typed in.</summary>
    public static IReadOnlyList<Section> Sections { get; } =
    [
        new StructureSection(),
        new EligibilitySection(),
        new ProjectSection(),
        new CostsSection(),
        new FundingSection(),
        new DeMinimisSection(),
        new DeclarationsSection(),
    ];

    /// <summary>The simulator's questions that the application asks too, in the order in which they are read.</summary>
    internal static IReadOnlyList<Question> Questions { get; } = [.. StructureSection.Asked, .. EligibilitySection.Asked];

    /// <summary>The part at an address; null when there is none.</summary>
    public static Section? Find(string slug) => Sections.FirstOrDefault(section => section.Slug == slug);

    /// <summary>The list at an address; null when there is none.</summary>
    public static Items.ItemList? FindList(string slug) => Sections.SelectMany(section => section.Lists).FirstOrDefault(list => list.Slug == slug);

    /// <summary>Whether an answer may be taken over into another application: a declaration is made anew each time.</summary>
    public static bool IsCopied(string key) => !DeclarationsSection.Declared.Contains(key);
}
