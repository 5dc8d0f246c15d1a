#include "widgets/chartsvg.h"

#include "look/seriescolors.h"
#include "widgets/chartpainter.h"

#include <QFontInfo>
#include <QXmlStreamWriter>

namespace DaemonRpc::Monitor {

static QString number(double value) { return QString::number(value, 'f', 2); }

static QString pointsOf(const QPolygonF &polygon)
{
    QString points;
    for (const QPointF &point : polygon)
        points += number(point.x()) + u',' + number(point.y()) + u' ';
    return points.trimmed();
}

static void writeLine(QXmlStreamWriter *xml, const QLineF &line)
{
    xml->writeEmptyElement(QStringLiteral("line"));
    xml->writeAttribute(QStringLiteral("x1"), number(line.x1()));
    xml->writeAttribute(QStringLiteral("y1"), number(line.y1()));
    xml->writeAttribute(QStringLiteral("x2"), number(line.x2()));
    xml->writeAttribute(QStringLiteral("y2"), number(line.y2()));
}

static void writeText(QXmlStreamWriter *xml, const ChartLayout::Label &label, const QColor &color,
                      const QString &weight = {})
{
    xml->writeStartElement(QStringLiteral("text"));
    xml->writeAttribute(QStringLiteral("x"), number(label.baseline.x()));
    xml->writeAttribute(QStringLiteral("y"), number(label.baseline.y()));
    xml->writeAttribute(QStringLiteral("fill"), color.name());
    if (!weight.isEmpty())
        xml->writeAttribute(QStringLiteral("font-weight"), weight);
    xml->writeCharacters(label.text);
    xml->writeEndElement();
}

static void writeStroke(QXmlStreamWriter *xml, int series, const QPalette &palette)
{
    xml->writeAttribute(QStringLiteral("fill"), QStringLiteral("none"));
    xml->writeAttribute(QStringLiteral("stroke"), SeriesColors::color(series, palette).name());
    xml->writeAttribute(QStringLiteral("stroke-width"), number(ChartLayout::lineWidth));
    xml->writeAttribute(QStringLiteral("stroke-linejoin"), QStringLiteral("round"));
    QStringList dashes;
    for (const qreal length : SeriesColors::dashes(series))
        dashes.append(number(length * ChartLayout::lineWidth));
    if (!dashes.isEmpty())
        xml->writeAttribute(QStringLiteral("stroke-dasharray"), dashes.join(u' '));
}

QByteArray ChartSvg::document(const QList<Chart> &charts, const QSizeF &size, const QPalette &palette,
                              const QFont &font)
{
    QByteArray document;
    QXmlStreamWriter xml(&document);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    xml.writeStartElement(QStringLiteral("svg"));
    const QSizeF whole(size.width(), size.height() * static_cast<double>(charts.size()));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.1"));
    xml.writeAttribute(QStringLiteral("width"), number(whole.width()));
    xml.writeAttribute(QStringLiteral("height"), number(whole.height()));
    xml.writeAttribute(QStringLiteral("viewBox"),
                       QStringLiteral("0 0 %1 %2").arg(number(whole.width()), number(whole.height())));
    const QFontInfo info(font);
    xml.writeAttribute(QStringLiteral("font-family"), QStringLiteral("%1, sans-serif").arg(info.family()));
    xml.writeAttribute(QStringLiteral("font-size"), QString::number(info.pixelSize()));
    xml.writeEmptyElement(QStringLiteral("rect"));
    xml.writeAttribute(QStringLiteral("width"), QStringLiteral("100%"));
    xml.writeAttribute(QStringLiteral("height"), QStringLiteral("100%"));
    xml.writeAttribute(QStringLiteral("fill"), palette.color(QPalette::Base).name());
    double y = 0;
    for (const Chart &chart : charts) {
        writeChart(&xml, chart, ChartLayout::of(chart, size, font, true), y, palette);
        y += size.height();
    }
    xml.writeEndDocument();
    return document;
}

void ChartSvg::writeChart(QXmlStreamWriter *xml, const Chart &chart, const ChartLayout &layout, double y,
                          const QPalette &palette)
{
    const QString clipId = QStringLiteral("plot-%1").arg(chart.key);
    const QRectF &plot = layout.plot;
    xml->writeStartElement(QStringLiteral("g"));
    xml->writeAttribute(QStringLiteral("transform"), QStringLiteral("translate(0 %1)").arg(number(y)));
    xml->writeAttribute(QStringLiteral("role"), QStringLiteral("img"));
    xml->writeTextElement(QStringLiteral("title"), chart.title);
    xml->writeTextElement(QStringLiteral("desc"), chart.summary());
    xml->writeStartElement(QStringLiteral("clipPath"));
    xml->writeAttribute(QStringLiteral("id"), clipId);
    xml->writeEmptyElement(QStringLiteral("rect"));
    xml->writeAttribute(QStringLiteral("x"), number(plot.x()));
    xml->writeAttribute(QStringLiteral("y"), number(plot.y() - ChartLayout::lineWidth));
    xml->writeAttribute(QStringLiteral("width"), number(plot.width()));
    xml->writeAttribute(QStringLiteral("height"), number(plot.height() + 2 * ChartLayout::lineWidth));
    xml->writeEndElement();

    xml->writeStartElement(QStringLiteral("g"));
    xml->writeAttribute(QStringLiteral("stroke"), ChartPainter::gridColor(palette).name());
    for (const double line : layout.valueLines)
        writeLine(xml, {plot.left(), line, plot.right(), line});
    for (const double line : layout.timeLines)
        writeLine(xml, {line, plot.top(), line, plot.bottom()});
    xml->writeEndElement();

    const QColor text = palette.color(QPalette::Text);
    writeText(xml, layout.title, text, QStringLiteral("bold"));
    for (const ChartLayout::Label &label : layout.labels)
        writeText(xml, label, ChartPainter::labelColor(palette));
    for (const ChartLayout::LegendEntry &entry : layout.legend) {
        writeLine(xml, entry.sample);
        writeStroke(xml, entry.series, palette);
        writeText(xml, entry.name, text);
    }
    xml->writeStartElement(QStringLiteral("g"));
    xml->writeAttribute(QStringLiteral("clip-path"), QStringLiteral("url(#%1)").arg(clipId));
    for (const ChartLayout::Stretch &stretch : layout.stretches)
        writeStretch(xml, stretch, palette);
    xml->writeEndElement();
    xml->writeEndElement();
}

void ChartSvg::writeStretch(QXmlStreamWriter *xml, const ChartLayout::Stretch &stretch,
                            const QPalette &palette)
{
    if (!stretch.band.isEmpty()) {
        xml->writeEmptyElement(QStringLiteral("polygon"));
        xml->writeAttribute(QStringLiteral("points"), pointsOf(stretch.band));
        xml->writeAttribute(QStringLiteral("fill"), SeriesColors::color(stretch.series, palette).name());
        xml->writeAttribute(QStringLiteral("fill-opacity"), number(ChartPainter::bandOpacity));
    }
    if (stretch.line.size() > 1) {
        xml->writeEmptyElement(QStringLiteral("polyline"));
        xml->writeAttribute(QStringLiteral("points"), pointsOf(stretch.line));
        writeStroke(xml, stretch.series, palette);
        return;
    }
    xml->writeEmptyElement(QStringLiteral("circle"));
    xml->writeAttribute(QStringLiteral("cx"), number(stretch.line.first().x()));
    xml->writeAttribute(QStringLiteral("cy"), number(stretch.line.first().y()));
    xml->writeAttribute(QStringLiteral("r"), number(ChartLayout::lineWidth));
    xml->writeAttribute(QStringLiteral("fill"), SeriesColors::color(stretch.series, palette).name());
}

} // namespace DaemonRpc::Monitor
