using Microsoft.AspNetCore.Html;

namespace Iness.Web.Components;

/// <summary>The count of what may still be typed, shown by its script once three quarters of the room are taken.</summary>
public static class CharacterCount
{
    private const string Words =
        """
        data-module="govuk-character-count" data-threshold="75"
        data-i18n.characters-under-limit.one="Il reste %{count} caractère" data-i18n.characters-under-limit.other="Il reste %{count} caractères"
        data-i18n.characters-at-limit="Il ne reste aucun caractère"
        data-i18n.characters-over-limit.one="%{count} caractère de trop" data-i18n.characters-over-limit.other="%{count} caractères de trop"
        """;

    /// <summary>The attributes of the group of a field; none when its text has no longest length.</summary>
    public static IHtmlContent Of(TextAreaField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.MaxLength is { } longest ? new HtmlString($"{Words} data-maxlength=\"{longest}\"") : HtmlString.Empty;
    }
}
