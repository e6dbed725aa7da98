using Microsoft.AspNetCore.Http;

namespace Iness.TestKit;

/// <summary>Bodies as a register writes them, whole or not.</summary>
internal static class ReplayBodies
{
    private const int FloodBytes = 3 * 1024 * 1024;

    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static async Task StallAsync(HttpContext context, CancellationToken left)
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync("{\"results\": ["u8.ToArray(), left);
        await context.Response.Body.FlushAsync(left);
        await Task.Delay(Timeout.InfiniteTimeSpan, left);
    }

    public static async Task FloodAsync(HttpContext context, CancellationToken left)
    {
        context.Response.ContentType = "application/json";
        var blank = new byte[64 * 1024];
        Array.Fill(blank, (byte)' ');
        for (var written = 0; written < FloodBytes; written += blank.Length) await context.Response.Body.WriteAsync(blank, left);
        await context.Response.Body.WriteAsync("{\"results\": []}"u8.ToArray(), left);
    }

    public static Task WriteAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
