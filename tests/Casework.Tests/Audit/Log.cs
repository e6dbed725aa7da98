using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Organisations;
using Iness.Casework.Persistence;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Audit;

/// <summary>A database with a few lines in its audit log, and the means to tamper with it as its owner could.</summary>
internal sealed class Log : IAsyncDisposable
{
    private static readonly Act Test = new(Actor.System, "Tested", "test/1", "Parce que.");

    private Log(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Log> OfAsync(Engine engine, int lines)
    {
        var log = new Log(await TestDatabase.CreateAsync(engine));
        for (var line = 0; line < lines; line++) await log.WriteAsync();
        return log;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public static Organisation Organisation(TimeProvider clock) => new() { Id = Guid.CreateVersion7(), Siren = $"{Random.Shared.Next(100_000_000, 1_000_000_000)}", Name = "Les Jardins d’essai", CreatedAt = clock.Instant() };

    /// <summary>One write, hence one line.</summary>
    public async Task WriteAsync(Role role = Role.System)
    {
        await using var db = Database.Open();
        await WriteAsync(db, role);
    }

    public async Task WriteAsync(InessDbContext db, Role role = Role.System)
    {
        db.Add(Organisation(Database.Clock));
        await db.CommitAsync(Test with { Who = new(role == Role.System ? null : Guid.CreateVersion7(), role) }, Stop);
    }

    public async Task<List<AuditEntry>> EntriesAsync()
    {
        await using var db = Database.Open();
        return await db.AuditLog.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync(Stop);
    }

    public IAsyncEnumerable<AuditRecord> ReadAsync() => Database.Engine == Engine.Sqlite
        ? AuditDatabase.ReadSqliteAsync(Database.Connection, Stop)
        : AuditDatabase.ReadPostgresAsync(Database.Connection, Stop);

    public Task<AuditVerdict> VerifyAsync(string? noted = null) => VerifyAudit.ExecuteAsync(ReadAsync(), noted, Stop);

    public async Task SqlAsync(string sql)
    {
        await using var db = Database.Open();
        await db.Database.ExecuteSqlRawAsync(sql, Stop);
    }

    /// <summary>Does what the triggers forbid, as the owner of the database can: without them.</summary>
    public async Task TamperAsync(params string[] sql)
    {
        string[] without = Database.Engine == Engine.Sqlite
            ? ["""DROP TRIGGER "AuditLog_NoUpdate" """, """DROP TRIGGER "AuditLog_NoDelete" """]
            : ["""DROP TRIGGER "AuditLog_AppendOnly" ON "AuditLog" """];
        foreach (var statement in without.Concat(sql)) await SqlAsync(statement);
    }
}
