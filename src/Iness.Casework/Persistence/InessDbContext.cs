using System.Security.Cryptography;
using Iness.Casework.Accounts;
using Iness.Casework.Audit;
using Iness.Regulation;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Iness.Casework.Persistence;

/// <summary>
/// The database. Nothing is written without an <see cref="Audit.Act"/>: who, what, why. The line of the audit log goes in the same
/// transaction as the change it tells.
/// </summary>
public abstract partial class InessDbContext(DbContextOptions options, TimeProvider time) : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>What the next change is done for. Set by <see cref="CommitAsync"/>, or beforehand where a library saves by itself.</summary>
    public Act? Act { get; set; }

    /// <summary>Starts a transaction that sees and holds what it reads: for work that reads before it writes.</summary>
    public Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken) => Database.BeginTransactionAsync(cancellationToken);

    /// <summary>Saves every change with its line in the audit log, in one transaction (its own, or the one begun).</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed the same row meanwhile.</exception>
    public Task CommitAsync(Act act, CancellationToken cancellationToken)
    {
        Act = act;
        return SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeTracker.DetectChanges();
        if (ChangeTracker.Entries().Any(ChangeRecord.Concerns)) throw new InvalidOperationException("Changes are saved with CommitAsync, which says who and why.");
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var changes = ChangeTracker.Entries().Where(ChangeRecord.Concerns).ToList();
        if (changes.Count == 0 && !isNote) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var act = Act ?? throw new InvalidOperationException("Nothing is written without saying who and why: CommitAsync, or Act, is missing.");
        foreach (var change in changes)
        {
            if (change.Entity is IVersioned versioned) versioned.Version++;
        }

        await using var own = Database.CurrentTransaction is null ? await BeginAsync(cancellationToken) : null;
        var told = await TellWebhooksAsync(changes, cancellationToken);
        var head = await LockAuditAsync(cancellationToken);
        var entry = AuditEntry.After(head, time.Instant(), act, ChangeRecord.Write(act.Why, changes), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        Add(entry);
        (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (own is not null) await own.CommitAsync(cancellationToken);
            return saved;
        }
        catch
        {
            // What could not be saved must not be chained to, nor told twice, if the caller tries again.
            foreach (var delivery in told) Entry(delivery).State = EntityState.Detached;
            Entry(entry).State = EntityState.Detached;
            Entry(head).State = EntityState.Detached;
            throw;
        }
    }

    /// <summary>Waits until nobody else is changing an application, then keeps others waiting until the end of the transaction begun.</summary>
    public abstract Task LockApplicationAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Reads the rows of a small table and keeps others from changing them until the end of the transaction.</summary>
    public abstract IQueryable<T> Locked<T>(DbSet<T> rows)
        where T : class;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(InessDbContext).Assembly);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Money>().HaveConversion<CentsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
