using DataCatalog.Core.Compliance.Messages;
using DataCatalog.Core.Compliance.UseCases;

namespace DataCatalog.Server.Messaging;

/// <summary>Adds the channels by which receivers are told.</summary>
public static class MessagingRegistration
{
    /// <summary>Adds e-mail (<c>Smtp</c>) and webhooks (<c>Webhooks</c>), with <c>DataCatalog:PublicUrl</c> as the address in their links.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection("Smtp")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection("Webhooks")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new PublicUrl(AddressOf(configuration["DataCatalog:PublicUrl"] ?? configuration["Urls"]?.Split(';')[0])));
        services.AddSingleton<HostResolver>(GuardedHttp.SystemResolver);
        services.AddSingleton<IMessageChannel, EmailChannel>();
        services.AddSingleton<IMessageChannel, WebhookChannel>();
        return services;
    }

    private static Uri AddressOf(string? value) =>
        Uri.TryCreate(value ?? "http://127.0.0.1:5080", UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? url
            : throw new InvalidOperationException($"PublicUrl '{value}' is not a web address; write it whole, as in https://catalogue.example.org.");
}
