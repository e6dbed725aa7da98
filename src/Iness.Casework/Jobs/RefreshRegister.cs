using Iness.Casework.Audit;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.Casework.Registers.Companies;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Jobs;

/// <summary>
/// Asks the company register again for the organisations that came when it was down. What it says otherwise than a filed application
/// does is noted for the officer: the answers themselves are never changed behind anybody's back.
/// </summary>
public sealed class RefreshRegister(InessDbContext db, ICompanyRegister register, TimeProvider time) : ITimedWork
{
    private const int Batch = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(12);

    /// <inheritdoc/>
    public string Name => "refresh-register";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var due = await db.Organisations.Where(organisation => organisation.RegisterDueAt != null && organisation.RegisterDueAt <= now)
            .OrderBy(organisation => organisation.RegisterDueAt).Take(Batch).ToListAsync(cancellationToken);
        var (answered, differences) = (0, 0);
        foreach (var organisation in due)
        {
            CompanyNumber.Read(organisation.Siren, out var number);
            var search = number is null ? new CompanySearch.NothingKnown() : await register.FindAsync(number, cancellationToken);
            if (search is CompanySearch.Unavailable)
            {
                await PostponeAsync(organisation, cancellationToken);
                continue;
            }

            var record = (search as CompanySearch.Found)?.Records.FirstOrDefault(found => found.Siren.Digits == organisation.Siren);
            await KeepAsync(organisation, record, cancellationToken);
            answered++;
            if (record is not null) differences += await NoteDifferencesAsync(organisation.Id, record, cancellationToken);
        }

        return $"Structures dont l'annuaire a répondu : {answered}, sur {due.Count}. Demandes où il diffère : {differences}.";
    }

    /// <summary>As long again as has been waited since the organisation came: twice as late each time, without a counter to keep.</summary>
    private Task PostponeAsync(Organisation organisation, CancellationToken cancellationToken)
    {
        var now = time.Instant();
        var waited = organisation.RegisterFetchedAt is null ? now - organisation.CreatedAt : FirstPause;
        var pause = waited < FirstPause ? FirstPause : waited > LongestPause ? LongestPause : waited;
        organisation.RegisterDueAt = now + pause;
        return db.CommitAsync(new(Actor.System, "RegisterUnavailable", Act.Organisation(organisation.Id)), cancellationToken);
    }

    private Task KeepAsync(Organisation organisation, CompanyRecord? record, CancellationToken cancellationToken)
    {
        // It answered, be it that it knows nothing: there is nothing more to wait for.
        organisation.RegisterDueAt = null;
        organisation.RegisterFetchedAt = time.Instant();
        if (record is not null)
        {
            organisation.RegisterRecord = CompanyRecordJson.Write(record);
            if (record.Name is { Length: > 0 and <= 200 } name && (organisation.Name.Length == 0 || organisation.Name == organisation.Siren)) organisation.Name = name;
        }

        return db.CommitAsync(new(Actor.System, "RegisterRead", Act.Organisation(organisation.Id)), cancellationToken);
    }

    private async Task<int> NoteDifferencesAsync(Guid organisationId, CompanyRecord record, CancellationToken cancellationToken)
    {
        var applications = await db.Applications.Include(application => application.Filing)
            .Where(application => application.OrganisationId == organisationId && application.Filing != null)
            .ToListAsync(cancellationToken);
        var count = 0;
        foreach (var application in applications)
        {
            if (await db.NoteDifferencesAsync(application, record, cancellationToken)) count++;
        }

        return count;
    }
}
