namespace Iness.Casework.Deadlines;

/// <summary>The names of the legal holidays, as the code du travail gives them (L3133-1).</summary>
public static class HolidayNames
{
    /// <summary>The name of a holiday. Those that follow Easter are told by their day of the week.</summary>
    public static string NameOf(DateOnly holiday) => (holiday.Month, holiday.Day) switch
    {
        (1, 1) => "Jour de l'an",
        (5, 1) => "Fête du travail",
        (5, 8) => "Victoire de 1945",
        (7, 14) => "Fête nationale",
        (8, 15) => "Assomption",
        (11, 1) => "Toussaint",
        (11, 11) => "Armistice de 1918",
        (12, 25) => "Noël",
        _ when holiday.DayOfWeek == DayOfWeek.Thursday => "Ascension",
        _ when holiday is { Month: 3 or 4 } => "Lundi de Pâques",
        _ => "Lundi de Pentecôte",
    };
}
