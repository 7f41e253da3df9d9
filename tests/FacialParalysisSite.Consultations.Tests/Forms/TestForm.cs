using FacialParalysisSite.Consultations.Forms;

namespace FacialParalysisSite.Consultations.Tests.Forms;

/// <summary>The shortest form that is accepted.</summary>
internal static class TestForm
{
    public static ConsultationForm Valid() => new() { Name = "Ada O’Brien", Phone = "(310) 555-0123", Agreed = true };

    public static ConsultationForm With(Action<ConsultationForm> change)
    {
        var form = Valid();
        change(form);
        return form;
    }
}
