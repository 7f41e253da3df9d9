using FacialParalysisSite.Consultations.Sealing;
using Microsoft.AspNetCore.DataProtection;

namespace FacialParalysisSite.Consultations.Tests.Sealing;

/// <summary>Seals with real keys, which are in memory alone.</summary>
internal static class TestSeal
{
    public static PayloadSeal With(IDataProtectionProvider keys) => new(() => keys.CreateProtector("tests"));
}
