using Iness.Casework.Persistence;

namespace Iness.Web.Pages.Applicant.Applications;

/// <summary>The application is filed: its number, and what comes next.</summary>
public sealed class DepositedModel(InessDbContext db) : FiledPage(db)
{
    /// <summary>The day on which silence is worth a rejection, as announced.</summary>
    public DateOnly? RejectionOn { get; private set; }

    /// <summary>Reads it.</summary>
    public async Task OnGetAsync() => RejectionOn = (await FilingAsync())?.RejectionOn;
}
