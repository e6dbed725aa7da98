using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Decisions;
using Iness.Casework.Figures;
using Iness.Casework.Lifecycle;
using Iness.Casework.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.OpenData;

/// <summary>
/// Writes the grants in force as SCDL « subventions » 2.1.1, a slice at a time: the number of grants costs no memory, and a slow reader
/// holds no connection to the database.
/// </summary>
public sealed class WriteOpenGrants(InessDbContext db, KeptFigures kept)
{
    private const int Slice = 500;

    /// <summary>How long a copy may be kept: what is granted meanwhile comes a few minutes later.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Writes them, the oldest first.</summary>
    public async Task ExecuteAsync(Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Row(',', OpenGrant.Columns));
        await foreach (var row in RowsAsync(cancellationToken)) await writer.WriteLineAsync(row.AsMemory(), cancellationToken);
    }

    /// <summary>What tells two states of the file apart, without writing it.</summary>
    public Task<OpenGrantsStamp> StampAsync(CancellationToken cancellationToken) => kept.GetAsync("open-grants", Fresh, async () =>
    {
        var state = await db.Database.SqlQueryRaw<StampRow>($"""
            WITH {GrantInForce.Sql}
            SELECT COUNT(*) AS "Count", COALESCE(CAST(SUM("Grants"."Cents") AS BIGINT), 0) AS "Cents", COALESCE(CAST(SUM(file."Version") AS BIGINT), 0) AS "Files",
                   COALESCE(CAST(SUM(organisation."Version") AS BIGINT), 0) AS "Names"
            FROM "Grants" INNER JOIN "Applications" AS file ON file."Id" = "Grants"."ApplicationId" INNER JOIN "Organisations" AS organisation ON organisation."Id" = file."OrganisationId"
            """).SingleAsync(cancellationToken);
        var notified = await db.Decisions.Where(decision => decision.Kind == DecisionKind.Grant).MaxAsync(decision => decision.NotifiedAt, cancellationToken);
        var text = string.Create(CultureInfo.InvariantCulture, $"2.1.1/1 {state.Count} {state.Cents} {state.Files} {state.Names} {notified?.Ticks}");
        return new OpenGrantsStamp(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32], notified);
    });

    private async IAsyncEnumerable<string> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (day, after) = (DateOnly.MinValue, Guid.Empty);
        while (true)
        {
            // Keys first, straight from the index: what a row needs is then read for this slice alone, whatever the size of the rest.
            var keys = await db.Decisions.Where(decision => decision.Kind == DecisionKind.Grant && decision.On >= day && (decision.On > day || decision.Id > after))
                .OrderBy(decision => decision.On).ThenBy(decision => decision.Id).Take(Slice).Select(decision => new { decision.On, decision.Id }).ToListAsync(cancellationToken);
            foreach (var row in await RowsAsync([.. keys.Select(key => key.Id)], cancellationToken)) yield return row;
            if (keys.Count < Slice) yield break;
            (day, after) = (keys[^1].On, keys[^1].Id);
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var grants = await GrantsAsync(ids, cancellationToken);
        var left = await db.LeftOfGrantsAsync([.. grants.Select(grant => grant.DecisionId)], cancellationToken);
        return [.. grants.Select(grant => grant.Row(left[grant.DecisionId])).OfType<string>()];
    }

    private Task<List<OpenGrant>> GrantsAsync(List<Guid> ids, CancellationToken cancellationToken) => (
        from decision in db.GrantsInForce().AsNoTracking()
        join application in db.Applications on decision.ApplicationId equals application.Id
        where EF.Parameter(ids).Contains(decision.Id)
        orderby decision.On, decision.Id
        select new OpenGrant
        {
            DecisionId = decision.Id,
            On = decision.On,
            Number = application.Number!,
            Name = application.Organisation!.Name,
            Siret = application.Listing!.Siret,
            RegisterRecord = application.Organisation.RegisterRecord,
            Facts = decision.Facts,
            ClaimBy = application.ClaimBy,
            PaidOn = db.PaymentClaims.Where(claim => claim.ApplicationId == application.Id).Select(claim => claim.PaidOn).FirstOrDefault(),
            PaymentRecordedAt = db.StatusChanges.Where(change => change.ApplicationId == application.Id && change.Action == FileAction.RecordPayment && change.At >= decision.At
                && !db.StatusChanges.Any(back => back.ApplicationId == change.ApplicationId && back.Action == FileAction.RecordRejection && back.At > change.At)).Max(change => (DateTime?)change.At),
        }).ToListAsync(cancellationToken);

    private sealed record StampRow(long Count, long Cents, long Files, long Names);
}

/// <summary>A state of the open data.</summary>
/// <param name="Tag">What names it.</param>
/// <param name="Latest">The last notification of a grant, UTC; null before the first.</param>
public sealed record OpenGrantsStamp(string Tag, DateTime? Latest);
