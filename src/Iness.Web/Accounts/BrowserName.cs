namespace Iness.Web.Accounts;

/// <summary>A browser and its system in a few words, for people to recognise their sessions.</summary>
internal static class BrowserName
{
    // Browsers claim to be one another: the order is that of the most particular name.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? agent) =>
        $"{Find(Browsers, agent) ?? "Navigateur inconnu"}{(Find(Systems, agent) is { } system ? $" sur {system}" : "")}";

    private static string? Find((string Sign, string Name)[] names, string? agent) =>
        agent is null ? null : names.FirstOrDefault(name => agent.Contains(name.Sign, StringComparison.Ordinal)).Name;
}
