using Iness.Regulation;
using Iness.Web.Applying.Sections;
using Iness.Web.Components;
using Microsoft.Extensions.Primitives;

namespace Iness.Web.Applying.Items;

/// <summary>The undertakings linked to the one that applies: together they are the single undertaking (LEG-1).</summary>
public sealed class LinkedUndertakingItems : ItemList
{
    /// <summary>The one list of linked undertakings.</summary>
    public static readonly LinkedUndertakingItems Instance = new();

    private const string NameField = "nom";
    private const string SirenField = "siren";
    private const string LinkField = "lien";

    private static readonly Choice[] Links =
    [
        new("voix", "Majorité des droits de vote"),
        new("dirigeants", "Droit de nommer la majorité des dirigeants"),
        new("influence", "Influence dominante, par contrat ou par statuts"),
        new("accord", "Contrôle de la majorité des voix par accord"),
    ];

    /// <inheritdoc/>
    public override string Slug => "entreprises-liees";

    /// <inheritdoc/>
    public override string Section => "minimis";

    /// <inheritdoc/>
    public override string Name => "Entreprises liées";

    /// <inheritdoc/>
    public override string AddText => "Ajouter une entreprise liée";

    /// <inheritdoc/>
    public override string LineName => "Entreprise liée";

    /// <inheritdoc/>
    public override (string Name, string Value)? CalledBy => (DeMinimisSection.Linked, "oui");

    /// <inheritdoc/>
    public override IReadOnlyList<Field> Fields(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn) =>
    [
        new TextField(NameField, "Nom de l'entreprise") { Value = Shown(typed, NameField), MaxLength = 150 },
        new TextField(SirenField, "SIREN", "Neuf chiffres. Laissez vide si elle est à l'étranger.") { Value = Shown(typed, SirenField), InputMode = "numeric", MaxLength = 15, Width = "input--width-10" },
        new RadiosField(LinkField, "Quel est le lien ?", Links) { Value = Shown(typed, LinkField), Small = true },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FieldError> Check(IReadOnlyDictionary<string, StringValues> typed, DateOnly createdOn)
    {
        var form = new FormReader(typed);
        form.Required(NameField, 150, "Écrivez le nom de l'entreprise.");
        if (form.Text(SirenField, 15) is { } number && !Siren.TryParse(string.Concat(number.Where(character => !char.IsWhiteSpace(character))), out _))
            form.Refuse(SirenField, "Ce SIREN comporte une erreur : vérifiez ses neuf chiffres.");
        form.Choice(LinkField, Links, "Choisissez le lien.");
        return form.Errors;
    }

    /// <inheritdoc/>
    public override (string What, string? Amount) Describe(IReadOnlyDictionary<string, StringValues> typed)
    {
        var what = string.Join(", ", new[] { Shown(typed, NameField), Shown(typed, SirenField) is { Length: > 0 } siren ? $"SIREN {siren}" : null }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return (what.Length == 0 ? "Entreprise à préciser" : what, null);
    }
}
