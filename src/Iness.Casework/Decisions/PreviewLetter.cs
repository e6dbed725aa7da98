using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Decisions;

/// <summary>The letter that a proposal would have if it were decided today: read before it is checked or signed.</summary>
public sealed class PreviewLetter(InessDbContext db, TimeProvider time, IOptions<ServiceInCharge> service)
{
    private const string Start = "<main>";
    private const string Mark = "<p><strong>Aperçu : cette décision n’est pas prise.</strong></p>";

    /// <summary>Writes it as HTML; null when the file has no standing proposal, or can no longer be read.</summary>
    /// <param name="applicationId">The application.</param>
    /// <param name="reader">Who reads: named as the author when they may be.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<string?> ExecuteAsync(Guid applicationId, Guid reader, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.AsNoTracking().Standing().Where(found => found.ApplicationId == applicationId).OrderByDescending(found => found.At).FirstOrDefaultAsync(cancellationToken);
        var on = time.Today();
        if (proposal is null || await DecisionFacts.ReadAsync(db, applicationId, on, cancellationToken) is not { } facts) return null;
        var application = await db.Applications.AsNoTracking().SingleAsync(found => found.Id == applicationId, cancellationToken);
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(found => found.Id == reader && found.Role == Lifecycle.Role.Signatory, cancellationToken);
        var stated = LetterFacts.Of(proposal, facts, on, person?.FullName ?? "Prénom et nom du signataire", person?.Capacity ?? "sa qualité");
        var letter = await db.DecisionLetterAsync(application, stated, await db.LatestTextAsync(EditableText.Of(proposal.Kind), cancellationToken), cancellationToken);
        return LetterHtml.Write(letter.ToLetter(service.Value)).Replace(Start, Start + Mark, StringComparison.Ordinal);
    }
}
