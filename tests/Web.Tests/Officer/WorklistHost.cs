using Iness.Casework.Accounts;
using Iness.Casework.Lifecycle;
using Iness.Casework.Seeding;
using Iness.TestKit;
using Iness.Web.Tests.Portal;

namespace Iness.Web.Tests.Officer;

/// <summary>The portal with invented files.</summary>
public sealed class WorklistHost : PortalHost, IAsyncLifetime
{
    public const int Files = 120;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        Assert.True((await WithDatabaseAsync(db => new SeedFiles(db, Clock).ExecuteAsync(Files, isForced: false, progress: null, CancellationToken.None))).IsDone);

    internal async Task<(Person Person, Account Account)> EnterAsync(Role role, string name = "Noé Vandamme")
    {
        var account = await WithDatabaseAsync(db => db.AccountAsync(Clock, name, role));
        return (await SignedInAsync(account), account);
    }
}
