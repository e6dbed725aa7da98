using System.Globalization;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Seeding;

/// <summary>
/// Fills a database with invented filed applications, for trials and measures: never beside real people, unless told to. The audit log
/// has one line for them all.
/// </summary>
public sealed class SeedFiles(InessDbContext db, TimeProvider time)
{
    /// <summary>Most files: the SIREN numbers invented end there.</summary>
    public const int Most = 1_000_000;

    /// <summary>Where the SIREN numbers invented start, after those of the demonstration.</summary>
    internal const int FirstOrganisation = 10_000;

    private const string Domain = "fictif.invalid";

    // No one can own an address there (RFC 2606): the demonstration's people and those invented here.
    private const string Invented = ".INVALID";
    private const int Seed = 20_261_124;
    private const int Batch = 2_000;
    private const int Officers = 24;

    /// <summary>Fills it.</summary>
    /// <param name="count">How many files.</param>
    /// <param name="isForced">Whether real people may be there.</param>
    /// <param name="progress">Told how many are written.</param>
    /// <param name="cancellationToken">Stops; nothing is then written.</param>
    public async Task<Outcome> ExecuteAsync(int count, bool isForced, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (count is < 1 or > Most) return Outcome.Refused(Refusal.Invalid, $"Le nombre de dossiers va de 1 à {Most}.");
        if (!isForced && await db.Users.AnyAsync(account => !account.NormalizedEmail!.EndsWith(Invented), cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "Cette base contient de vrais comptes : rien n'y est ajouté.");
        var ending = $"@{Domain}".ToUpperInvariant();
        if (await db.Users.AnyAsync(account => account.NormalizedEmail!.EndsWith(ending), cancellationToken))
            return Outcome.Refused(Refusal.Conflict, "Cette base contient déjà des dossiers fictifs.");

        var now = time.Instant();
        var random = new Random(Seed);
        await using var transaction = await db.BeginAsync(cancellationToken);
        if (db is SqliteInessDbContext) await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -100000", cancellationToken);
        var officers = await db.Users.Where(account => account.Role == Role.Officer && account.ClosedAt == null).OrderBy(account => account.NormalizedEmail).Select(account => account.Id).ToListAsync(cancellationToken);
        var people = Enumerable.Range(0, Officers).Select(i => Person(i, Role.Officer, random, now)).ToList();
        var others = new[] { Role.Applicant, Role.LeadOfficer, Role.Signatory, Role.Finance }.Select((role, i) => Person(Officers + i, role, random, now)).ToList();
        db.AddRange(people);
        db.AddRange(others);
        await db.CommitAsync(new(Actor.System, "FilesSeeded", "seed/files", $"{count} dossiers fictifs"), cancellationToken);
        db.ChangeTracker.Clear();

        var history = new FictionalHistory(random, others[0].Id, others[1].Id, others[2].Id, others[3].Id, now);
        var files = new FictionalFiles(count, now, [.. officers, .. people.Select(person => person.Id)], others[0].Id, history, random);
        var numbers = await db.FileNumbers.AsNoTracking().ToDictionaryAsync(sequence => sequence.Year, sequence => sequence.Last, cancellationToken);
        var bulk = new BulkWriter(db);
        for (var written = 0; written < count;)
        {
            var batch = Enumerable.Range(written, Math.Min(Batch, count - written)).Select(i => files.Next(i, NumberOf)).ToList();
            await bulk.WriteAsync(batch.Where(file => file.IsNew).Select(file => file.Organisation).ToList(), cancellationToken);
            await bulk.WriteAsync(batch.Select(file => file.Application).ToList(), cancellationToken);
            await bulk.WriteAsync(batch.SelectMany(file => file.Application.History).ToList(), cancellationToken);
            await bulk.WriteAsync(batch.Select(file => file.Filing).ToList(), cancellationToken);
            await bulk.WriteAsync(batch.Select(file => file.Application.Listing!).ToList(), cancellationToken);
            written += batch.Count;
            progress?.Report(written);
        }

        foreach (var (year, last) in numbers)
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "FileNumbers" ("Year", "Last") VALUES ({year}, {last}) ON CONFLICT ("Year") DO UPDATE SET "Last" = {last}""", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // What the database knows of its tables decides how it reads them.
        await db.Database.ExecuteSqlRawAsync(db is SqliteInessDbContext ? "ANALYZE" : "VACUUM ANALYZE", cancellationToken);
        return Outcome.Done;

        string NumberOf(int year)
        {
            numbers[year] = numbers.GetValueOrDefault(year) + 1;
            return string.Create(CultureInfo.InvariantCulture, $"INESS-{year:0000}-{numbers[year]:000000}");
        }
    }

    private static Account Person(int index, Role role, Random random, DateTime now)
    {
        var email = $"{role.ToString().ToLowerInvariant()}.{index:00}@{Domain}";
        return new()
        {
            Id = FictionalFiles.NewId(random, now),
            GivenName = FictionalWords.GivenNames[index % FictionalWords.GivenNames.Length],
            FamilyName = FictionalWords.FamilyNames[index % FictionalWords.FamilyNames.Length],
            Role = role,
            CreatedAt = now,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
    }
}
