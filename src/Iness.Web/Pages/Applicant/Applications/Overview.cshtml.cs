using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Web.Applying;
using Iness.Web.Applying.Attachments;
using Iness.Web.Applying.Sections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The task list of a draft: what is done, what is left, with honest states.</summary>
public sealed class OverviewModel(InessDbContext db) : ApplicationPage(db)
{
    /// <summary>Each part with its state.</summary>
    public IReadOnlyList<TaskRow> Tasks { get; private set; } = [];

    /// <summary>The documents asked and given.</summary>
    public IReadOnlyList<DocumentBlock> Documents { get; private set; } = [];

    /// <summary>How many documents are asked and not given.</summary>
    public int MissingDocuments => Documents.Count(block => block.IsMissing);

    /// <summary>How many parts are complete, the documents among them.</summary>
    public int Complete => Tasks.Count(task => task.State == SectionState.Complete) + (MissingDocuments == 0 ? 1 : 0);

    /// <summary>How many parts there are.</summary>
    public int All => Tasks.Count + 1;

    /// <summary>Who else acts for the organisation may work on it too: who has it in charge.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>A filed application is followed on another page, even while something is awaited.</summary>
    protected override IActionResult? WhyNotHere() => Application.Status == FileStatus.Draft ? null : Redirect($"{Root}/suivi");

    /// <summary>Reads the states.</summary>
    public async Task OnGetAsync()
    {
        Tasks = [.. ApplicationForm.Sections.Select(section => new TaskRow(section, section.State(Facts), section.Conflicts(Facts.Sheet)))];
        var about = await (
            from account in Db.Users
            where account.Id == Application.ContactId
            select new { account.GivenName, account.FamilyName })
            .SingleAsync(HttpContext.RequestAborted);
        Contact = $"{about.GivenName} {about.FamilyName}";
        Documents = DocumentBlocks.Of(Facts, await Db.GivenDocumentsAsync(Application.Id, HttpContext.RequestAborted));
    }
}

/// <summary>One line of the task list.</summary>
/// <param name="Section">The part.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Conflicts">How many of its answers have two values.</param>
public sealed record TaskRow(Section Section, SectionState State, int Conflicts)
{
    /// <summary>The state in words.</summary>
    public string InWords => Conflicts > 0 ? "À trancher" : State switch
    {
        SectionState.ToDo => "À faire",
        SectionState.Started => "À compléter",
        _ => "Complète",
    };

    /// <summary>The colour of its tag; the words say all.</summary>
    public string? Tag => Conflicts > 0 ? "govuk-tag--red" : State switch
    {
        SectionState.ToDo => "govuk-tag--blue",
        SectionState.Started => "govuk-tag--yellow",
        _ => null,
    };
}
