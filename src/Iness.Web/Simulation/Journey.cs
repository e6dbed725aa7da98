using Iness.Regulation;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Simulation;

/// <summary>The questions in the order of the text, and the way from one to the next: only those that still matter are asked.</summary>
public static class Journey
{
    /// <summary>Slug of the cost lines, which have pages of their own.</summary>
    public const string Costs = "depenses";

    /// <summary>Slug of the page that shows what the register gave.</summary>
    public const string Structure = "structure";

    /// <summary>Every question, in order.</summary>
    public static IReadOnlyList<Question> Questions { get; } =
    [
        new LegalFormQuestion(),
        new ApprovalsQuestion(),
        new StageQuestion(),
        new CommuneQuestion(),
        new TurnoverQuestion(),
        new HeadcountQuestion(),
        new EconomicActivityQuestion(),
        new ActivityCodeQuestion(),
        new SectorsQuestion(),
        new ContributionsQuestion(),
        new DifficultyQuestion(),
        new CapitalQuestion(),
        new CostsQuestion(),
        new HistoryQuestion(),
    ];

    /// <summary>The question of a slug; null when there is none.</summary>
    public static Question? Find(string slug) => Questions.FirstOrDefault(question => question.Slug == slug);

    /// <summary>The question of a kind.</summary>
    internal static T The<T>()
        where T : Question => Questions.OfType<T>().Single();

    /// <summary>Marks a question as answered.</summary>
    public static SimulationState Answer(this SimulationState state, Question question) => state with { Answered = state.Answered | Bit(question) };

    /// <summary>Whether a question was answered, « je ne sais pas » included.</summary>
    public static bool HasAnswered(this SimulationState state, Question question) => (state.Answered & Bit(question)) != 0;

    /// <summary>The page to go to next: the result as soon as an answer excludes, unless the person goes on; else the first question that still matters.</summary>
    public static string Next(SimulationState state)
    {
        var assessment = EligibilityAssessment.Assess(state.Request);
        if (assessment.Verdict == OverallVerdict.Ineligible && !state.GoesOn) return Result(state);
        return Remaining(state, assessment).FirstOrDefault() is { } question ? Page(question.Slug, state) : Result(state);
    }

    /// <summary>The questions not answered yet that still matter.</summary>
    public static IEnumerable<Question> Remaining(SimulationState state, Assessment assessment) =>
        Questions.Where(question => !state.HasAnswered(question) && question.Matters(state, assessment));

    /// <summary>The questions already answered, « je ne sais pas » included, or whose answer the register gave.</summary>
    public static IEnumerable<Question> Given(SimulationState state) => Questions.Where(question => state.HasAnswered(question) || question.Answer(state) is not null);

    /// <summary>The page before a question: the nearest one before it that was answered, else where the simulation started.</summary>
    public static string Previous(SimulationState state, Question question)
    {
        var before = Questions.TakeWhile(other => other != question).LastOrDefault(state.HasAnswered);
        if (before is not null) return Page(before.Slug, state);
        return state.Register is null ? "/simulateur" : Page(Structure, state);
    }

    /// <summary>Link to a page of the simulator with the state.</summary>
    public static string Page(string slug, SimulationState state) => $"/simulateur/{slug}?r={StateLink.Write(state)}";

    /// <summary>Link to the result.</summary>
    public static string Result(SimulationState state) => Page("resultat", state);

    private static long Bit(Question question)
    {
        for (var i = 0; i < Questions.Count; i++)
        {
            if (Questions[i] == question) return 1L << i;
        }

        throw new ArgumentOutOfRangeException(nameof(question), question.Slug, "This question is not part of the journey.");
    }
}
