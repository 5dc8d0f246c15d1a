// Charts as files.
#pragma once

#include "widgets/chart.h"

#include <daemonrpc/base/result.h>

#include <QFont>
#include <QPalette>
#include <QSize>

namespace DaemonRpc::Monitor {

/// Writes charts to a file, one below the other, with titles and legends. Value-less.
class ChartExport
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::ChartExport)

public:
    struct Look
    {
        QPalette palette;
        QFont font;
        QSize size{900, 260}; ///< Of each chart.
    };

    /// How many pixels of a PNG go to one of a Look.
    static constexpr int pixelRatio = 2;

    /// "PNG image (*.png)" and so on, translated, for file dialogs.
    [[nodiscard]] static QStringList nameFilters();

    /// By the end of @p path's name: .png, .svg or .csv, in any case of letters. The file appears when it is
    /// complete. Errors: InvalidArgument for another name, IoError with the reason.
    static Result<void> write(const QString &path, const QList<Chart> &charts, const Look &look);

    /// The values as CSV (RFC 4180) in UTF-8, one line per series and moment, in points and dots of no
    /// language: time (ISO 8601, UTC), chart, series, minimum, mean, maximum; gaps are left out. Durations
    /// are in milliseconds, sizes in bytes, parts of 1.
    [[nodiscard]] static QByteArray csv(const QList<Chart> &charts);

    /// Of pixelRatio; an empty one when there is no chart.
    [[nodiscard]] static QImage image(const QList<Chart> &charts, const Look &look);
};

} // namespace DaemonRpc::Monitor
