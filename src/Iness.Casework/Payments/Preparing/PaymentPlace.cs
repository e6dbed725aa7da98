using System.Globalization;

namespace Iness.Casework.Payments.Preparing;

/// <summary>A place in a list of payments: payments that come or go elsewhere do not move it.</summary>
/// <param name="Day">The day the list is sorted by.</param>
/// <param name="Id">The claim.</param>
public sealed record PaymentPlace(DateOnly Day, Guid Id)
{
    private const string Format = "yyyy-MM-dd";
    private const char Separator = '~';

    /// <summary>Whether it comes after another, the earliest day first.</summary>
    public bool IsAfter(PaymentPlace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Day > other.Day || (Day == other.Day && Id.CompareTo(other.Id) > 0);
    }

    /// <summary>As an address carries it.</summary>
    public override string ToString() => $"{Day.ToString(Format, CultureInfo.InvariantCulture)}{Separator}{Id:N}";

    /// <summary>Reads one; null when it is none.</summary>
    public static PaymentPlace? Parse(string? text) =>
        (text ?? "").Split(Separator) is [var day, var id]
        && DateOnly.TryParseExact(day, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParseExact(id, "N", out var claim)
            ? new(on, claim)
            : null;
}
