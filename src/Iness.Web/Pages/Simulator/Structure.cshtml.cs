using Iness.Regulation;
using Iness.Web.Simulation;

namespace Iness.Web.Pages.Simulator;

/// <summary>What the register gave, with its date, each fact correctable.</summary>
public sealed class StructureModel(TimeProvider time) : SimulatorPage(time)
{
    public IReadOnlyList<AnswerRow> Answers => AnswerRow.Of(State, Journey.Structure);

    public string Continue => Journey.Next(State);
}

/// <summary>One answer as a page lists it.</summary>
/// <param name="Name">Subject.</param>
/// <param name="Answer">The answer in words.</param>
/// <param name="Source">Where it comes from, when not from the person.</param>
/// <param name="Change">Link to the question; null when it cannot be changed.</param>
public sealed record AnswerRow(string Name, string Answer, string? Source, string? Change)
{
    /// <summary>Every answer known so far.</summary>
    /// <param name="state">The state.</param>
    /// <param name="back">Page that a correction leads back to; null for the next one that matters.</param>
    public static IReadOnlyList<AnswerRow> Of(SimulationState state, string? back = null)
    {
        var query = back is null ? "" : $"&retour={back}";
        var rows = new List<AnswerRow>();
        if (state.Request.Undertaking.Siren is { } siren) rows.Add(new("SIREN", $"{siren.Digits[..3]} {siren.Digits[3..6]} {siren.Digits[6..]}", null, null));
        rows.AddRange(Journey.Given(state).Select(question => new AnswerRow(question.Name, question.Answer(state) ?? "Je ne sais pas", question.Source(state), Journey.Page(question.Slug, state) + query)));
        if (state.IsFromRegister(RegisterFacts.FoundedOn))
            rows.Add(new("Date de création", French.Date(state.Request.Undertaking.FoundedOn!.Value), $"Annuaire des entreprises, le {French.Date(state.Register!.On)}", null));
        if (state.Register?.StaffBand is { } band)
            rows.Add(new("Tranche d'effectif", $"{band.Label}{(band.Year is { } year ? $" en {year}" : "")}", $"Annuaire des entreprises, le {French.Date(state.Register.On)}. À titre d'indice : l'effectif actuel vous est demandé.", null));
        return rows;
    }
}
