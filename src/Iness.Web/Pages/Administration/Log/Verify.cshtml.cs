using Iness.Casework.Audit;
using Iness.Casework.Persistence;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Iness.Web.Pages.Administration.Log;

/// <summary>
/// Checks the chain of the log as « iness audit verify » does: from a connection that only reads, one line in memory at a time. One check
/// at a time, for a minute at most: a longer log is checked from the command line.
/// </summary>
[Needs(Right.ReadAudit)]
[ResponseCache(NoStore = true)]
public sealed class VerifyModel(InessDbContext db, IConfiguration configuration, TimeProvider time) : PageModel
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly SemaphoreSlim One = new(1);

    /// <summary>How many lines the log has.</summary>
    public long Count { get; private set; }

    /// <summary>What came of the check; null before it, and when it could not be done.</summary>
    public AuditVerdict? Verdict { get; private set; }

    /// <summary>When it was done.</summary>
    public DateTime At { get; private set; }

    /// <summary>Why it could not be done.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Shows the button.</summary>
    public async Task OnGetAsync() => Count = (await db.AuditHead.AsNoTracking().SingleAsync(HttpContext.RequestAborted)).Sequence;

    /// <summary>Checks.</summary>
    public async Task OnPostAsync()
    {
        await OnGetAsync();
        if (!await One.WaitAsync(0))
        {
            Refusal = "Une vérification est déjà en cours. Attendez qu'elle finisse, puis recommencez.";
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted);
        stop.CancelAfter(Longest);
        try
        {
            Verdict = await VerifyAudit.ExecuteAsync(Lines(stop.Token), noted: null, stop.Token);
            At = time.Instant();
        }
        catch (OperationCanceledException) when (!HttpContext.RequestAborted.IsCancellationRequested)
        {
            Refusal = "Le journal est trop long pour être vérifié ici en une minute. Vérifiez-le avec la commande « iness audit verify ».";
        }
        finally
        {
            One.Release();
        }
    }

    private IAsyncEnumerable<AuditRecord> Lines(CancellationToken cancellationToken) => configuration["Database:Postgres"] is { Length: > 0 } postgres
        ? AuditDatabase.ReadPostgresAsync(postgres, cancellationToken)
        : AuditDatabase.ReadSqliteAsync(db.Database.GetDbConnection().DataSource, cancellationToken);
}
