using System.Text;
using System.Text.Json;
using CsCheck;
using Iness.Casework.Payments.Liquidation;
using Iness.Regulation;
using Iness.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Iness.Casework.Tests.Payments;

/// <summary>No cent is lost between what is asked of finance and what it answers.</summary>
public sealed class LiquidationPropertyTests
{
    private static readonly Gen<string> Text = Gen.Char["abcé,;\"\r\n'=+@ |:"].Array[0, 20].Select(letters => new string(letters));

    private static readonly Gen<LiquidationItem> Items =
        from cents in Gen.Long[1, 1_200_000]
        from name in Text
        from address in Text
        from title in Text
        select new LiquidationItem
        {
            FileNumber = "INESS-2026-000001",
            CommitmentNumber = "2026/1",
            OrderNumber = "1",
            OrderDate = new(2026, 3, 2),
            Siret = "90010001700012",
            Name = name,
            Address = address,
            AccountHolder = name,
            Iban = "FR7630006000011234567890189",
            Bic = "AGRIFRPP",
            Amount = new(cents),
            Object = GatherLiquidation.ObjectOf("INESS-2026-000001", title),
            ClaimCompleteOn = new(2026, 3, 2),
            Documents = [new(title, "00")],
            ValidatedBy = name,
            ValidatedOn = new(2026, 3, 2),
        };

    [Fact]
    public void Export_AnyBatch_ReadBackHoldsItsCountAndTotal() => Items.List[1, 30].Sample(items =>
    {
        var csv = LiquidationFile.Csv("LIQ-2026-0001", 2026, items);
        var numbered = items.Select((item, i) => item with { FileNumber = $"INESS-2026-{i:000000}" }).ToList();
        var read = ReturnFile.Read(Encoding.UTF8.GetBytes(LiquidationFile.Csv("LIQ-2026-0001", 2026, numbered)));

        Assert.Null(read.Fault);
        Assert.Equal(items.Select(item => item.Amount), read.Rows.Select(row => row.Amount!.Value));
        using var json = JsonDocument.Parse(LiquidationFile.Json("LIQ-2026-0001", 2026, new(2026, 3, 2), items));
        Assert.Equal(items.Sum(item => item.Amount.ToEuros()), json.RootElement.GetProperty("total").GetDecimal());
        Assert.Equal(items.Sum(item => item.Amount.ToEuros()), json.RootElement.GetProperty("payments").EnumerateArray().Sum(payment => payment.GetProperty("amount").GetDecimal()));
        Assert.All(items, item => Assert.InRange(item.Object.Length, 1, LiquidationItem.LongestObject));
        Assert.DoesNotContain(items, item => item.Object.Any(char.IsControl));
        Assert.NotEmpty(csv);
    }, iter: 300);

    [Fact]
    public Task Return_AnyAnswers_WhatWasAskedIsPaidRejectedOrStillAwaited() => Gen.Int[0, 3].Array[1, 5].SampleAsync(async answers =>
    {
        var stop = TestContext.Current.CancellationToken;
        await using var desk = await PaymentDesk.OpenAsync(Engine.Sqlite);
        for (var i = 0; i < answers.Length; i++) await desk.SettledAsync(("Boutique en ligne", 3_000 + 1_000 * (i % 4), "c1"));
        var batch = (await desk.MakeAsync()).Value.Number;
        await desk.ExportAsync(batch);
        var lines = answers.Select((answer, i) => answer switch
        {
            0 => $"INESS-2026-{i + 1:000000};M{i};2026-11-24;;",
            1 => $"INESS-2026-{i + 1:000000};M{i};;2026-11-24;Rejet {i}",
            2 => $"INESS-2026-{i + 90:000000};M{i};2026-11-24;;",
            _ => $"INESS-2026-{i + 1:000000};M{i};;;",
        });
        Assert.Equal(answers.Any(answer => answer != 2), (await desk.ImportAsync($"dossier;mandat;date_paiement;date_rejet;motif\n{string.Join('\n', lines)}")).IsDone);

        await desk.DoAsync(async db =>
        {
            var asked = (await db.LiquidationBatches.SingleAsync(stop)).Total;
            var all = await db.LiquidationLines.ToListAsync(stop);
            var paid = Sum(all.Where(line => line.PaidOn is not null));
            Assert.Equal(asked, paid + Sum(all.Where(line => line.RejectedOn is not null)) + Sum(all.Where(line => line is { PaidOn: null, RejectedOn: null })));
            var claims = await db.PaymentClaims.Where(claim => claim.PaidOn != null).Select(claim => claim.Payable!.Value).ToListAsync(stop);
            Assert.Equal(paid, claims.Aggregate(Money.Zero, (sum, amount) => sum + amount));
            Assert.Equal(answers.Count(answer => answer == 0), claims.Count);
            return true;
        });
    }, iter: 6, threads: 1);

    private static Money Sum(IEnumerable<LiquidationLine> lines) => lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}
