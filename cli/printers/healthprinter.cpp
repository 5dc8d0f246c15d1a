#include "printers/healthprinter.h"

#include "formatting.h"
#include "printers/shownname.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace DaemonRpc::Cli {

namespace {

class HealthPrinter
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::HealthPrinter)
};

} // namespace

static Cell statusCell(const QString &status)
{
    if (status == QLatin1String("ok"))
        return {shownName(NameOf::CheckStatus, status), CellTone::Good};
    return {shownName(NameOf::CheckStatus, status),
            status == QLatin1String("warning") ? CellTone::Warning : CellTone::Bad};
}

Table healthTable(const QJsonObject &report, qint64 nowMs)
{
    Table table({{HealthPrinter::tr("CHECK")},
                 {HealthPrinter::tr("STATUS")},
                 {HealthPrinter::tr("SINCE"), Table::Alignment::Right},
                 {HealthPrinter::tr("RESULT")}});
    const QString unknown = QStringLiteral("-");
    const QJsonArray checks = report[u"checks"].toArray();
    for (const QJsonValue &check : checks) {
        const qint64 sinceMs = check[u"since_ms"].toInteger();
        table.addRow({shownName(NameOf::Check, check[u"name"].toString(unknown)),
                      statusCell(check[u"status"].toString(unknown)),
                      sinceMs > 0 ? formatDuration(std::chrono::milliseconds(nowMs - sinceMs)) : unknown,
                      check[u"text"].toString(unknown)});
    }
    return table;
}

} // namespace DaemonRpc::Cli
