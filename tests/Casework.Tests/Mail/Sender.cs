using Iness.Casework.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Tests.Mail;

/// <summary>Mail as the product wires it, by its settings.</summary>
internal static class Sender
{
    public static ServiceProvider Configured(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Mail:From", "Région – INESS <iness@region.example>")])
            .AddInMemoryCollection(settings.GroupBy(setting => setting.Key).Select(setting => KeyValuePair.Create("Mail:" + setting.Key, setting.Last().Value)))
            .Build();
        return new ServiceCollection().AddMailTransport(configuration).BuildServiceProvider();
    }

    public static async Task<MailAnswer> SendAsync(OutgoingMail mail, params (string Key, string? Value)[] settings)
    {
        await using var services = Configured(settings);
        return await services.GetRequiredService<IMailTransport>().SendAsync(mail, TestContext.Current.CancellationToken);
    }

    /// <summary>Settings of a server on loopback.</summary>
    public static (string Key, string? Value)[] Smtp(int port, string security = "None", params (string Key, string? Value)[] more) =>
        [("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{port}"), ("Smtp:Security", security), ("Smtp:Timeout", "00:00:20"), .. more];

    public static OutgoingMail Mail(string to = "helene@association.example") => new()
    {
        To = to,
        ToName = "Hélène Lefèbvre",
        Subject = "Accusé de réception de votre demande – dossier n° 12",
        TextBody = "Bonjour,\n\nVotre demande est bien reçue : elle sera instruite d’ici deux mois.\n.\nCœur, 12 000 €.\n",
        MessageId = "3f1c2f6a@region.example",
    };

    public static MailAttachment Attachment(string name, byte[] content, string mediaType = "application/pdf") =>
        new(name, mediaType, _ => Task.FromResult<Stream>(new MemoryStream(content)));
}
