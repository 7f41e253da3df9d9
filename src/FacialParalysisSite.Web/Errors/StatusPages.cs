namespace FacialParalysisSite.Web.Errors;

/// <summary>Answers without a page of their own, such as 404, get one.</summary>
internal static class StatusPages
{
    public static void UseStatusPages(this WebApplication app) => app.UseStatusCodePagesWithReExecute("/status/{0}");
}
