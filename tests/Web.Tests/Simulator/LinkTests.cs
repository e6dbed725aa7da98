using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Iness.Casework.Registers.Companies;
using Iness.Regulation;
using Iness.TestKit;
using Iness.Web.Simulation;

namespace Iness.Web.Tests.Simulator;

public sealed class LinkTests(SimulatorHost host) : IClassFixture<SimulatorHost>
{
    private readonly Visitor visitor = new(host);

    private static string Whole => StateLink.Write(SimulationState.From(SimulatorHost.Association, SimulatorHost.Today, isEstablishmentGiven: false));

    public static TheoryData<string, string> Unreadable => new()
    {
        { "empty", "" },
        { "not base64url", "ceci n’est pas un lien" },
        { "cut", Whole[..^5] },
        { "one letter changed", Whole[..20] + (Whole[20] == 'A' ? 'B' : 'A') + Whole[21..] },
        { "of an older version", Forge("""{"a":0,"q":{"createdOn":"2026-11-24"}}""", version: 0) },
        { "too long", new string('A', StateLink.Longest + 1) },
        { "too many lines", Forge("""{"a":0,"q":{"createdOn":"2026-11-24","project":{"costs":[""" + string.Join(',', Enumerable.Range(1, 60).Select(n => $$"""{"id":"{{n}}","category":"crm","nature":"service","amount":1}""")) + "]}}}") },
        { "no state", Forge("{}") },
        { "not JSON", Forge("[[[[") },
        { "unknown fact", Forge("""{"a":0,"q":{"createdOn":"2026-11-24","undertaking":{"colour":"red"}}}""") },
        { "of tomorrow", Forge("""{"a":0,"q":{"createdOn":"2026-11-25"}}""") },
        { "before the scheme", Forge("""{"a":0,"q":{"createdOn":"2021-10-04"}}""") },
        { "impossible commune", Forge("""{"a":0,"q":{"createdOn":"2026-11-24","undertaking":{"communeCode":"59999"}}}""") },
        { "too long a name", Forge("{\"a\":0,\"n\":\"" + new string('x', 5000) + "\",\"q\":{\"createdOn\":\"2026-11-24\"}}") },
        { "a bomb", Forge("{\"a\":0,\"n\":\"" + new string('x', 3_000_000) + "\"}") },
        { "wrong kinds", Forge("""{"a":"0","g":3,"e":[],"q":{"createdOn":"2026-11-24"}}""") },
        { "impossible day", Forge("""{"a":0,"e":{"d":-4,"f":0,"w":0},"q":{"createdOn":"2026-11-24"}}""") },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Link_ThatCannotBeRead_GivesAClearPage(string what, string link)
    {
        foreach (var page in (string[])["structure", "effectif", "depenses", "resultat"])
        {
            await visitor.GoAsync($"/simulateur/{page}?r={Uri.EscapeDataString(link)}");

            if (link.Length == 0)
            {
                Assert.Equal("simulateur", visitor.Slug);
                continue;
            }

            Assert.True(visitor.Status == 400, $"{what}: {visitor.Status}");
            Assert.StartsWith("Ce lien de simulation ne peut pas être lu", visitor.Title, StringComparison.Ordinal);
            Assert.NotNull(visitor.Page.QuerySelector("main a[href='/simulateur']"));
        }
    }

    [Fact]
    public async Task Page_WithoutALink_LeadsToTheStart()
    {
        await visitor.GoAsync("/simulateur/resultat");

        Assert.Equal("simulateur", visitor.Slug);
        Assert.Equal(200, visitor.Status);
    }

    [Fact]
    public async Task Link_Reopened_KeepsItsOwnDateAndSaysSo()
    {
        var state = SimulationState.Start(new(2026, 3, 2));
        await visitor.GoAsync("resultat", state);

        Assert.Contains("date du 2 mars 2026", visitor.Text, StringComparison.Ordinal);
        await visitor.FollowAsync("La recalculer");
        Assert.Equal(SimulatorHost.Today, visitor.State.Request.CreatedOn);
        Assert.DoesNotContain("2 mars 2026", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_Link_ReopensTheSame()
    {
        await visitor.GoAsync("resultat", SimulatorHost.Knowing(new() { Headcount = 4 }));
        var link = visitor.ValueOf("lien")!;

        Assert.StartsWith("http://localhost/simulateur/resultat?r=", link, StringComparison.Ordinal);
        Assert.Equal(4, StateLink.Read(link.Split("r=")[1], SimulatorHost.Today)!.Request.Undertaking.Headcount);
    }

    /// <summary>Any state comes back as it was written, whatever its facts.</summary>
    [Fact]
    public void RoundTrip_OfManyStates_LosesNothing()
    {
        var count = 0;
        foreach (var request in new MixedRequests(20261124).Take(500))
        {
            if (request.CreatedOn > SimulatorHost.Today) continue;
            var state = new SimulationState
            {
                Request = request,
                Name = count % 3 == 0 ? null : $"Association « Été » n° {count}",
                Answered = count * 37L % 8192,
                GoesOn = count % 2 == 0,
                Register = count % 4 == 0 ? null : new(new(2026, 11, count % 20 + 1), (RegisterFacts)(count % 64)) { StaffBand = StaffBand.Of("02", 2023), TurnoverYear = 2024, WorkIntegration = Approvals.Ei },
            };
            var read = StateLink.Read(StateLink.Write(state), SimulatorHost.Today);

            Assert.NotNull(read);
            Assert.Equal(StateLink.Write(state), StateLink.Write(read));
            Assert.Equal(state.Request.Undertaking, read.Request.Undertaking);
            Assert.Equal(state.Request.Costs ?? [], read.Request.Costs ?? []);
            Assert.Equal((state.Name, state.Answered, state.GoesOn, state.Register), (read.Name, read.Answered, read.GoesOn, read.Register));
            count++;
        }

        Assert.True(count > 100);
    }

    /// <summary>A link as a forger would make it: its checksum is right.</summary>
    private static string Forge(string json, byte version = 1)
    {
        using var packed = new MemoryStream();
        packed.Write(new byte[7]);
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(Encoding.UTF8.GetBytes(json));
        var bytes = packed.ToArray();
        bytes[0] = version;
        SHA256.HashData(bytes.AsSpan(7)).AsSpan(0, 6).CopyTo(bytes.AsSpan(1));
        return Base64Url.EncodeToString(bytes);
    }
}
