using Iness.Regulation;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Iness.Casework.Persistence;

/// <summary>Instants are UTC on both sides; SQLite forgets it.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : instant.ToUniversalTime(),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>Amounts are stored in whole cents.</summary>
internal sealed class CentsConverter() : ValueConverter<Money, long>(amount => amount.Cents, cents => new(cents));
