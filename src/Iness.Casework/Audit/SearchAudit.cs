using Iness.Casework.Accounts;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Audit;

/// <summary>What is looked for in the log; null for anything.</summary>
/// <param name="Number">Number of a file.</param>
/// <param name="Person">Address of an account, or a part of a name: what they did, and what was done to their account.</param>
/// <param name="Action">A word of the action, in French or as the log writes it.</param>
/// <param name="From">First day, in Paris.</param>
/// <param name="To">Last day, in Paris.</param>
public sealed record AuditQuery(string? Number = null, string? Person = null, string? Action = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>One line, with the names of what it speaks of.</summary>
/// <param name="Entry">The line.</param>
/// <param name="Actor">Name of who acted; null when nobody did, or they are unknown.</param>
/// <param name="Subject">Number or name of what it is about; null when it has none.</param>
public sealed record AuditRow(AuditEntry Entry, string? Actor, string? Subject);

/// <summary>A page of the log, the last lines first.</summary>
/// <param name="Rows">Its lines.</param>
/// <param name="Next">The line before which the next page begins; null when there is none.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>Searches the log, page by page: each begins where the last one ended, so that the thousandth costs no more than the first.</summary>
public sealed class SearchAudit(InessDbContext db)
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 50;

    private const int MostPeople = 100;

    /// <summary>Searches.</summary>
    /// <param name="query">What for.</param>
    /// <param name="before">Only lines before this one; null to begin with the last.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<AuditPage> ExecuteAsync(AuditQuery query, long? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var lines = db.AuditLog.AsNoTracking();
        if (before is { } sequence) lines = lines.Where(line => line.Sequence < sequence);
        if (query.Number is { } number)
        {
            var upper = number.Trim().ToUpperInvariant();
            var id = await db.Applications.Where(application => application.Number == upper).Select(application => (Guid?)application.Id).SingleOrDefaultAsync(cancellationToken);
            if (id is null) return new([], null);
            var subject = Act.Application(id.Value);
            lines = lines.Where(line => line.Subject == subject);
        }

        if (query.Person is { } person)
        {
            var ids = await PeopleAsync(person.Trim(), cancellationToken);
            var subjects = ids.ConvertAll(Act.Account);
            lines = lines.Where(line => (line.ActorId != null && ids.Contains(line.ActorId.Value)) || subjects.Contains(line.Subject));
        }

        if (query.Action is { } action)
        {
            var codes = AuditWords.Find(action.Trim());
            lines = lines.Where(line => codes.Contains(line.Action));
        }

        if (query.From?.BeginsAt() is { } from) lines = lines.Where(line => line.At >= from);
        if (query.To?.AddDays(1).BeginsAt() is { } until) lines = lines.Where(line => line.At < until);
        var found = await lines.OrderByDescending(line => line.Sequence).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = found.Take(PageSize).ToList();
        return new(await NamedAsync(page, cancellationToken), found.Count > PageSize ? page[^1].Sequence : null);
    }

    private Task<List<Guid>> PeopleAsync(string text, CancellationToken cancellationToken)
    {
        var normalized = text.ToUpperInvariant();
        return db.Users.Where(account => account.NormalizedEmail == normalized).Union(db.Users.Where(NameSearch.Has(text)))
            .OrderBy(account => account.Id).Select(account => account.Id).Take(MostPeople).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<AuditRow>> NamedAsync(List<AuditEntry> lines, CancellationToken cancellationToken)
    {
        var (files, organisations) = (Subjects(lines, "application"), Subjects(lines, "organisation"));
        var people = Subjects(lines, "account").Concat(lines.Where(line => line.ActorId is not null).Select(line => line.ActorId!.Value)).Distinct().ToList();
        var names = await db.Users.Where(account => people.Contains(account.Id)).Select(account => new { account.Id, account.GivenName, account.FamilyName })
            .ToDictionaryAsync(account => account.Id, account => new Account { GivenName = account.GivenName, FamilyName = account.FamilyName }.FullName, cancellationToken);
        var subjects = names.ToDictionary(name => Act.Account(name.Key), name => name.Value);
        foreach (var file in await db.Applications.Where(application => files.Contains(application.Id) && application.Number != null).Select(application => new { application.Id, application.Number }).ToListAsync(cancellationToken))
            subjects[Act.Application(file.Id)] = file.Number!;
        foreach (var organisation in await db.Organisations.Where(organisation => organisations.Contains(organisation.Id)).Select(organisation => new { organisation.Id, organisation.Name }).ToListAsync(cancellationToken))
            subjects[Act.Organisation(organisation.Id)] = organisation.Name;
        var batches = Subjects(lines, "batch");
        foreach (var batch in await db.DecisionBatches.Where(batch => batches.Contains(batch.Id)).Select(batch => new { batch.Id, batch.Name }).ToListAsync(cancellationToken))
            subjects[$"batch/{batch.Id}"] = batch.Name;
        return [.. lines.Select(line => new AuditRow(line, line.ActorId is { } actor ? names.GetValueOrDefault(actor) : null, subjects.GetValueOrDefault(line.Subject)))];
    }

    private static List<Guid> Subjects(List<AuditEntry> lines, string kind) =>
        [.. lines.Select(line => line.Subject.Split('/')).Where(parts => parts.Length == 2 && parts[0] == kind).Select(parts => Guid.TryParse(parts[1], out var id) ? id : Guid.Empty).Distinct()];
}
