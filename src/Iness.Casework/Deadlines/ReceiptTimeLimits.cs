namespace Iness.Casework.Deadlines;

/// <summary>By when a filing that could not be acknowledged at once must be (CRPA R112-11-2).</summary>
public static class ReceiptTimeLimits
{
    private const int RegistrationDays = 1;
    private const int AcknowledgementDays = 10;

    /// <summary>Last day to tell that the filing is registered: one working day after its reception.</summary>
    public static DateOnly RegistrationDue(DateOnly receivedOn) => WorkingDays.Add(receivedOn, RegistrationDays);

    /// <summary>Last day to send the acknowledgement of receipt: ten working days after the reception.</summary>
    public static DateOnly AcknowledgementDue(DateOnly receivedOn) => WorkingDays.Add(receivedOn, AcknowledgementDays);
}
