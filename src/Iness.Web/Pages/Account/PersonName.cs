using Iness.Casework.Accounts;
using Iness.Web.Components;

namespace Iness.Web.Pages.Account;

/// <summary>A given or family name in a form.</summary>
internal static class PersonName
{
    public static TextField Field(string name, string label, string? value, string autoComplete) =>
        new(name, label) { Value = value, AutoComplete = autoComplete, MaxLength = ChangeName.Longest, Width = "input--width-20" };

    /// <summary>Reads it; null after noting the error. A name becomes a line of mails and letters: it must be one line.</summary>
    public static string? Read(FormReader form, string field, string what)
    {
        if (form.Required(field, ChangeName.Longest, $"Écrivez {what}.") is not { } typed) return null;
        if (!typed.Any(char.IsControl)) return typed;
        form.Refuse(field, $"Écrivez {what} sur une seule ligne.");
        return null;
    }
}
