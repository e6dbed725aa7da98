using Iness.Casework.Lifecycle;
using Iness.Casework.Partners;
using Iness.Web.Components;

namespace Iness.Web.Pages.Officer.Tokens;

/// <summary>A new token in a form.</summary>
internal static class TokenForm
{
    public const string NameField = "nom";
    public const string ScopesField = "acces";
    public const string DaysField = "duree";

    private static readonly Choice[] Lives = [new("30", "30 jours"), new("90", "90 jours"), new("180", "180 jours"), new("365", "un an")];

    public static IReadOnlyList<Field> Fields(Role role, string? name, IReadOnlyCollection<string> scopes, string? days) =>
    [
        new TextField(NameField, "À quoi servira ce jeton", "Pour le reconnaître, par exemple « tableau de bord du service ».") { Value = name, MaxLength = CreateAccessToken.LongestName, Width = "input--width-20" },
        new CheckboxesField(ScopesField, "Ce qu'il permet de lire", ChoicesOf(role), "Cochez le moins possible. « Dossiers » est nécessaire ; les autres accès le complètent.") { Values = scopes },
        new RadiosField(DaysField, "Durée de vie", Lives) { Value = days },
    ];

    /// <summary>Reads it; null after noting the errors.</summary>
    public static (string Name, IReadOnlyList<string> Scopes, int Days)? Read(FormReader form, Role role)
    {
        var name = form.Required(NameField, CreateAccessToken.LongestName, "Écrivez à quoi servira ce jeton.");
        if (name?.Any(char.IsControl) == true) form.Refuse(NameField, "Écrivez ce nom sur une seule ligne.");
        var scopes = form.Choices(ScopesField, ChoicesOf(role), "Cochez ce que ce jeton permet de lire.");
        var days = form.Choice(DaysField, Lives, "Choisissez une durée de vie.");
        return form.Errors.Count == 0 ? (name!, scopes, int.Parse(days!, System.Globalization.CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The titles of accesses kept as names.</summary>
    public static string InWords(string scopes) => string.Join(", ", TokenScope.All.Where(scope => scopes.Split(' ').Contains(scope.Name)).Select(scope => scope.Title.ToLowerInvariant()));

    private static IReadOnlyList<Choice> ChoicesOf(Role role) => [.. TokenScope.OpenTo(role).Select(scope => new Choice(scope.Name, scope.Title, scope.What))];
}
