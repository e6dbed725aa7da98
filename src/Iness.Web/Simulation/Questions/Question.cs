using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>One subject, asked on one page.</summary>
public abstract class Question
{
    /// <summary>Its address under /simulateur.</summary>
    public abstract string Slug { get; }

    /// <summary>Short name, in the title of the page and the list of answers.</summary>
    public abstract string Name { get; }

    /// <summary>Why it is asked, in one sentence.</summary>
    public abstract string Why { get; }

    /// <summary>The provisions that need the answer.</summary>
    public abstract IReadOnlyList<Provision> Provisions { get; }

    /// <summary>The title of the page when it has several fields; null when the only field is the title.</summary>
    public virtual string? Title => null;

    /// <summary>The facts the answer settles.</summary>
    public abstract Fact Settles { get; }

    /// <summary>Whether the answer still changes anything.</summary>
    public virtual bool Matters(SimulationState state, Assessment assessment) => (assessment.Missing & Settles) != Fact.None;

    /// <summary>Whether « je ne sais pas » is a button for the whole page; a page of several questions offers it in each of them.</summary>
    public virtual bool HasUnknownButton => true;

    /// <summary>Its fields: what was typed when there is a form to show again, else what the state knows.</summary>
    public abstract IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed);

    /// <summary>The state with the answer in it; errors are noted in the form, and then the returned state is of no use.</summary>
    public abstract SimulationState Apply(SimulationState state, FormReader form);

    /// <summary>The state with the facts of this question unknown.</summary>
    public abstract SimulationState Forget(SimulationState state);

    /// <summary>The answer in words; null when nothing is known.</summary>
    public abstract string? Answer(SimulationState state);

    /// <summary>Where the answer comes from, when it is the register's.</summary>
    public virtual string? Source(SimulationState state) => null;

    /// <summary>What stands in a field: what was typed, else the state's.</summary>
    protected static string? Shown(IReadOnlyDictionary<string, StringValues>? typed, string name, string? known) =>
        typed is null ? known : typed.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The three parts of a day.</summary>
    protected static (string?, string?, string?) ShownDate(IReadOnlyDictionary<string, StringValues>? typed, string name, DateOnly? known) =>
        (Shown(typed, name + "-jour", known?.Day.ToString()), Shown(typed, name + "-mois", known?.Month.ToString()), Shown(typed, name + "-annee", known?.Year.ToString()));

    /// <summary>The mention of the register, with its date.</summary>
    protected static string? FromRegister(SimulationState state, RegisterFacts fact, string? detail = null) =>
        state.IsFromRegister(fact) ? $"Annuaire des entreprises{detail}, le {French.Date(state.Register!.On)}" : null;
}
