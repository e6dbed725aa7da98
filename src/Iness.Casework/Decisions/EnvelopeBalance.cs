using Iness.Casework.Persistence;
using Iness.Regulation;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Decisions;

/// <summary>Where the money of a year stands.</summary>
/// <param name="Year">Budget year.</param>
/// <param name="Voted">Amount voted; zero when no envelope was.</param>
/// <param name="Proposed">What standing proposals would grant, beyond what is granted to the same files already.</param>
/// <param name="Granted">What the decisions in force grant.</param>
/// <param name="IsVoted">Whether an envelope was voted.</param>
public sealed record EnvelopeBalance(int Year, Money Voted, Money Proposed, Money Granted, bool IsVoted)
{
    /// <summary>What was paid of it: the amounts really paid.</summary>
    public Money Paid { get; init; }

    /// <summary>What was granted and is not to be paid any more, the aid being paid for less: free again.</summary>
    public Money Freed { get; init; }

    /// <summary>What may still be proposed.</summary>
    public Money Left => Voted - Proposed - Granted + Freed;
}

/// <summary>Counts envelopes from proposals and decisions, in the database.</summary>
public static class EnvelopeBalances
{
    /// <summary>The balance of each year that has an envelope, a proposal or a decision, the latest first.</summary>
    public static async Task<IReadOnlyList<EnvelopeBalance>> EnvelopeBalancesAsync(this InessDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var voted = await db.Envelopes.AsNoTracking().ToDictionaryAsync(envelope => envelope.Year, envelope => envelope.Voted, cancellationToken);
        var proposed = await db.ProposedAsync(cancellationToken);
        var granted = await db.GrantedAsync(cancellationToken);
        var paid = await db.PaidAsync(cancellationToken);
        return [.. voted.Keys.Union(proposed.Keys).Union(granted.Keys).OrderDescending().Select(year =>
            new EnvelopeBalance(year, voted.GetValueOrDefault(year), proposed.GetValueOrDefault(year), granted.GetValueOrDefault(year), voted.ContainsKey(year)) { Paid = paid.Sums.GetValueOrDefault(year), Freed = paid.Freed.GetValueOrDefault(year) })];
    }

    /// <summary>The balance of one year.</summary>
    public static async Task<EnvelopeBalance> EnvelopeBalanceAsync(this InessDbContext db, int year, CancellationToken cancellationToken) =>
        (await db.EnvelopeBalancesAsync(cancellationToken)).FirstOrDefault(balance => balance.Year == year) ?? new(year, Money.Zero, Money.Zero, Money.Zero, IsVoted: false);

    /// <summary>The same, while nobody else can take from any envelope: within a transaction.</summary>
    public static async Task<EnvelopeBalance> LockedBalanceAsync(this InessDbContext db, int year, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Locked(db.Envelopes).AsNoTracking().ToListAsync(cancellationToken);
        return await db.EnvelopeBalanceAsync(year, cancellationToken);
    }

    /// <summary>What these files already engage on each year, that a new grant of theirs would take the place of.</summary>
    internal static async Task<IReadOnlyDictionary<(Guid ApplicationId, int Year), Money>> EngagedAsync(this InessDbContext db, IReadOnlyCollection<Guid> applications, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<EngagedGrant>($"""SELECT engaged."ApplicationId", engaged."BudgetYear" AS "Year", CAST(engaged."Amount" AS BIGINT) AS "Cents" FROM ({Engaged}) AS engaged""")
            .Where(grant => applications.Contains(grant.ApplicationId)).ToListAsync(cancellationToken))
            .ToDictionary(grant => (grant.ApplicationId, grant.Year), grant => new Money(grant.Cents));

    // Of an aid granted already and proposed again, only what the proposal would add: the grant stands, and is counted, until it is decided anew.
    private static async Task<Dictionary<int, Money>> ProposedAsync(this InessDbContext db, CancellationToken cancellationToken) =>
        Sums(await db.Database.SqlQueryRaw<YearSum>($"""
            SELECT proposed."BudgetYear" AS "Year", CAST(SUM(CASE
              WHEN standing."Amount" IS NULL THEN proposed."Amount"
              WHEN standing."Amount" < proposed."Amount" THEN proposed."Amount" - standing."Amount"
              ELSE 0 END) AS BIGINT) AS "Cents"
            FROM "Proposals" AS proposed
            LEFT JOIN ({Engaged}) AS standing ON standing."ApplicationId" = proposed."ApplicationId" AND standing."BudgetYear" = proposed."BudgetYear"
            WHERE proposed."Kind" = 'Grant' AND proposed."SentBackAt" IS NULL AND proposed."DecidedAt" IS NULL GROUP BY proposed."BudgetYear"
            """).ToListAsync(cancellationToken));

