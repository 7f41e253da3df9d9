using FacialParalysisSite.Web.Asking;

namespace FacialParalysisSite.Web.Tests.Asking;

public sealed class OutboxWorkerTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 18)]
    [InlineData(30, 270)]
    [InlineData(500, 1000)]
    public void Rest_AfterALook_IsMostOfTheTimeAndNoLongerThanASecond(int look, int rest) =>
        Assert.Equal(TimeSpan.FromMilliseconds(rest), OutboxWorker.RestAfter(TimeSpan.FromMilliseconds(look)));
}
