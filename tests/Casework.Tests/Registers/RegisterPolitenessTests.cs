using System.Diagnostics;
using Iness.Casework.Registers.Companies;
using Iness.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Iness.Casework.Tests.Registers;

public sealed class RegisterPolitenessTests
{
    private const int AllowedASecond = 7;

    [Fact]
    public async Task Find_FailuresInARow_LeavesTheRegisterAloneThenAsksAgain()
    {
        await using var replay = await RegisterReplay.StartAsync(Fictional.Folder);
        await using var client = new RegisterClient(replay.Address, ("BreakDuration", "00:00:02"), ("Retries", "1"));
        replay.Mood = RegisterMood.Failing;
        for (var i = 0; i < 4; i++) await client.UnavailableAsync(Fictional.Association, Unavailability.Error);
        var asked = replay.Requests;

        await client.UnavailableAsync(Fictional.Association, Unavailability.CircuitOpen);
        Assert.Equal(asked, replay.Requests);

        replay.Mood = RegisterMood.Answering;
        var limit = Stopwatch.GetTimestamp();
        CompanySearch search;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            search = await client.FindAsync(Fictional.Association);
        }
        while (search is not CompanySearch.Found && Stopwatch.GetElapsedTime(limit) < TimeSpan.FromSeconds(10));

        Assert.IsType<CompanySearch.Found>(search);
        Assert.Equal(asked + 1, replay.Requests);
    }

    [Fact]
    public async Task Find_ManyAtOnce_NeverAsksMoreThanTheRegisterAllows()
    {
        await using var replay = await RegisterReplay.StartAsync(Fictional.Folder);
        await using var client = new RegisterClient(replay.Address, ("AttemptTimeout", "00:00:20"), ("TotalTimeout", "00:00:30"));

        var searches = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.FindAsync(Fictional.Association)));

        var found = searches.Count(search => search is CompanySearch.Found);
        Assert.True(found >= 2 * AllowedASecond);
        Assert.Contains(new CompanySearch.Unavailable(Unavailability.TooMany), searches);
        Assert.All(searches, search => Assert.True(search is CompanySearch.Found or CompanySearch.Unavailable { Reason: Unavailability.TooMany }));
        var sent = client.Sent;
        Assert.Equal(found, sent.Count);
        for (var i = AllowedASecond; i < sent.Count; i++)
            Assert.True(Stopwatch.GetElapsedTime(sent[i - AllowedASecond], sent[i]) >= TimeSpan.FromSeconds(0.95));
    }

    [Fact]
    public async Task Find_SwitchedOff_AsksNothing()
    {
        await using var replay = await RegisterReplay.StartAsync(Fictional.Folder);
        await using var client = new RegisterClient(replay.Address, ("Enabled", "false"));

        await client.UnavailableAsync(Fictional.Association, Unavailability.SwitchedOff);
        Assert.Equal(new CompanySearch.Unavailable(Unavailability.SwitchedOff), await client.SearchAsync("fictif"));
        Assert.Equal(0, replay.Requests);
    }

    [Theory]
    [InlineData("BaseAddress", "search")]
    [InlineData("BaseAddress", "ftp://example.org/")]
    [InlineData("BaseAddress", "https://example.org/register")]
    [InlineData("AttemptTimeout", "00:00:05")]
    [InlineData("TotalTimeout", "00:10:00")]
    [InlineData("Retries", "0")]
    [InlineData("RequestsPerSecond", "8")]
    public void Start_WrongSetting_IsRefused(string name, string value)
    {
        using var services = RegisterClient.Services(new("https://example.org/"), (name, value)).BuildServiceProvider();
        Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void Start_DefaultSettings_AreAccepted()
    {
        using var services = RegisterClient.Services(new("https://example.org/")).BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(TimeSpan.FromSeconds(4), services.GetRequiredService<IOptions<CompanyRegisterOptions>>().Value.TotalTimeout);
    }
}
