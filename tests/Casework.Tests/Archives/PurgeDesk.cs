using Iness.Casework.Accounts;
using Iness.Casework.Archives;
using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Tests.Decisions;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Archives;

/// <summary>The two people of a purge.</summary>
internal static class PurgeDesk
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Account> AdministratorAsync(EndedFiles files)
    {
        await using var db = files.Database.Open();
        return await db.AccountAsync(files.Database.Clock, "Louise Garde", Role.Administrator);
    }

    public static async Task RequestAsync(EndedFiles files, PurgeReport report) =>
        Assert.True((await RequestingAsync(files, report.Id, report.Version, await AdministratorAsync(files))).IsDone);

    public static async Task<Outcome> RequestingAsync(EndedFiles files, Guid report, int version, Account who)
    {
        await using var db = files.Database.Open();
        return await new RequestPurge(db, DecisionDesk.Portal, files.Database.Clock).ExecuteAsync(report, version, who.AsActor(), Stop);
    }

    public static async Task<Outcome> ConfirmAsync(EndedFiles files, Guid report, Actor? who = null)
    {
        await using var db = files.Database.Open();
        return await new ConfirmPurge(db, files.Database.Clock).ExecuteAsync(report, who ?? files.People.Lead.AsActor(), Stop);
    }

    /// <summary>Reports what is due, has it confirmed, and erases it.</summary>
    public static async Task PurgeAsync(EndedFiles files)
    {
        await files.RunAsync();
        await using var db = files.Database.Open();
        var report = await db.PurgeReports.AsNoTracking().SingleAsync(found => found.EndedAt == null, Stop);
        await RequestAsync(files, report);
        Assert.True((await ConfirmAsync(files, report.Id)).IsDone);
        await files.RunAsync();
    }
}
