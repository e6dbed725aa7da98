using Iness.Regulation.Payment;
using Iness.TestKit;

namespace Iness.Regulation.Tests.Payment;

[Covers("PAY-1")]
public sealed class Pay1Tests
{
    [Theory]
    [InlineData(600_000, 240_000, 240_000)]
    [InlineData(900_000, 240_000, 240_000)]
    [InlineData(500_000, 240_000, 200_000)]
    public void FinalAid_OnPaidCosts_NeverExceedsTheGrant(long paid, long granted, long amount)
    {
        var payment = PaymentAssessment.Assess(Sample.Association.WithCosts(Sample.Line("a", paid)), new(granted));

        Assert.Equal((new Money(amount), new Money(granted), new Money(paid)), (payment.Amount, payment.Granted, payment.Costs.Eligible));
        Assert.Equal(payment.Amount.Cents, payment.Steps.Min(step => step.Amount.Cents));
        Assert.Equal("PAY-1", payment.Steps.Last().Provision.Id);
    }

    [Covers("PAY-1", AtThreshold = true)]
    [Theory]
    [InlineData(299_999, Verdict.Review, 119_999, "Dépenses payées et retenues de 2 999,99 €, inférieures à 3 000 € : un agent de la Région dira si l'aide est versée.")]
    [InlineData(300_000, Verdict.Met, 120_000, "Dépenses payées et retenues de 3 000 €, au moins égales à 3 000 €.")]
    [InlineData(300_001, Verdict.Met, 120_000, "Dépenses payées et retenues de 3 000,01 €, au moins égales à 3 000 €.")]
    public void PaidCosts_AroundTheFloor_NeedAnOfficerBelow(long paid, Verdict verdict, long amount, string explanation)
    {
        var payment = PaymentAssessment.Assess(Sample.Association.WithCosts(Sample.Line("a", paid)), new(240_000));

        Assert.Equal(("PAY-1", verdict, explanation), (payment.Finding.Provision.Id, payment.Finding.Verdict, payment.Finding.Explanation));
        Assert.Equal(new Money(amount), payment.Amount);
    }
}

[Covers("PRO-1")]
public sealed class Pro1Tests
{
    [Covers("PRO-1", AtThreshold = true)]
    [Theory]
    [InlineData(2_299_999, DecisionAct.Order)]
    [InlineData(2_300_000, DecisionAct.Order)]
    [InlineData(2_300_001, DecisionAct.Agreement)]
    [InlineData(1_200_000, DecisionAct.Order)]
    public void Act_AroundTwentyThreeThousand_IsAnOrderUpToIt(long granted, DecisionAct act) =>
        Assert.Equal(act, DecisionActRule.For(new(granted), SchemeParameters.Of2024));
}
