namespace Iness.Regulation.Payment;

/// <summary>The act that grants the aid (PRO-1).</summary>
public enum DecisionAct
{
    /// <summary>A simple order (arrêté), the default.</summary>
    Order,

    /// <summary>A standard agreement (convention), signed by both sides.</summary>
    Agreement,
}

/// <summary>PRO-1: an agreement or a simple order.</summary>
public static class DecisionActRule
{
    /// <summary>The act an amount calls for: the law requires an agreement above 23 000 € (décret 2001-495), below it the order suffices.</summary>
    [Rule("PRO-1")]
    public static DecisionAct For(Money granted, SchemeParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return granted > parameters.AgreementThreshold ? DecisionAct.Agreement : DecisionAct.Order;
    }
}