    private static async Task<Dictionary<int, Money>> GrantedAsync(this InessDbContext db, CancellationToken cancellationToken) =>
        Sums(await db.Database.SqlQueryRaw<YearSum>($"""
            SELECT standing."BudgetYear" AS "Year", CAST(SUM(standing."Amount") AS BIGINT) AS "Cents" FROM ({Engaged}) AS standing GROUP BY standing."BudgetYear"
            """).ToListAsync(cancellationToken));

    // What was paid before claims were kept here was paid as granted.
    private static async Task<(Dictionary<int, Money> Sums, Dictionary<int, Money> Freed)> PaidAsync(this InessDbContext db, CancellationToken cancellationToken)
    {
        var sums = await db.Database.SqlQueryRaw<PaidSum>($"""
            SELECT decided."BudgetYear" AS "Year", CAST(SUM(COALESCE(claim."Payable", decided."Amount")) AS BIGINT) AS "Cents", CAST(SUM(decided."Amount" - COALESCE(claim."Payable", decided."Amount")) AS BIGINT) AS "Freed"
            FROM "Decisions" AS decided LEFT JOIN "PaymentClaims" AS claim ON claim."ApplicationId" = decided."ApplicationId" AND claim."PaidOn" IS NOT NULL
            WHERE decided."Kind" = 'Grant'
              AND {GrantInForce.Paid}
              AND NOT EXISTS (SELECT 1 FROM "Decisions" AS later WHERE later."ApplicationId" = decided."ApplicationId" AND later."At" > decided."At")
            GROUP BY decided."BudgetYear"
            """).ToListAsync(cancellationToken);
        return (sums.ToDictionary(sum => sum.Year, sum => new Money(sum.Cents)), sums.ToDictionary(sum => sum.Year, sum => new Money(sum.Freed)));
    }

    // Not the grants in force: one not notified yet is engaged, and so is one that is reviewed again.
    // A file decided again counts once, for what the latest decision grants; an aid renounced, withdrawn or lapsed before it was paid is free again,
    // and so is what a reduction takes off; opening its file does not bring it back. One opened again once notified stays granted until it is decided anew.
    private const string Engaged = $"""
        SELECT decided."ApplicationId", decided."BudgetYear", decided."Amount" - COALESCE((SELECT SUM(reduced."Amount") FROM "Recoveries" AS reduced
            WHERE reduced."ApplicationId" = decided."ApplicationId" AND reduced."Kind" = 'Reduction' AND reduced."DecidedAt" >= decided."At"
              AND NOT {GrantInForce.Paid}), 0) AS "Amount"
        FROM "Decisions" AS decided
        INNER JOIN "Applications" AS application ON application."Id" = decided."ApplicationId" AND application."Status" <> 'Withdrawn'
        WHERE decided."Kind" = 'Grant'
          AND NOT EXISTS (SELECT 1 FROM "Decisions" AS later WHERE later."ApplicationId" = decided."ApplicationId" AND later."At" > decided."At")
          AND ((application."Status" <> 'Closed' AND NOT EXISTS (SELECT 1 FROM "StatusChanges" AS change
                WHERE change."ApplicationId" = decided."ApplicationId" AND change."Action" = 'Reopen' AND change."From" = 'Closed' AND change."At" > decided."At"))
            OR EXISTS (SELECT 1 FROM "StatusChanges" AS change WHERE change."ApplicationId" = decided."ApplicationId" AND change."Action" = 'RecordPayment'
                AND NOT EXISTS (SELECT 1 FROM "StatusChanges" AS back WHERE back."ApplicationId" = change."ApplicationId" AND back."Action" = 'RecordRejection' AND back."At" > change."At")))
        """;

    private static Dictionary<int, Money> Sums(List<YearSum> sums) => sums.ToDictionary(sum => sum.Year, sum => new Money(sum.Cents));

    private sealed record YearSum(int Year, long Cents);

    private sealed record EngagedGrant(Guid ApplicationId, int Year, long Cents);

    private sealed record PaidSum(int Year, long Cents, long Freed);
}
