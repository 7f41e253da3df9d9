namespace FacialParalysisSite.Web.Assets;

/// <summary>The site was started without the files that its pages are sent with.</summary>
/// <param name="message">What is missing and what to do, in sentences for whoever starts the site.</param>
internal sealed class MissingAssetsException(string message) : Exception(message);
