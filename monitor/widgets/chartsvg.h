// Charts as vector graphics.
#pragma once

#include "widgets/chartlayout.h"

#include <QPalette>

class QXmlStreamWriter;

namespace DaemonRpc::Monitor {

/// Writes charts as SVG 1.1, with the title and the summary of each for people who cannot see it. Value-less.
class ChartSvg
{
public:
    /// Charts one below the other, each of @p size. UTF-8.
    [[nodiscard]] static QByteArray document(const QList<Chart> &charts, const QSizeF &size,
                                             const QPalette &palette, const QFont &font);

private:
    static void writeChart(QXmlStreamWriter *xml, const Chart &chart, const ChartLayout &layout, double y,
                           const QPalette &palette);
    static void writeStretch(QXmlStreamWriter *xml, const ChartLayout::Stretch &stretch,
                             const QPalette &palette);
};

} // namespace DaemonRpc::Monitor
