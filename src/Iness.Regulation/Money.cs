namespace Iness.Regulation;

/// <summary>
/// An amount of euros, held in whole cents. All arithmetic is checked, as everywhere in this project: an overflow is an exception, never a wrong amount.
/// Costs are always excluding VAT (COS-2).
/// </summary>
/// <param name="Cents">The amount in cents; negative amounts exist (equity, credit notes).</param>
public readonly record struct Money(long Cents) : IComparable<Money>, ISpanFormattable
{
    /// <summary>No euro at all.</summary>
    public static readonly Money Zero;

    /// <summary>The amount of so many whole euros.</summary>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Money Euros(long euros) => new(euros * 100);

    /// <summary>The amount in euros, with two decimals.</summary>
    public decimal ToEuros() => Cents / 100m;

    /// <summary>The part of this amount given by a fraction, rounded down to the cent: a ceiling is never exceeded by rounding.</summary>
    /// <param name="numerator">Numerator of the fraction, for instance 40.</param>
    /// <param name="denominator">Denominator of the fraction, for instance 100.</param>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public Money Fraction(int numerator, int denominator)
    {
        var (quotient, remainder) = Math.DivRem(Cents * numerator, denominator);
        return new(remainder < 0 ? quotient - 1 : quotient);
    }

    /// <summary>The lesser of two amounts.</summary>
    public static Money Min(Money left, Money right) => new(Math.Min(left.Cents, right.Cents));

    /// <summary>The greater of two amounts.</summary>
    public static Money Max(Money left, Money right) => new(Math.Max(left.Cents, right.Cents));

    /// <summary>Sum of two amounts.</summary>
    public static Money operator +(Money left, Money right) => new(left.Cents + right.Cents);

    /// <summary>Difference of two amounts.</summary>
    public static Money operator -(Money left, Money right) => new(left.Cents - right.Cents);

    /// <summary>Compares two amounts.</summary>
    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>The amount as French writes it: « 1 234,50 € », without decimals when there are no cents: « 450 000 € ».</summary>
    public override string ToString() => French.Amount(this);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => French.Amount(this);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        French.TryFormat(this, destination, out charsWritten);
}
