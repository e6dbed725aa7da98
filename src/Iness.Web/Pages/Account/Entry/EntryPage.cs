using Iness.Casework.Accounts;
using Iness.Casework.Mail;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Simulation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>A page of the entry: open to visitors, never kept by a browser, and carrying along where the person wanted to go.</summary>
[ResponseCache(NoStore = true)]
[EnableRateLimiting(EntryRateLimit.Name)]
public abstract class EntryPage : PageModel
{
    internal const string EmailName = "courriel";
    internal const string PasswordName = "mot-de-passe";
    /// <summary>An address that carries a whole simulation: whoever opens an account finds it again.</summary>
    private const int LongestReturn = StateLink.Longest + 100;

    /// <summary>Where to go once signed in, as the address says it.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Retour { get; set; }

    /// <summary>The form.</summary>
    public FormView Form { get; protected set; } = new([], []);

    /// <summary>Where to go once signed in; null when none was given, or one outside this portal.</summary>
    public string? ReturnPath => Retour is { Length: <= LongestReturn } && Url.IsLocalUrl(Retour) ? Retour : null;

    /// <summary>Another page of the entry, with where the person wanted to go.</summary>
    public string Towards(string path) => ReturnPath is { } back ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}retour={Uri.EscapeDataString(back)}" : path;

    /// <summary>The field of the address.</summary>
    internal static TextField Email(string? value, string? hint = null) =>
        new(EmailName, "Adresse électronique", hint) { Value = value, Type = "email", InputMode = "email", AutoComplete = "username", MaxLength = EmailAddress.Longest };

    /// <summary>The field of a password to choose.</summary>
    internal static PasswordField NewPassword(string name, string label) =>
        new(name, label, $"{EasyPasswords.Shortest} caractères au moins. Plusieurs mots sans lien entre eux sont faciles à retenir et difficiles à deviner.") { AutoComplete = "new-password" };

    /// <summary>Reads an address; null after noting the error.</summary>
    internal static string? ReadEmail(FormReader form, string whose = "votre adresse")
    {
        var advice = $"Écrivez {whose} électronique, par exemple prenom.nom@exemple.fr.";
        if (form.Required(EmailName, EmailAddress.Longest, advice) is not { } email) return null;
        if (EmailAddress.IsOne(email)) return email;
        form.Refuse(EmailName, advice);
        return null;
    }

    /// <summary>The page with its errors.</summary>
    protected PageResult Again(IReadOnlyList<Field> fields, IReadOnlyList<FieldError> errors)
    {
        Form = new(fields, errors);
        ViewData["HasErrors"] = true;
        return Page();
    }
}
