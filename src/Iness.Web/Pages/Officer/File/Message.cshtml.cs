using Iness.Casework.Letters;
using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Regulation;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Writes to the applicant; its form also stands under the messages of the file.</summary>
[Needs(Right.ReviewFiles)]
public sealed class MessageModel(InessDbContext db, ReplyToApplicant reply, TimeProvider time) : FileWritePage(db, time)
{
    /// <summary>The field of the message.</summary>
    public const string Body = "message";

    /// <summary>The form, empty or as it was typed.</summary>
    public static Field[] Fields(string? typed) =>
        [new TextAreaField(Body, "Écrire au demandeur", "Il le lira dans le suivi de sa demande ; un courriel l'en avertit.") { Value = typed, Rows = 6, MaxLength = Message.LongestBody }];

    /// <summary>A form that is empty, or starts from one of the administrator's texts.</summary>
    /// <param name="texte">Name of the text in addresses.</param>
    public async Task OnGetAsync(string? texte)
    {
        var text = EditableText.Messages.FirstOrDefault(known => known.Slug == texte);
        Form = new(Fields(text is null ? null : MergeFields.Fill((await Db.TextAsync(text, HttpContext.RequestAborted)).Introduction, Values())), []);
    }

    private Dictionary<string, string> Values() => new(StringComparer.Ordinal)
    {
        ["numero"] = Review.Application.Number!,
        ["structure"] = Review.Application.Organisation!.Name,
        ["projet"] = Title,
        ["date_depot"] = French.Date(Review.Application.FiledAt!.Value.DayInParis()),
    };

    /// <summary>Writes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var fields = Fields(form.Values.GetValueOrDefault(Body));
        if (form.Required(Body, Message.LongestBody, "Écrivez votre message.") is not { } body) return Again(fields, form.Errors);
        var sent = await reply.ExecuteAsync(Review.Application.Id, Seen, body, Me, HttpContext.RequestAborted);
        return sent.IsDone ? Redirect($"{Root}/echanges#message-{sent.Value}") : await RefusedAsync(sent.Refusal, sent.Message!, fields, Body);
    }
}
