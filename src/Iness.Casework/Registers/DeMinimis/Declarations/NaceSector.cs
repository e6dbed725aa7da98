using System.Globalization;
using Iness.Regulation;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>The sector of an undertaking as the national register writes it: section letter and class of NACE rev. 2, « C.16.23 ».</summary>
public static class NaceSector
{
    // The last division of each section of NACE rev. 2 (Regulation (EC) 1893/2006, annex I).
    private static readonly (int Last, char Section)[] Sections =
    [
        (3, 'A'), (9, 'B'), (33, 'C'), (35, 'D'), (39, 'E'), (43, 'F'), (47, 'G'), (53, 'H'), (56, 'I'), (63, 'J'), (66, 'K'),
        (68, 'L'), (75, 'M'), (82, 'N'), (84, 'O'), (85, 'P'), (88, 'Q'), (93, 'R'), (96, 'S'), (98, 'T'), (99, 'U'),
    ];

    /// <summary>Of an activity of NAF rev. 2, whose classes are those of NACE; null for a division that there is not.</summary>
    public static string? Of(ActivityCode activity)
    {
        var code = activity.ToString();
        var division = int.Parse(code[..2], CultureInfo.InvariantCulture);
        var section = division == 0 ? default : Array.Find(Sections, section => division <= section.Last);
        return section == default ? null : $"{section.Section}.{code[..5]}";
    }
}
