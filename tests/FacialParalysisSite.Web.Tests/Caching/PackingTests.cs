using System.Text;
using FacialParalysisSite.Web.Caching;

namespace FacialParalysisSite.Web.Tests.Caching;

public sealed class PackingTests
{
    public static TheoryData<string> Pages => new("", "x", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<p>{number} é</p>")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Unpack_WhatWasPacked_IsThePage(string page)
    {
        var plain = Encoding.UTF8.GetBytes(page);

        foreach (var coding in new[] { ContentCoding.Gzip, ContentCoding.Brotli })
        {
            foreach (var best in new[] { false, true })
            {
                Assert.Equal(plain, Packing.Unpack(Packing.Pack(plain, coding, best), coding));
            }
        }
    }
}
