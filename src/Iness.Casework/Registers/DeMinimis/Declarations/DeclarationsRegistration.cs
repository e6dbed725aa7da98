using Iness.Casework.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Iness.Casework.Registers.DeMinimis.Declarations;

/// <summary>The use cases of declarations to the national register, and their timed work.</summary>
public static class DeclarationsRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddAidDeclarations(this IServiceCollection services) => services
        .AddScoped<ExportDeclarations>()
        .AddScoped<RegisterExport>()
        .AddScoped<AnswerDeclaration>()
        .AddScoped<ImportAnswers>()
        .AddScoped<ReadCertificate>()
        .AddScoped<ITimedWork, WatchDeclarations>();
}
