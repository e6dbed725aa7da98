using System.Net.Mime;
using Iness.Casework.Archives;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Officer.File;

/// <summary>The archive of a file that has ended: made at will, each noted with its digest.</summary>
[Needs(Right.ArchiveFiles)]
public sealed class ArchiveModel(InessDbContext db, ArchiveFile archive, TimeProvider time) : FilePage(db, time)
{
    /// <summary>Those made before, the last first.</summary>
    public IReadOnlyList<FileArchive> Made { get; private set; } = [];

    /// <summary>Whether the file has ended.</summary>
    public bool HasEnded => ArchiveFile.HasEnded(Review.Application.Status);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        Made = await Db.FileArchives.AsNoTracking().Where(made => made.ApplicationId == Review.Application.Id).OrderByDescending(made => made.MadeAt).ToListAsync(HttpContext.RequestAborted);
        await NameAsync(Made.Select(made => (Guid?)made.MadeBy));
    }

    /// <summary>Makes one, and sends it as it is written.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var prepared = await archive.ExecuteAsync(Review.Application.Id, Me, HttpContext.RequestAborted);
        if (!prepared.IsDone) return Told(Outcome.Refused(prepared.Refusal!.Value, prepared.Message!), "", "/archive");
        // The ZIP is written asynchronously but for the few bytes that open and close each of its entries.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        Response.ContentType = MediaTypeNames.Application.Zip;
        Response.Headers.ContentDisposition = $"attachment; filename=\"{prepared.Value.Number}.zip\"";
        await prepared.Value.WriteAsync(Response.Body, HttpContext.RequestAborted);
        return new EmptyResult();
    }
}
