using Iness.Casework.Applications;
using Iness.Casework.Assessments;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Review.Worklist;

/// <summary>
/// A filter as a query. What decides the order leads, and the other table is asked about each file met: with a limit, the database walks
/// an index in order and stops, whatever the number of files.
/// </summary>
internal sealed class WorklistQuery(InessDbContext db, WorklistFilter filter, FoundFiles found, DateOnly today)
{
    /// <summary>Whether it asks something of the listings.</summary>
    public bool ConcernsListings =>
        filter is not { Department: null, Verdict: null, AidFrom: null, AidTo: null, Category: null } || (found.Words.Count > 0 && !IsFound);

    /// <summary>Whether the files searched are known already.</summary>
    public bool IsFound => found.Ids is not null;

    /// <summary>The applications wanted.</summary>
    public IQueryable<Application> Applications()
    {
        var applications = OfApplications(db.Applications);
        if (found.Ids is { } ids) applications = applications.Where(application => EF.Parameter(ids).Contains(application.Id));
        if (!ConcernsListings && !HasShortWords) return applications;
        var listings = OfListings(db.Listings);
        return applications.Where(application => listings.Any(listing => listing.ApplicationId == application.Id));
    }

    /// <summary>The listings wanted.</summary>
    public IQueryable<FileListing> Listings()
    {
        var listings = OfListings(db.Listings);
        if (found.Ids is { } ids) listings = listings.Where(listing => EF.Parameter(ids).Contains(listing.ApplicationId));
        var applications = OfApplications(db.Applications);
        return listings.Where(listing => applications.Any(application => application.Id == listing.ApplicationId));
    }

    /// <summary>The status of so many of the listings at most; null for one that the rest of the filter does not want.</summary>
    public IQueryable<FileStatus?> StatusesOfListings(int most)
    {
        var applications = OfApplications(db.Applications);
        return OfListings(db.Listings).Take(most)
            .Select(listing => applications.Where(application => application.Id == listing.ApplicationId).Select(application => (FileStatus?)application.Status).FirstOrDefault());
    }

    /// <summary>Those that the index of words cannot tell apart.</summary>
    private bool HasShortWords => found.Words.Any(word => word.Length < 3);

    private IQueryable<Application> OfApplications(IQueryable<Application> applications)
    {
        applications = applications.Where(application => application.FiledAt != null);
        if (filter.Status is { } status) applications = applications.Where(application => application.Status == status);
        if (filter.IsUnassigned) applications = applications.Where(application => application.AssignedToId == null);
        else if (filter.OfficerId is { } officer) applications = applications.Where(application => application.AssignedToId == officer);
        var near = today.AddDays(WorklistFilter.NearDays);
        return filter.Deadline switch
        {
            DeadlineState.Running => applications.Where(application => application.RespondBy != null),
            DeadlineState.Passed => applications.Where(application => application.RespondBy < today),
            DeadlineState.Near => applications.Where(application => application.RespondBy >= today && application.RespondBy <= near),
            _ => applications,
        };
    }

    private IQueryable<FileListing> OfListings(IQueryable<FileListing> listings)
    {
        if (filter.Department is { } department) listings = listings.Where(listing => listing.Department == department);
        if (filter.Verdict is { } verdict) listings = listings.Where(listing => listing.Verdict == verdict);
        if (filter.AidFrom is { } from) listings = listings.Where(listing => listing.Aid >= from);
        if (filter.AidTo is { } to) listings = listings.Where(listing => listing.Aid <= to);
        if (filter.Category is { } category)
        {
            var code = $"|{ContractCodes.CostCategories.NameOf((int)category)}|";
            listings = listings.Where(listing => listing.CostCategories.Contains(code));
        }

        return found.Words.Where(word => !IsFound || word.Length < 3).Aggregate(listings, FoundFiles.Holding);
    }
}
