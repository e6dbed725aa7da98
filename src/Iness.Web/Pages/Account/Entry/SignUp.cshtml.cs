using Iness.Casework.Accounts;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Account.Entry;

/// <summary>Opening an account. The answer is the same whether or not the address has one already.</summary>
public sealed class SignUpModel(OpenAccount open) : EntryPage
{
    private const string GivenName = "prenom";
    private const string FamilyName = "nom";

    /// <summary>Shows the form.</summary>
    public void OnGet() => Form = new(Fields(null), []);

    /// <summary>Opens it, once the address is confirmed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var started = SteadyPace.Start();
        var form = new FormReader(Request.Form);
        var (given, family, email) = (PersonName.Read(form, GivenName, "votre prénom"), PersonName.Read(form, FamilyName, "votre nom"), ReadEmail(form));
        var password = Request.Form[PasswordName].ToString();
        if (given is null || family is null || email is null)
        {
            // Told at once with the rest: nobody wants to find out one error after the other.
            var asked = new Casework.Accounts.Account { GivenName = given ?? "", FamilyName = family ?? "", Email = email };
            if (EasyPasswords.WhyNot(asked, password) is { } easy) form.Refuse(PasswordName, easy);
            return Again(Fields(form), form.Errors);
        }

        var outcome = await open.ExecuteAsync(new(given, family, email, password, ReturnPath), HttpContext.RequestAborted);
        if (!outcome.IsDone)
        {
            form.Refuse(PasswordName, outcome.Message!);
            return Again(Fields(form), form.Errors);
        }

        await SteadyPace.HoldAsync(started, HttpContext.RequestAborted);
        return Redirect("/inscription/envoyee");
    }

    private static IReadOnlyList<Field> Fields(FormReader? form) =>
    [
        PersonName.Field(GivenName, "Prénom", form?.Values.GetValueOrDefault(GivenName).ToString(), "given-name"),
        PersonName.Field(FamilyName, "Nom", form?.Values.GetValueOrDefault(FamilyName).ToString(), "family-name"),
        Email(form?.Values.GetValueOrDefault(EmailName).ToString(), "Celle de votre structure de préférence : nous y enverrons un lien à ouvrir."),
        NewPassword(PasswordName, "Mot de passe"),
    ];
}
