using System.Globalization;
using Iness.Casework.Applications;
using Iness.Casework.Audit;
using Iness.Casework.Deadlines;
using Iness.Casework.Lifecycle;
using Iness.Casework.Messages;

namespace Iness.Casework.Tests.Deadlines;

/// <summary>By when to answer, and whose the time is, from the requests of a file.</summary>
public sealed class ResponseDeadlineTests
{
    private static readonly Actor Applicant = new(Guid.NewGuid(), Role.Applicant);

    [Theory]
    // déposée le 2 mars ; rien de demandé
    [InlineData("2026-03-20", "", "2026-05-02", 18, 0)]
    // demandé le 12, en attente jusqu'au 31 : le plus tard possible
    [InlineData("2026-03-20", "2026-03-12/2026-03-31/", "2026-05-21", 10, 8)]
    // tout envoyé le 22
    [InlineData("2026-04-01", "2026-03-12/2026-03-31/2026-03-22", "2026-05-12", 20, 10)]
    // rien envoyé : le délai a repris après le 31
    [InlineData("2026-04-05", "2026-03-12/2026-03-31/", "2026-05-21", 15, 19)]
    // envoyé trop tard : de même
    [InlineData("2026-04-20", "2026-03-12/2026-03-31/2026-04-15", "2026-05-21", 30, 19)]
    // deux demandes
    [InlineData("2026-04-10", "2026-03-12/2026-03-31/2026-03-22 2026-04-01/2026-04-20/2026-04-06", "2026-05-17", 24, 15)]
    public void Of_Requests_GivesTheDayAndWhoseTheTimeIs(string today, string requests, string respondBy, int service, int applicant)
    {
        var deadline = ResponseDeadline.Of(Filing, Requests(requests), Day(today));

        Assert.Equal((Day(respondBy), service, applicant), (deadline.Day, deadline.DaysOfService, deadline.DaysOfApplicant));
    }

    [Fact]
    public void Of_ApplicationWithdrawn_HasNoDay()
    {
        var application = Filed();
        application.RespondBy = Day("2026-05-02");
        Assert.True(application.Move(FileAction.Withdraw, Applicant, At("2026-03-10")).IsDone);

        Assert.Null(application.RespondBy);
        var none = ResponseDeadline.Of(null, [], Day("2026-03-20"));
        Assert.Equal((null, 0, 0), (none.Day, none.DaysOfService, none.DaysOfApplicant));
    }

    [Fact]
    public void Of_RequestOnThePayment_SuspendsNothing()
    {
        var request = new MissingItemsRequest { Id = Guid.NewGuid(), ApplicationId = Guid.NewGuid(), SentAt = At("2026-03-12"), SentBy = Guid.NewGuid(), DueOn = Day("2026-03-31"), IsOnPayment = true };

        Assert.Equal((Day("2026-05-02"), 0), (ResponseDeadline.Of(Filing, [request], Day("2026-03-20")) is { } read ? (read.Day!.Value, read.DaysOfApplicant) : default));
    }

    [Fact]
    public void Of_AnAppeal_StartsWhenItCameAndForgetsTheRequestsBefore()
    {
        var appeal = new ClockStart(Day("2026-09-01"), At("2026-09-10"), IsOnAppeal: true);

        var deadline = ResponseDeadline.Of(appeal, Requests("2026-03-12/2026-03-31/ 2026-09-05/2026-09-30/ 2026-09-12/2026-09-30/2026-09-20"), Day("2026-09-25"));

        Assert.Equal((Day("2026-11-09"), 8, ClockState.Running), (deadline.Day!.Value, deadline.DaysOfApplicant, deadline.Clock!.State));
        Assert.Equal("La Région doit répondre au recours le 9 novembre 2026 au plus tard : il lui reste 45 jours. Sans réponse, le recours sera réputé rejeté ce jour-là.", deadline.Clock.Summary);
        Assert.Equal(
            "Le délai de réponse au recours a pris fin le 9 novembre 2026. Sans réponse de la Région à cette date, le recours est réputé rejeté depuis ce jour.",
            ResponseDeadline.Of(appeal, Requests("2026-09-12/2026-09-30/2026-09-20"), Day("2026-11-10")).Clock!.Summary);
    }

    [Theory]
    [InlineData("2026-12-25", "2026-12-28")] // Noël, un vendredi
    [InlineData("2027-01-01", "2027-01-04")] // jour de l'an, un vendredi
    [InlineData("2027-05-06", "2027-05-07")] // Ascension
    [InlineData("2027-05-15", "2027-05-18")] // samedi, dimanche, lundi de Pentecôte
    [InlineData("2026-12-24", "2026-12-24")] // un jour ouvré reste
    public void DayGiven_NotWorked_RunsToTheNextWorkingDay(string given, string moved) => Assert.Equal(Day(moved), WorkingDays.RunToWorkingDay(Day(given)));

    private static ClockStart Filing => new(Day("2026-03-02"), At("2026-03-02"), IsOnAppeal: false);

    private static Application Filed()
    {
        var application = new Application
        {
            Id = Guid.NewGuid(),
            OrganisationId = Guid.NewGuid(),
            CreatedAt = At("2026-03-01"),
            CreatedOn = Day("2026-03-01"),
            CreatedBy = Guid.NewGuid(),
            ContactId = Guid.NewGuid(),
            ChangedAt = At("2026-03-01"),
            FiledAt = At("2026-03-02"),
        };
        application.Move(FileAction.File, Applicant, At("2026-03-02"));
        return application;
    }

    private static IEnumerable<MissingItemsRequest> Requests(string written) => written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('/')).Select(days => new MissingItemsRequest
    {
        Id = Guid.NewGuid(),
        ApplicationId = Guid.NewGuid(),
        SentAt = At(days[0]),
        SentBy = Guid.NewGuid(),
        DueOn = Day(days[1]),
        AnsweredAt = days[2].Length == 0 ? null : At(days[2]),
    });

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime At(string day) => Day(day).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
}
