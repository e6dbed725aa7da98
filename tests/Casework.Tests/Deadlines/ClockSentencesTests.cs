using Iness.Casework.Deadlines;

namespace Iness.Casework.Tests.Deadlines;

/// <summary>What the applicant reads.</summary>
public sealed class ClockSentencesTests
{
    private static readonly DateOnly Filed = new(2026, 3, 2);

    private static readonly Suspension Asked = new(new(2026, 3, 12), new(2026, 3, 31), new(2026, 3, 22));

    [Fact]
    public void Summary_Running_SaysByWhenAndHowLong() => Assert.Equal(
        "La Région doit répondre le 2 mai 2026 au plus tard : il lui reste 61 jours. Sans réponse, la demande sera réputée rejetée ce jour-là.",
        ResponseClock.At(Filed, [], Filed).Summary);

    [Fact]
    public void Summary_LastDay_SaysToday() => Assert.Equal(
        "La Région doit répondre aujourd'hui, 2 mai 2026, au plus tard. Sans réponse, la demande sera réputée rejetée ce jour-là.",
        ResponseClock.At(Filed, [], new(2026, 5, 2)).Summary);

    [Fact]
    public void Summary_OneDayLeft_IsSingular() => Assert.Contains("il lui reste 1 jour.", ResponseClock.At(Filed, [], new(2026, 5, 1)).Summary, StringComparison.Ordinal);

    [Fact]
    public void Summary_Suspended_SaysWhatIsAwaitedAndUntilWhen() => Assert.Equal(
        "Le délai de réponse est suspendu depuis le 12 mars 2026 : la Région attend les pièces demandées. Il reprendra dès que tout sera envoyé, "
            + "et au plus tard après le 31 mars 2026. La Région aura alors 51 jours pour répondre, soit jusqu'au 21 mai 2026 au plus tard.",
        ResponseClock.At(Filed, [Asked], new(2026, 3, 20)).Summary);

    [Fact]
    public void Summary_SuspendedOnTheLastDay_LeavesTheDayItself() => Assert.EndsWith(
        "La Région devra alors répondre le jour même.",
        ResponseClock.At(Filed, [new(new(2026, 5, 2), new(2026, 5, 20))], new(2026, 5, 3)).Summary, StringComparison.Ordinal);

    [Fact]
    public void Summary_Expired_SaysSinceWhen() => Assert.Equal(
        "Le délai de réponse a pris fin le 2 mai 2026. Sans décision de la Région à cette date, la demande est réputée rejetée depuis ce jour.",
        ResponseClock.At(Filed, [], new(2026, 5, 3)).Summary);

    [Fact]
    public void Periods_AskedAndProduced_TellTheStory() => Assert.Equal(
        [
            "Du 2 mars 2026 au 12 mars 2026 : le délai a couru 10 jours.",
            "Du 12 mars 2026 au 22 mars 2026 : délai suspendu 10 jours, jusqu'au jour où plus rien n'était attendu.",
            "Depuis le 22 mars 2026 : le délai court (3 jours à ce jour).",
        ],
        ResponseClock.At(Filed, [Asked], new(2026, 3, 25)).Periods.Select(period => period.Sentence));

    [Fact]
    public void Periods_NeverProduced_TellTheStory()
    {
        var never = Asked with { CompletedOn = null };
        Assert.Equal(
            "Depuis le 12 mars 2026 : délai suspendu (8 jours à ce jour), les pièces demandées sont attendues jusqu'au 31 mars 2026.",
            ResponseClock.At(Filed, [never], new(2026, 3, 20)).Periods[^1].Sentence);
        Assert.Equal(
            "Du 12 mars 2026 au 31 mars 2026 : délai suspendu 19 jours, jusqu'à la fin du temps donné pour envoyer les pièces demandées.",
            ResponseClock.At(Filed, [never], new(2026, 4, 2)).Periods[1].Sentence);
    }
}
