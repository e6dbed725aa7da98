using Iness.Casework.Organisations;

namespace Iness.Casework.Applications;

/// <summary>What belongs to whom: asked in the query itself, so that nothing of another organisation is ever read.</summary>
public static class Ownership
{
    /// <summary>The applications of the organisations that a person acts for.</summary>
    public static IQueryable<Application> Of(this IQueryable<Application> applications, Guid accountId) =>
        applications.Where(application => application.Organisation!.Memberships.Any(membership => membership.AccountId == accountId && membership.LeftAt == null));

    /// <summary>The organisations that a person acts for.</summary>
    public static IQueryable<Organisation> Of(this IQueryable<Organisation> organisations, Guid accountId) =>
        organisations.Where(organisation => organisation.Memberships.Any(membership => membership.AccountId == accountId && membership.LeftAt == null));
}
