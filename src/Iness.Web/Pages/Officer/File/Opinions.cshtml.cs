using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The opinions asked about a file, for all who read it.</summary>
[Needs(Right.ReadFiles)]
public sealed class OpinionsModel(InessDbContext db, TimeProvider time) : FiledFilePage(db)
{
    /// <summary>The opinions, the last asked first.</summary>
    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];

    /// <summary>Whether one may still be asked, by this person.</summary>
    public bool MayAsk => MayRevoke && Application.Status.AwaitsDecision();

    /// <summary>Whether this person may take one back.</summary>
    public bool MayRevoke => User.Has(Right.ReviewFiles);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => Opinions = await Db.Opinions.AsNoTracking().Where(opinion => opinion.ApplicationId == Application.Id)
        .OrderByDescending(opinion => opinion.AskedAt).ThenByDescending(opinion => opinion.Id).ToListAsync(HttpContext.RequestAborted);

    /// <summary>Whether it may still be given.</summary>
    public bool IsAwaited(Opinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        return opinion.AnsweredAt is null && opinion.RevokedAt is null && opinion.ExpiresAt > time.Instant() && Application.Status.AwaitsDecision();
    }

    /// <summary>Where a request stands, in a word, with the colour of its tag.</summary>
    public (string Word, string Tag) Standing(Opinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        return opinion.AnsweredAt is not null ? ("rendu", "govuk-tag--green")
            : opinion.RevokedAt is not null ? ("retiré", "govuk-tag--grey")
            : IsAwaited(opinion) ? ("attendu", "govuk-tag--yellow")
            : ("sans réponse", "govuk-tag--red");
    }
}
