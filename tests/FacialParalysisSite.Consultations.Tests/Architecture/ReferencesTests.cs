using FacialParalysisSite.Consultations.Requests;

namespace FacialParalysisSite.Consultations.Tests.Architecture;

/// <summary>Requests and mails know nothing of the web; sealing needs Data Protection and nothing else of ASP.NET Core.</summary>
public sealed class ReferencesTests
{
    [Fact]
    public void Consultations_OfAspNetCore_KnowsDataProtectionAlone()
    {
        var assembly = typeof(ConsultationRequest).Assembly;
        var web = assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

        Assert.Equal(["Microsoft.AspNetCore.DataProtection.Abstractions"], web);
    }
}
