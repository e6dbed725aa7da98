using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Iness.Casework.Registers.Companies;
using Iness.TestKit;

namespace Iness.Casework.Tests.Registers;

public sealed class RegisterFailureTests : IAsyncLifetime
{
    private const int TriesInAll = 3;

    private RegisterReplay replay = null!;
    private RegisterClient client = null!;

    public async ValueTask InitializeAsync()
    {
        replay = await RegisterReplay.StartAsync(Fictional.Folder);
        client = new(replay.Address, ("AttemptTimeout", "00:00:01"), ("TotalTimeout", "00:00:06"));
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await replay.DisposeAsync();
    }

    [Theory]
    [InlineData(RegisterMood.Busy)]
    [InlineData(RegisterMood.Failing)]
    [InlineData(RegisterMood.Hanging)]
    [InlineData(RegisterMood.HangingUp)]
    public async Task Find_OneFailureThenAnAnswer_IsFound(RegisterMood failure)
    {
        replay.Then(failure);

        Assert.NotNull((await client.RecordAsync(Fictional.Association)).Name);
        Assert.Equal(2, replay.Requests);
    }

    [Theory]
    [InlineData(RegisterMood.Busy, Unavailability.TooMany, TriesInAll)]
    [InlineData(RegisterMood.Failing, Unavailability.Error, TriesInAll)]
    [InlineData(RegisterMood.Garbled, Unavailability.Error, 1)]
    [InlineData(RegisterMood.Flooding, Unavailability.Error, 1)]
    public async Task Find_FailureForEver_IsUnavailable(RegisterMood failure, Unavailability reason, int requests)
    {
        replay.Mood = failure;

        await client.UnavailableAsync(Fictional.Association, reason);
        Assert.Equal(requests, replay.Requests);
    }

    [Fact]
    public async Task Find_ConnectionAlwaysCut_IsUnavailable()
    {
        replay.Mood = RegisterMood.HangingUp;
        await client.UnavailableAsync(Fictional.Association, Unavailability.Error);
    }

    [Fact]
    public async Task Find_AskedToWaitASecond_WaitsItThenAsksAgain()
    {
        await using var patient = new RegisterClient(replay.Address);
        replay.Then(RegisterMood.Busy);
        replay.RetryAfter = "1";

        await patient.RecordAsync(Fictional.Association);

        var requests = replay.Received;
        Assert.Equal(2, requests.Count);
        Assert.True(Stopwatch.GetElapsedTime(requests[0].At, requests[1].At) >= TimeSpan.FromSeconds(0.9));
    }

    [Theory]
    [InlineData(RegisterMood.Busy, "3600", Unavailability.TooMany)]
    [InlineData(RegisterMood.Busy, "Tue, 31 Dec 2999 23:59:59 GMT", Unavailability.TooMany)]
    [InlineData(RegisterMood.Failing, "3600", Unavailability.Error)]
    public async Task Find_AskedToWaitLong_GivesUpAtOnce(RegisterMood failure, string wait, Unavailability reason)
    {
        replay.Mood = failure;
        replay.RetryAfter = wait;

        await client.UnavailableAsync(Fictional.Association, reason);
        Assert.Single(replay.Received);
    }

    [Theory]
    [InlineData(RegisterMood.Hanging)]
    [InlineData(RegisterMood.Stalling)]
    public async Task Find_NoAnswer_EndsWithinTheTotalTimeout(RegisterMood hang)
    {
        replay.Mood = hang;
        await using var hurried = new RegisterClient(replay.Address, ("AttemptTimeout", "00:00:02"), ("TotalTimeout", "00:00:02"));
        var started = Stopwatch.GetTimestamp();

        await hurried.UnavailableAsync(Fictional.Association, Unavailability.Timeout);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(3.5));
    }

    [Fact]
    public async Task Find_NobodyListens_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var lost = new RegisterClient(new($"http://127.0.0.1:{port}/"));

        await lost.UnavailableAsync(Fictional.Association, Unavailability.Error);
    }

    [Theory]
    [InlineData(RegisterMood.Hanging)]
    [InlineData(RegisterMood.Stalling)]
    public async Task Find_CallerGivesUp_Throws(RegisterMood hang)
    {
        replay.Mood = hang;
        using var caller = new CancellationTokenSource();
        CompanyNumber.Read(Fictional.Association, out var number);

        var search = client.Register.FindAsync(number!, caller.Token);
        while (replay.Requests == 0) await Task.Delay(5, TestContext.Current.CancellationToken);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
    }
}
