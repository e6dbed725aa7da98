using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Iness.TestKit;

namespace Iness.Benchmarks.Worklist;

/// <summary>The portal as it runs, a process of its own, with the officer of the demonstration signed in.</summary>
internal sealed partial class PortalProcess : IAsyncDisposable
{
    private const string Opening = "Iness est ouvert sur ";
    private readonly Process process;
    private readonly SocketsHttpHandler handler = new() { CookieContainer = new(), AutomaticDecompression = DecompressionMethods.None };

    private PortalProcess(Process process, string address)
    {
        this.process = process;
        Http = new(handler) { BaseAddress = new(address), Timeout = TimeSpan.FromMinutes(10) };
    }

    public HttpClient Http { get; }

    /// <summary>The kernel's own figure.</summary>
    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
    }

    /// <summary>Starts it; the accounts of the demonstration are made at the first start, in a database that is still empty.</summary>
    public static async Task<PortalProcess> StartAsync(BenchDatabase database)
    {
        var (key, value) = database.Setting;
        var start = new ProcessStartInfo("dotnet", [RepositoryRoot.PathOf("src", "Iness.Web", "bin", "Release", "net10.0", "Iness.Web.dll")])
        {
            WorkingDirectory = RepositoryRoot.PathOf("src", "Iness.Web"),
            RedirectStandardOutput = true,
            Environment =
            {
                [key.Replace(":", "__", StringComparison.Ordinal)] = value,
                ["Documents__Folder"] = Path.Combine(database.Folder, "documents"),
                ["Mail__Folder"] = Path.Combine(database.Folder, "mail"),
                ["Urls"] = "http://127.0.0.1:0",
                ["Demo__Enabled"] = "true",
                ["Jobs__Enabled"] = "false",
                ["CompanyRegister__Enabled"] = "false",
                ["Logging__LogLevel__Default"] = "Error",
            },
        };
        var process = Process.Start(start)!;
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync()) is not null && !line.StartsWith(Opening, StringComparison.Ordinal)) { }
        if (line is null) throw new InvalidOperationException("The portal does not start.");
        _ = process.StandardOutput.ReadToEndAsync();
        var portal = new PortalProcess(process, line[Opening.Length..]);
        await portal.EnterAsync();
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        handler.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task EnterAsync()
    {
        var page = await Http.GetStringAsync(new Uri("/connexion/demo", UriKind.Relative));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups["token"].Value)]);
        using var answer = await Http.PostAsync(new Uri("/connexion/demo?role=instructeur", UriKind.Relative), form);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath != "/dossiers") throw new InvalidOperationException("The officer of the demonstration does not land on the work list.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
