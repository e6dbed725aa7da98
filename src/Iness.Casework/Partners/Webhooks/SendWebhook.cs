using System.Globalization;
using System.Net;
using System.Text;

namespace Iness.Casework.Partners.Webhooks;

/// <summary>What came of one try.</summary>
/// <param name="Status">HTTP status of the answer; null for none.</param>
/// <param name="Error">What went wrong, in French; null when it was accepted.</param>
/// <param name="IsForGood">Whether another try is of no use.</param>
/// <param name="IsInterrupted">Whether this node stopped before the end.</param>
public sealed record WebhookAnswer(int? Status, string? Error, bool IsForGood = false, bool IsInterrupted = false)
{
    /// <summary>Whether the receiver took it.</summary>
    public bool IsAccepted => Error is null;

    internal static WebhookAnswer ForGood(string error) => new(null, error, IsForGood: true);
}

/// <summary>Sends one delivery, signed; only the status of the answer is read.</summary>
public sealed class SendWebhook(IHttpClientFactory clients, WebhookSecrets secrets, TimeProvider time)
{
    /// <summary>Name of the client.</summary>
    public const string Client = "webhooks";

    /// <summary>Tries once. What goes wrong is an answer, never an exception.</summary>
    public async Task<WebhookAnswer> ExecuteAsync(Webhook webhook, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentNullException.ThrowIfNull(delivery);
        if (secrets.Read(webhook) is not { } secret) return WebhookAnswer.ForGood("Le secret de signature n'est plus lisible : les clés qui le scellaient ont disparu. Ajoutez l'adresse de nouveau.");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new StringContent(delivery.Payload, Encoding.UTF8, "application/json") };
            request.Headers.Add(WebhookMessage.SignatureHeader, WebhookMessage.Sign(secret, time.GetUtcNow(), delivery.Payload));
            request.Headers.Add(WebhookMessage.DeliveryHeader, delivery.Id.ToString());
            // What the receiver writes back is of no interest, and might be endless.
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Of(response.StatusCode);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(null, "Interrompu par l'arrêt du portail.", IsInterrupted: true);
        }
        catch (OperationCanceledException)
        {
            return new(null, "Pas de réponse à temps.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or UriFormatException or InvalidOperationException)
        {
            return new(null, failure is HttpRequestException { InnerException: PrivateAddressException inside } ? inside.Message : $"Connexion impossible : {failure.Message}");
        }
    }

    private static WebhookAnswer Of(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 and var code => new(code, null),
        >= 300 and < 400 and var code => new(code, string.Create(CultureInfo.InvariantCulture, $"Réponse {code} : une redirection n'est pas suivie.")),
        var code => new(code, string.Create(CultureInfo.InvariantCulture, $"Réponse {code}.")),
    };
}
