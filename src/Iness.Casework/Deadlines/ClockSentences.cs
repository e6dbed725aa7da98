using Iness.Regulation;
using static Iness.Casework.Deadlines.ResponseClock;

namespace Iness.Casework.Deadlines;

/// <summary>How the clock is told to the applicant and to the service.</summary>
internal static class ClockSentences
{
    public static string Running(DateOnly end, int left, bool isOnAppeal)
    {
        var answers = isOnAppeal ? "répondre au recours" : "répondre";
        return (left == 0
                ? $"La Région doit {answers} aujourd'hui, {French.Date(end)}, au plus tard."
                : $"La Région doit {answers} le {French.Date(end)} au plus tard : il lui reste {Count(left)}.")
            + (isOnAppeal ? " Sans réponse, le recours sera réputé rejeté ce jour-là." : " Sans réponse, la demande sera réputée rejetée ce jour-là.");
    }

    public static string Suspended(Wait wait, int left, DateOnly latest) =>
        $"Le délai de réponse est suspendu depuis le {French.Date(wait.From)} : la Région attend les pièces demandées. "
        + $"Il reprendra dès que tout sera envoyé, et au plus tard après le {French.Date(wait.To)}. "
        + (left == 0
            ? "La Région devra alors répondre le jour même."
            : $"La Région aura alors {Count(left)} pour répondre, soit jusqu'au {French.Date(latest)} au plus tard.");

    public static string Expired(DateOnly end, bool isOnAppeal) => isOnAppeal
        ? $"Le délai de réponse au recours a pris fin le {French.Date(end)}. Sans réponse de la Région à cette date, le recours est réputé rejeté depuis ce jour."
        : $"Le délai de réponse a pris fin le {French.Date(end)}. Sans décision de la Région à cette date, la demande est réputée rejetée depuis ce jour.";

    public static ClockPeriod Worked(DateOnly from, DateOnly to) =>
        Period(ClockPeriodKind.Service, from, to, to, $"Du {French.Date(from)} au {French.Date(to)} : le délai a couru {Count(Days(from, to))}.");

    public static ClockPeriod Working(DateOnly from, DateOnly today) =>
        Period(ClockPeriodKind.Service, from, null, today, $"Depuis le {French.Date(from)} : le délai court ({Count(Days(from, today))} à ce jour).");

    public static ClockPeriod Waited(Wait wait) =>
        Period(ClockPeriodKind.Applicant, wait.From, wait.To, wait.To,
            $"Du {French.Date(wait.From)} au {French.Date(wait.To)} : délai suspendu {Count(Days(wait.From, wait.To))}, "
            + (wait.Completed ? "jusqu'au jour où plus rien n'était attendu." : "jusqu'à la fin du temps donné pour envoyer les pièces demandées."));

    public static ClockPeriod Waiting(Wait wait, DateOnly today) =>
        Period(ClockPeriodKind.Applicant, wait.From, null, today,
            $"Depuis le {French.Date(wait.From)} : délai suspendu ({Count(Days(wait.From, today))} à ce jour), les pièces demandées sont attendues jusqu'au {French.Date(wait.To)}.");

    private static ClockPeriod Period(ClockPeriodKind kind, DateOnly from, DateOnly? to, DateOnly counted, string sentence) =>
        new(kind, from, to, Days(from, counted), sentence);

    private static string Count(int days) => French.Plural(days, "jour", "jours");
}
