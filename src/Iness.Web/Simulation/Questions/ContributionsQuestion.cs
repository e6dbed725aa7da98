using Iness.Regulation;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Simulation.Questions;

/// <summary>Taxes and social contributions.</summary>
public sealed class ContributionsQuestion : Question
{
    private const string TaxField = "impots";
    private const string SocialField = "cotisations";

    /// <inheritdoc/>
    public override string Slug => "impots-cotisations";

    /// <inheritdoc/>
    public override string Name => "Impôts et cotisations";

    /// <inheritdoc/>
    public override string? Title => "Vos impôts et cotisations sociales sont-ils à jour ?";

    /// <inheritdoc/>
    public override string Why => "Les deux doivent être à jour.";

    /// <inheritdoc/>
    public override IReadOnlyList<Provision> Provisions => [Provision.Eli4];

    /// <inheritdoc/>
    public override Fact Settles => Fact.TaxUpToDate | Fact.SocialUpToDate;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(SimulationState state, IReadOnlyDictionary<string, StringValues>? typed) =>
    [
        YesNo.FieldOrUnknown(TaxField, "Impôts", null, Shown(typed, TaxField, YesNo.Word(state.Request.Undertaking.TaxUpToDate, state.HasAnswered(this)))),
        YesNo.FieldOrUnknown(SocialField, "Cotisations sociales", null, Shown(typed, SocialField, YesNo.Word(state.Request.Undertaking.SocialUpToDate, state.HasAnswered(this)))),
    ];

    /// <inheritdoc/>
    public override bool HasUnknownButton => false;

    /// <inheritdoc/>
    public override SimulationState Apply(SimulationState state, FormReader form)
    {
        var tax = YesNo.ReadOrUnknown(form, TaxField, "Dites si vos impôts sont à jour.");
        var social = YesNo.ReadOrUnknown(form, SocialField, "Dites si vos cotisations sociales sont à jour.");
        return state.With(u => u with { TaxUpToDate = tax, SocialUpToDate = social });
    }

    /// <inheritdoc/>
    public override SimulationState Forget(SimulationState state) => state.With(u => u with { TaxUpToDate = null, SocialUpToDate = null });

    /// <inheritdoc/>
    public override string? Answer(SimulationState state) => (state.Request.Undertaking.TaxUpToDate, state.Request.Undertaking.SocialUpToDate) switch
    {
        (null, null) => null,
        var (tax, social) => $"Impôts à jour : {YesNo.Word(tax) ?? "à préciser"} ; cotisations à jour : {YesNo.Word(social) ?? "à préciser"}",
    };
}
