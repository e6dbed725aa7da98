namespace Iness.Casework.Payments.Preparing;

/// <summary>Where a payment stands, for those who prepare, validate and liquidate.</summary>
public enum PaymentStage
{
    /// <summary>À préparer.</summary>
    ToPrepare,

    /// <summary>À valider.</summary>
    ToValidate,

    /// <summary>À liquider.</summary>
    ToLiquidate,

    /// <summary>En liquidation.</summary>
    InLiquidation,

    /// <summary>Rejetés.</summary>
    Rejected,

    /// <summary>Pièces attendues.</summary>
    Awaiting,

    /// <summary>Payés.</summary>
    Paid,
}

/// <summary>The French words of the stages.</summary>
public static class PaymentStages
{
    /// <summary>Where it stands.</summary>
    public static string InFrench(this PaymentStage stage) => stage switch
    {
        PaymentStage.ToPrepare => "À préparer",
        PaymentStage.ToValidate => "À valider",
        PaymentStage.ToLiquidate => "À liquider",
        PaymentStage.InLiquidation => "En liquidation",
        PaymentStage.Rejected => "Rejetés",
        PaymentStage.Awaiting => "Pièces attendues",
        PaymentStage.Paid => "Payés",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "This stage has no name."),
    };

    /// <summary>Its name in addresses.</summary>
    public static string Slug(this PaymentStage stage) => stage switch
    {
        PaymentStage.ToPrepare => "a-preparer",
        PaymentStage.ToValidate => "a-valider",
        PaymentStage.ToLiquidate => "a-liquider",
        PaymentStage.InLiquidation => "en-liquidation",
        PaymentStage.Rejected => "rejetes",
        PaymentStage.Awaiting => "pieces-attendues",
        PaymentStage.Paid => "payes",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "This stage has no name."),
    };
}
