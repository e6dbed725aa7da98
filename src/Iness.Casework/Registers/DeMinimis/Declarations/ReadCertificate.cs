using Iness.Casework.Decisions;
using Iness.Casework.Letters;
using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>Makes out the certificate of the de minimis aid of an application, from the decision in force. Whose the application is, is checked by who asks.</summary>
public sealed class ReadCertificate(InessDbContext db, IOptions<ServiceInCharge> service, TimeProvider time)
{
    /// <summary>Whether there is one to make out.</summary>
    public static async Task<bool> ExistsAsync(InessDbContext db, Guid applicationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var grants = await db.GrantsInForce().Where(decision => decision.ApplicationId == applicationId).Select(decision => decision.Id).ToListAsync(cancellationToken);
        return (await db.LeftOfGrantsAsync(grants, cancellationToken)).Values.Any(left => left > Money.Zero);
    }

    /// <summary>The certificate as HTML; null when no grant is in force, or nothing is left of it.</summary>
    public async Task<string?> ExecuteAsync(Guid applicationId, CancellationToken cancellationToken)
    {
        var found = await (from decision in db.GrantsInForce().AsNoTracking()
                           join application in db.Applications on decision.ApplicationId equals application.Id
                           where decision.ApplicationId == applicationId
                           select new { decision.Id, decision.Amount, decision.On, application.Number, application.Organisation!.Name, application.Organisation.Siren })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var left = (await db.LeftOfGrantsAsync([found.Id], cancellationToken))[found.Id];
        if (left == Money.Zero) return null;
        var confirmed = await db.AidDeclarations.Where(declaration => declaration.DecisionId == found.Id).Select(declaration => declaration.ConfirmedAt).SingleOrDefaultAsync(cancellationToken);
        var certificate = new DeMinimisCertificate
        {
            FileNumber = found.Number!,
            Organisation = found.Name,
            Siren = Siren.TryParse(found.Siren, out var siren) ? siren : null,
            Amount = left,
            Granted = found.Amount,
            GrantedOn = found.On,
            ConfirmedOn = confirmed?.DayInParis(),
            On = time.Today(),
        };
        return LetterHtml.Write(certificate.ToLetter(service.Value));
    }
}
