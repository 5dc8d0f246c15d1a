#include "printers/metricsprinter.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

namespace DaemonRpc::Cli {

namespace {

class MetricsPrinter
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::MetricsPrinter)
};

} // namespace

static QString labelsText(const QJsonObject &labels)
{
    QStringList texts;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        texts.append(label.key() + QLatin1Char('=') + label.value().toString());
    return texts.isEmpty() ? QStringLiteral("-") : texts.join(QLatin1Char(' '));
}

static QString numberText(double value) { return QString::number(value, 'g', 10); }

static QString valueText(const QJsonObject &series)
{
    if (!series.contains(u"count"))
        return numberText(series[u"value"].toDouble());
    const double count = series[u"count"].toDouble();
    const QString text = numberText(count);
    if (count <= 0)
        return text;
    return MetricsPrinter::tr("%1, mean %2")
        .arg(text, QString::number(series[u"sum"].toDouble() / count, 'g', 4));
}

Table metricsTable(const QJsonArray &metrics)
{
    Table table({{MetricsPrinter::tr("METRIC")},
                 {MetricsPrinter::tr("VALUE"), Table::Alignment::Right},
                 {MetricsPrinter::tr("LABELS")}});
    for (const QJsonValue &metric : metrics) {
        const QJsonArray all = metric[u"series"].toArray();
        for (const QJsonValue &series : all) {
            table.addRow({metric[u"name"].toString(), valueText(series.toObject()),
                          labelsText(series[u"labels"].toObject())});
        }
    }
    return table;
}

} // namespace DaemonRpc::Cli
