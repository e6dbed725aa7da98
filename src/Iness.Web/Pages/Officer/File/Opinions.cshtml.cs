using Iness.Casework.Lifecycle;
using Iness.Casework.Mail;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The opinions asked about a file, and the form that asks for one more.</summary>
[Needs(Right.ReviewFiles)]
public sealed class OpinionsModel(InessDbContext db, AskOpinion ask, RevokeOpinion revoke, TimeProvider time) : FiledFilePage(db)
{
    private const string Name = "nom";
    private const string Email = "courriel";
    private const string Question = "question";

    /// <summary>The opinions, the last asked first.</summary>
    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];

    /// <summary>Whether one may still be asked.</summary>
    public bool MayAsk => Application.Status.AwaitsDecision();

    /// <summary>Shows them.</summary>
    public Task OnGetAsync()
    {
        Form = new(Fields(null), []);
        return ReadAsync();
    }

    /// <summary>Asks for one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var name = form.Required(Name, AskOpinion.LongestName, "Écrivez le nom de la personne.");
        var email = form.Required(Email, EmailAddress.Longest, "Écrivez son adresse électronique.");
        if (email is not null && !EmailAddress.IsOne(email)) form.Refuse(Email, "Écrivez une adresse électronique, par exemple prenom.nom@exemple.fr.");
        var question = form.Required(Question, Opinion.LongestText, "Écrivez votre question.");
        if (form.Errors.Count == 0)
        {
            var asked = await ask.ExecuteAsync(Application.Id, Me, name!, email!, question!, HttpContext.RequestAborted);
            if (asked.IsDone)
            {
                News = $"La question est envoyée à {name}, qui a {PersonalLink.Validity.Days} jours pour y répondre.";
                return Redirect($"{Root}/avis");
            }

            form.Refuse(Question, asked.Message!);
        }

        await ReadAsync();
        return Again(Fields(form), form.Errors);
    }

    /// <summary>Takes a request back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync([FromForm(Name = "avis")] Guid opinion)
    {
        var revoked = await revoke.ExecuteAsync(Application.Id, opinion, Me, HttpContext.RequestAborted);
        if (revoked.Refusal == Casework.Refusal.NotFound) return NotFound();
        News = revoked.Message ?? "La demande d'avis est retirée : son lien ne fonctionne plus.";
        return Redirect($"{Root}/avis");
    }

    /// <summary>Where a request stands, in a word, with the colour of its tag.</summary>
    public (string Word, string Tag) Standing(Opinion opinion) =>
        opinion.AnsweredAt is not null ? ("rendu", "govuk-tag--green")
        : opinion.RevokedAt is not null ? ("retiré", "govuk-tag--grey")
        : opinion.ExpiresAt <= time.Instant() ? ("sans réponse", "govuk-tag--red")
        : ("attendu", "govuk-tag--yellow");

    private static Field[] Fields(FormReader? form) =>
    [
        new TextField(Name, "Nom de la personne") { Value = Typed(form, Name), MaxLength = AskOpinion.LongestName },
        new TextField(Email, "Son adresse électronique", "Le lien y est envoyé. Il est personnel et ne sert qu'une fois.") { Value = Typed(form, Email), Type = "email", InputMode = "email", MaxLength = EmailAddress.Longest },
        new TextAreaField(Question, "Votre question", "La personne verra le projet et ses dépenses, non les coordonnées ni les comptes de la structure.") { Value = Typed(form, Question), MaxLength = Opinion.LongestText },
    ];

    private static string? Typed(FormReader? form, string name) => form?.Values.GetValueOrDefault(name).ToString();

    private async Task ReadAsync() => Opinions = await Db.Opinions.AsNoTracking().Where(opinion => opinion.ApplicationId == Application.Id)
        .OrderByDescending(opinion => opinion.AskedAt).ThenByDescending(opinion => opinion.Id).ToListAsync(HttpContext.RequestAborted);
}
