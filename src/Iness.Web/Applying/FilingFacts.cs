using Iness.Casework.Applications;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;

namespace Iness.Web.Applying;

/// <summary>Reads, for the filing, what the answers of an application say.</summary>
public static class FilingFacts
{
    /// <summary>What they say, as the pages read it.</summary>
    public static FiledFacts Read(Application application)
    {
        ArgumentNullException.ThrowIfNull(application);
        var facts = new ApplicationFacts(new(application.CreatedOn, application.Answers, application.Organisation!.ParsedSiren));
        return new()
        {
            Assessment = facts.Assessment,
            ProjectTitle = facts.Sheet.Text(Answer.TitleKey) ?? "Projet sans nom",
            Address = facts.Sheet.Text(StructureSection.Address)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            IsDeclared = DeclarationsSection.IsDeclared(facts.Sheet),
            CostLines = [.. CostItems.Instance.Lines(facts.Sheet).Select(line => new FiledCostLine(line.Id, line.What))],
            IncompleteParts = [.. ApplicationForm.Sections.Where(section => section.State(facts) != SectionState.Complete || section.Conflicts(facts.Sheet) > 0).Select(section => $"des réponses de la partie « {section.Name} »")],
        };
    }
}
