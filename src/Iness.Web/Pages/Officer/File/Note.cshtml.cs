using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Writes an internal note; its form also stands under the notes of the file.</summary>
[Needs(Right.ReviewFiles)]
public sealed class NoteModel(InessDbContext db, AddNote add, TimeProvider time) : FileWritePage(db, time)
{
    /// <summary>The field of the note.</summary>
    public const string Body = "note";

    /// <summary>The form, empty or as it was typed.</summary>
    public static Field[] Fields(string? typed) =>
        [new TextAreaField(Body, "Note", "Lue par les agents de la Région. Le demandeur ne la voit pas ici, mais peut en demander communication.") { Value = typed, Rows = 4, MaxLength = InternalNote.LongestBody }];

    /// <summary>An empty form.</summary>
    public void OnGet() => Form = new(Fields(null), []);

    /// <summary>Writes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var fields = Fields(form.Values.GetValueOrDefault(Body));
        if (form.Required(Body, InternalNote.LongestBody, "Écrivez la note.") is not { } body) return Again(fields, form.Errors);
        var added = await add.ExecuteAsync(Review.Application.Id, Seen, body, Me, HttpContext.RequestAborted);
        return added.IsDone ? Told(added, "La note est ajoutée.", "/echanges#notes") : await RefusedAsync(added.Refusal, added.Message!, fields, Body);
    }
}
