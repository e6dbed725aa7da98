using Iness.Casework.Persistence;
using Iness.Casework.Review;
using Iness.Casework.Rights;
using Iness.Web.Accounts;
using Iness.Web.Components;
using Iness.Web.Reviewing;
using Microsoft.AspNetCore.Mvc;

namespace Iness.Web.Pages.Officer.File;

/// <summary>Rules on one provision, beside what the machine found.</summary>
[Needs(Right.ReviewFiles)]
public sealed class RulingModel(InessDbContext db, RuleOnProvision rule, RevokeRuling revoke, TimeProvider time) : FileWritePage(db, time)
{
    private const string Verdict = "avis";
    private const string Reason = "motif";
    private static readonly Choice[] Verdicts = [new("remplie", "Remplie"), new("non-remplie", "Non remplie")];

    /// <summary>The finding, its evidence and its ruling.</summary>
    public FindingRow Row { get; private set; } = null!;

    /// <summary>What was ruled before, the last first.</summary>
    public IEnumerable<ProvisionRuling> Earlier => Review.AllRulings.Where(ruling => ruling.Provision == Key && ruling.RevokedAt is not null).Reverse();

    /// <summary>The name under which it is ruled on.</summary>
    public string Key => ((string)RouteData.Values["provision"]!).ToUpperInvariant();

    /// <summary>The form, with the ruling that stands.</summary>
    public async Task OnGetAsync()
    {
        await ReadAsync();
        Form = new(Fields(Row.Ruling is { } standing ? Verdicts[standing.IsMet ? 0 : 1].Value : null, Row.Ruling?.Reason), []);
    }

    /// <summary>Rules.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var form = new FormReader(Request.Form);
        var verdict = form.Choice(Verdict, Verdicts, "Choisissez « remplie » ou « non remplie ».");
        var reason = form.Required(Reason, ProvisionRuling.LongestReason, "Écrivez le motif : le demandeur le lira.");
        var fields = Fields(form.Values.GetValueOrDefault(Verdict), form.Values.GetValueOrDefault(Reason));
        if (verdict is null || reason is null)
        {
            await ReadAsync();
            return Again(fields, form.Errors);
        }

        var ruled = await rule.ExecuteAsync(Review.Application.Id, Seen, new(Key, verdict == Verdicts[0].Value, reason), Me, HttpContext.RequestAborted);
        if (ruled.IsDone) return Told(ruled, $"{Key} : {VerdictWords.Ruled(verdict == Verdicts[0].Value).ToLowerInvariant()}. Le demandeur lit ce motif dans le suivi de sa demande.", $"#{Key.ToLowerInvariant()}");
        return await RefusedAsync(ruled, fields);
    }

    /// <summary>Takes the ruling back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync()
    {
        var revoked = await revoke.ExecuteAsync(Review.Application.Id, Seen, Key, Me, HttpContext.RequestAborted);
        if (revoked.IsDone) return Told(revoked, $"{Key} : la décision de l'instructeur est retirée, le constat vaut de nouveau.", $"#{Key.ToLowerInvariant()}");
        return await RefusedAsync(revoked, Fields(Review.RulingOn(Key) is { } standing ? Verdicts[standing.IsMet ? 0 : 1].Value : null, Review.RulingOn(Key)?.Reason));
    }

    /// <inheritdoc/>
    protected override bool Finds() => Review.FindingOf(Key) is not null;

    private async Task<IActionResult> RefusedAsync(Casework.Outcome outcome, Field[] fields)
    {
        var shown = await RefusedAsync(outcome.Refusal, outcome.Message!, fields, Reason);
        if (shown is not NotFoundResult) await ReadAsync();
        return shown;
    }

    private async Task ReadAsync() => Row = (await FindingRow.ReadAsync(Db, Review, HttpContext.RequestAborted)).Rows.First(row => row.Key == Key);

    private static Field[] Fields(string? verdict, string? reason) =>
    [
        new RadiosField(Verdict, "Cette disposition est-elle remplie ?", Verdicts) { Value = verdict, Inline = true },
        new TextAreaField(Reason, "Motif", "En droit et en fait. Le demandeur le lira, et la décision le reprendra.") { Value = reason, Rows = 5, MaxLength = ProvisionRuling.LongestReason },
    ];
}
