using Iness.Casework.Applications;
using Iness.Regulation;
using Iness.Web.Applying.Items;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Iness.Web.Simulation.Questions;

namespace Iness.Web.Applying;

/// <summary>What a simulation or the register already knows, as answers of an application: nobody types twice what is known.</summary>
public static class KnownAnswers
{
    private static readonly PreviousApplicationPart Earlier = new();

    /// <summary>The answers that a simulation holds; those that stand as the register gave them say so.</summary>
    public static IReadOnlyList<KnownAnswer> From(SimulationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var known = new List<KnownAnswer>();
        foreach (var question in ApplicationForm.Questions)
        {
            // A legal form or an activity that nobody gave is left to type, not filled with a guess.
            if (question.Answer(state) is null) continue;
            known.AddRange(Values(question.Fields(state, null)).Select(value => new KnownAnswer(value.Name, value.Value, question.Source(state) is not null)));
        }

        foreach (var (line, index) in (state.Request.Costs ?? []).Select((line, index) => (line, index)))
            known.AddRange(Under(CostItems.Instance, index, Values(CostLineForm.Fields(line, null))));
        known.AddRange(Aids(state.Request.History));
        if (state.Request.History.PreviousApplications is not null)
            known.AddRange(Values(Earlier.Fields(state.Request, wasAsked: true, null)).Select(value => new KnownAnswer(value.Name, value.Value, false)));
        return known;
    }

    /// <summary>The simulator asks for totals: each becomes one line, whose details are left to give.</summary>
    private static IEnumerable<KnownAnswer> Aids(History history)
    {
        if (history.OtherPublicAid is { } others)
        {
            yield return new(FundingSection.OtherAid, others.Count > 0 ? "oui" : "non", false);
            foreach (var (aid, index) in others.Select((aid, index) => (aid, index)))
            {
                foreach (var answer in Under(PublicAidItems.Instance, index, PublicAidItems.Known(aid))) yield return answer;
            }
        }

        if (history.DeMinimisAids is { } aids)
        {
            yield return new(DeMinimisSection.Given, aids.Count > 0 ? "oui" : "non", false);
            foreach (var (aid, index) in aids.Select((aid, index) => (aid, index)))
            {
                foreach (var answer in Under(DeMinimisItems.Instance, index, DeMinimisItems.Known(aid))) yield return answer;
            }
        }
    }

    private static IEnumerable<KnownAnswer> Under(ItemList list, int index, IEnumerable<(string Name, string Value)> values) =>
        values.Select(value => new KnownAnswer($"{list.Prefix($"a{index:000}")}{value.Name}", value.Value, false));

    /// <summary>What fields hold, name by name.</summary>
    private static IEnumerable<(string Name, string Value)> Values(IEnumerable<Field> fields) => fields.SelectMany(field => field switch
    {
        TextField text => [(text.Name, text.Value)],
        RadiosField radios => [(radios.Name, radios.Value)],
        CheckboxesField boxes => [(boxes.Name, AnswerSheet.Pack(new([.. boxes.Values])))],
        DateField date => [(date.Name + "-jour", date.Value.Day), (date.Name + "-mois", date.Value.Month), (date.Name + "-annee", date.Value.Year)],
        _ => Array.Empty<(string, string?)>(),
    }).Where(value => !string.IsNullOrEmpty(value.Item2)).Select(value => (value.Item1, value.Item2!));
}
