using Iness.Casework.Messages;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Applying;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>What is said about a file: messages with the applicant, internal notes, and what happened.</summary>
[Needs(Right.ReadFiles)]
public sealed class ExchangesModel(InessDbContext db, ReadApplicantMessages read, TimeProvider time) : FilePage(db, time)
{
    /// <summary>The messages, the last at the end.</summary>
    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    /// <summary>The notes, the last at the end.</summary>
    public IReadOnlyList<InternalNote> Notes { get; private set; } = [];

    /// <summary>What happened, the last first.</summary>
    public IReadOnlyList<TimelineEvent> Events { get; private set; } = [];

    /// <summary>The form of a message, sent to its own page.</summary>
    public FormView MessageForm { get; } = new(MessageModel.Fields(null), []);

    /// <summary>The form of a note, sent to its own page.</summary>
    public FormView NoteForm { get; } = new(NoteModel.Fields(null), []);

    /// <summary>Whether the service sees a message for the first time.</summary>
    public static bool IsNew(MessageRow message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return !message.IsFromService && !message.IsRead;
    }

    /// <summary>Reads them.</summary>
    public async Task OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var id = Review.Application.Id;
        Messages = await Db.ThreadAsync(id, await Db.ExchangedDocumentsAsync(id, stop), stop);
        Notes = await Db.InternalNotes.AsNoTracking().Where(note => note.ApplicationId == id).OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(stop);
        Events = await Timeline.OfAsync(Db, Review, stop);
        await NameAsync([.. Notes.Select(note => note.By), .. Events.Select(one => one.By)]);
        if (Messages.Any(IsNew)) await read.ExecuteAsync(id, Me, stop);
    }
}
