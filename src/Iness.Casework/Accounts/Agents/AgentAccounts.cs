using Iness.Casework.Audit;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Accounts.Agents;

/// <summary>The people of the Région, and what every change of their accounts shares.</summary>
public static class AgentAccounts
{
    /// <summary>The roles an agent can have.</summary>
    public static IReadOnlyList<Role> Roles { get; } = [Role.Officer, Role.LeadOfficer, Role.Signatory, Role.Finance, Role.Administrator, Role.Auditor];

    /// <summary>Longest capacity of a signatory.</summary>
    public const int LongestCapacity = 200;

    internal const string LastAdministrator = "C'est le dernier administrateur : nommez-en un autre d'abord.";

    /// <summary>The accounts of the Région.</summary>
    public static IQueryable<Account> OfAgents(this IQueryable<Account> accounts) => accounts.Where(account => account.Role != Role.Applicant);

    /// <summary>The files in the hands of an agent that are not over.</summary>
    public static IQueryable<Applications.Application> InHandsOf(this IQueryable<Applications.Application> applications, Guid accountId) =>
        applications.Where(application => application.AssignedToId == accountId && application.Status != FileStatus.Closed && application.Status != FileStatus.Withdrawn);

    /// <summary>What is wrong with a role and a capacity together; null when nothing is.</summary>
    internal static string? WhyNot(Role role, string? capacity) => (role, capacity) switch
    {
        _ when !Roles.Contains(role) => "Choisissez un rôle de la Région.",
        (Role.Signatory, null) => "Écrivez la qualité du signataire : elle est imprimée sous sa signature.",
        (_, { Length: > LongestCapacity }) => $"Raccourcissez cette qualité : {LongestCapacity} caractères au plus.",
        _ => null,
    };

    /// <summary>
    /// Keeps every other change waiting until the end of the transaction begun, by the row that all of them lock: of two administrators
    /// who dismiss each other at once, the second is told.
    /// </summary>
    internal static Task WaitForOthersAsync(this InessDbContext db, CancellationToken cancellationToken) => db.Locked(db.AuditHead).AsNoTracking().SingleAsync(cancellationToken);

    /// <summary>Whether nobody else could administer the portal.</summary>
    internal static async Task<bool> IsLastAdministratorAsync(this InessDbContext db, Account account, CancellationToken cancellationToken) =>
        account.Role == Role.Administrator
        && !await db.Users.AnyAsync(other => other.Role == Role.Administrator && other.ClosedAt == null && other.EmailConfirmed && other.Id != account.Id, cancellationToken);

    /// <summary>Takes the files out of the hands of somebody who goes, each with its line in the log, in the transaction begun.</summary>
    internal static async Task ReleaseFilesAsync(this InessDbContext db, Account account, Actor who, CancellationToken cancellationToken)
    {
        var ids = await db.Applications.InHandsOf(account.Id).OrderBy(application => application.Id).Select(application => application.Id).ToListAsync(cancellationToken);
        // All of them before the first line of the log: the order in which every other change locks them.
        foreach (var id in ids) await db.LockApplicationAsync(id, cancellationToken);
        foreach (var id in ids)
        {
            var application = await db.Applications.SingleAsync(found => found.Id == id, cancellationToken);
            if (application.AssignedToId != account.Id) continue;
            application.AssignedToId = null;
            await db.CommitAsync(new(who, "FileUnassigned", Act.Application(id), "The account of its officer no longer reviews."), cancellationToken);
        }
    }
}
