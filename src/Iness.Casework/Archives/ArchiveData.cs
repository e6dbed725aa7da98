using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Documents;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Iness.Casework.Archives;

/// <summary>What the tables say of a file, as the parts of its archive: a JSON file for each table, the letters and kept facts as files of their own, the lines of the audit log.</summary>
internal sealed class ArchiveData(InessDbContext db, Guid applicationId, Guid organisationId, IReadOnlyDictionary<Guid, string> documents)
{
    private readonly List<ArchivePart> parts = [];
    private readonly HashSet<Guid> named = [organisationId];

    public async Task<IReadOnlyList<ArchivePart>> ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var table in FileTables.All.Where(table => table.IsArchived)) await AddTableAsync(table, cancellationToken);
        await AddOrganisationAsync(cancellationToken);
        await AddPeopleAsync(cancellationToken);
        await AddLogAsync(cancellationToken);
        return parts;
    }

    private async Task AddTableAsync(FileTable table, CancellationToken cancellationToken)
    {
        var entity = db.Model.FindEntityType(table.Entity)!;
        var rows = (await table.ReadAsync(db, applicationId, cancellationToken)).OrderBy(row => RowJson.KeyOf(entity, row), StringComparer.Ordinal).ToList();
        List<Dictionary<string, object?>> written = [];
        foreach (var row in rows)
        {
            named.UnionWith(RowJson.IdentifiersOf(entity, row));
            var columns = RowJson.Of(entity, row);
            foreach (var text in table.Texts) KeepApart(table, entity, row, written.Count + 1, text, columns);
            if (row is StoredDocument document) columns["file"] = documents.GetValueOrDefault(document.Id);
            written.Add(columns);
        }

        parts.Add(ArchivePart.Of($"{ArchiveLayout.Tables}{table.Name}.json", RowJson.Write(written)));
    }

    /// <summary>A letter, or facts that were kept as they were: its very bytes, in a file that the row names.</summary>
    private void KeepApart(FileTable table, IEntityType entity, object row, int rank, KeptText text, Dictionary<string, object?> columns)
    {
        if (entity.FindProperty(text.Property)!.GetGetter().GetClrValue(row) is not string { Length: > 0 } content) return;
        var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(text.Property);
        var path = $"{ArchiveLayout.Texts}{table.Name}-{rank:00}-{name}.{text.Ending}";
        parts.Add(ArchivePart.Of(path, RowJson.Utf8(content)));
        columns[name] = path;
    }

    private async Task AddOrganisationAsync(CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(found => found.Id == organisationId, cancellationToken);
        parts.Add(ArchivePart.Of(ArchiveLayout.Organisation, RowJson.Write(RowJson.Of(db.Model.FindEntityType(organisation.GetType())!, organisation))));
    }

    /// <summary>Those who acted, by name: an archive is read when their accounts are long gone. No address, nothing of their means of signing in.</summary>
    private async Task AddPeopleAsync(CancellationToken cancellationToken)
    {
        List<object> people = [];
        foreach (var slice in named.Order().Chunk(500))
        {
            var found = await db.Users.AsNoTracking().Where(account => slice.Contains(account.Id)).OrderBy(account => account.Id)
                .Select(account => new { account.Id, account.GivenName, account.FamilyName, account.Role }).ToListAsync(cancellationToken);
            people.AddRange(found.Select(person => new { id = person.Id, name = new Account { GivenName = person.GivenName, FamilyName = person.FamilyName }.FullName, role = person.Role.InFrench() }));
        }

        parts.Add(ArchivePart.Of(ArchiveLayout.People, RowJson.Write(people)));
    }

    /// <summary>The lines about this file, each with what its hash is made of.</summary>
    private async Task AddLogAsync(CancellationToken cancellationToken)
    {
        var subject = Act.Application(applicationId);
        using var bytes = new MemoryStream();
        await foreach (var entry in db.AuditLog.AsNoTracking().Where(entry => entry.Subject == subject).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
            bytes.Write(AuditFile.Write(AuditLine.Of(entry)));
        parts.Add(ArchivePart.Of(ArchiveLayout.Log, bytes.ToArray()));
    }
}
