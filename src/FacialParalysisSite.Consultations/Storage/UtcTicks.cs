using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>Keeps a moment as its ticks (100 ns) of UTC.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
