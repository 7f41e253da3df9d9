using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace FacialParalysisSite.Consultations.Storage;

/// <summary>Tells faults of the database and the disk below it from faults of the program.</summary>
internal static class StorageFaults
{
    public static bool IsOfStorage(this Exception fault) =>
        fault is DbException or DbUpdateException or IOException or UnauthorizedAccessException;
}
