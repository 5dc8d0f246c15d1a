#include "widgets/chartexport.h"

#include "widgets/chartpainter.h"
#include "widgets/chartsvg.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>

namespace DaemonRpc::Monitor {

QStringList ChartExport::nameFilters()
{
    return {tr("PNG image (*.png)"), tr("SVG drawing (*.svg)"), tr("Table of values (*.csv)")};
}

Result<void> ChartExport::write(const QString &path, const QList<Chart> &charts, const Look &look)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray content;
    if (suffix == QLatin1String("csv")) {
        content = csv(charts);
    } else if (suffix == QLatin1String("svg")) {
        content = ChartSvg::document(charts, look.size, look.palette, look.font);
    } else if (suffix == QLatin1String("png")) {
        QBuffer buffer(&content);
        buffer.open(QIODevice::WriteOnly);
        if (!image(charts, look).save(&buffer, "PNG"))
            return unexpected(ErrorCode::IoError, tr("The charts cannot be made an image."));
    } else {
        return unexpected(ErrorCode::InvalidArgument,
                          tr("The file's name has to end in .png, .svg or .csv; “%1” does not.").arg(path));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return unexpected(
            ErrorCode::IoError,
            tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), file.errorString()));
    return {};
}

static QByteArray quoted(const QString &text)
{
    QByteArray quoted = text.toUtf8();
    quoted.replace('"', "\"\"");
    return '"' + quoted + '"';
}

QByteArray ChartExport::csv(const QList<Chart> &charts)
{
    constexpr int digits = 7; // As many as are kept.
    QByteArray csv = "time,chart,series,minimum,mean,maximum\r\n";
    for (const Chart &chart : charts) {
        for (const ChartSeries &series : chart.series) {
            if (!series.isShown)
                continue;
            for (const SeriesPoint &point : series.points) {
                if (point.isGap())
                    continue;
                csv += QDateTime::fromMSecsSinceEpoch(point.timeMs, Qt::UTC).toString(Qt::ISODate).toLatin1();
                csv += ',' + quoted(chart.key) + ',' + quoted(series.key);
                for (const double value : {point.min, point.mean, point.max})
                    csv += ',' + QByteArray::number(value, 'g', digits);
                csv += "\r\n";
            }
        }
    }
    return csv;
}

QImage ChartExport::image(const QList<Chart> &charts, const Look &look)
{
    if (charts.isEmpty())
        return {};
    const QSize size(look.size.width(), look.size.height() * static_cast<int>(charts.size()));
    QImage image(size * pixelRatio, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDevicePixelRatio(pixelRatio);
    image.fill(look.palette.color(QPalette::Base));
    QPainter painter(&image);
    for (const Chart &chart : charts) {
        ChartPainter::paint(&painter, chart, ChartLayout::of(chart, look.size, look.font, true), look.palette,
                            look.font);
        painter.translate(0, look.size.height());
    }
    return image;
}

} // namespace DaemonRpc::Monitor
