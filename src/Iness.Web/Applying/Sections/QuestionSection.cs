using Iness.Casework.Applications;
using Iness.Web.Components;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying.Sections;

/// <summary>A part made of the simulator's own questions: asked in the same words, read by the same rules.</summary>
public abstract class QuestionSection : Section
{
    /// <summary>The questions, in order.</summary>
    protected abstract IReadOnlyList<Question> Questions { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(ApplicationFacts facts) =>
        [.. Asked(facts).SelectMany(question => question.Fields(facts.State, facts.Sheet.Typed).Select(field => WithSource(field, facts.Sheet)))];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(ApplicationFacts facts) => [.. Asked(facts).SelectMany(question => facts.ErrorsOf(question))];

    /// <inheritdoc/>
    public override IReadOnlyList<SummaryRow> Summary(ApplicationFacts facts) =>
        [.. Asked(facts).Select(question => new SummaryRow(question.Name, question.Answer(facts.State), facts.SourceOf(question)))];

    /// <summary>Those that concern this structure.</summary>
    private IEnumerable<Question> Asked(ApplicationFacts facts) => Questions.Where(question => facts.Concerns(question));

    /// <summary>A value that the register gave says so, with its date, until somebody corrects it.</summary>
    private static Field WithSource(Field field, AnswerSheet sheet) => sheet[field.Name] is { SavedBy: null } answer
        ? field with { Hint = $"{field.Hint} {RegisterMention(answer)}".TrimStart() }
        : field;

    private static string RegisterMention(Answer answer) =>
        $"Rempli d'après l'Annuaire des entreprises, le {Iness.Regulation.French.Date(Casework.Calendar.DayInParis(answer.SavedAt))} : corrigez si besoin.";
}
