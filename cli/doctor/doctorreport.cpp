#include "doctor/doctorreport.h"

#include "printers/shownname.h"
#include "printers/table.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace DaemonRpc::Cli {

namespace {

class DoctorReport
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Cli::DoctorReport)
};

} // namespace

Finding::Status overallStatus(const Findings &findings)
{
    Finding::Status worst = Finding::Status::Ok;
    for (const Finding &finding : findings)
        worst = std::max(worst, finding.status);
    return worst;
}

QString statusName(Finding::Status status)
{
    switch (status) {
    case Finding::Status::Ok: return QStringLiteral("ok");
    case Finding::Status::Warning: return QStringLiteral("warning");
    case Finding::Status::Problem: break;
    }
    return QStringLiteral("problem");
}

static CellTone toneOf(Finding::Status status)
{
    switch (status) {
    case Finding::Status::Ok: return CellTone::Good;
    case Finding::Status::Warning: return CellTone::Warning;
    case Finding::Status::Problem: break;
    }
    return CellTone::Bad;
}

QString findingsTable(const Findings &findings, bool isColored)
{
    using enum Table::Alignment;
    Table table({{DoctorReport::tr("CHECK"), Left},
                 {DoctorReport::tr("STATUS"), Left},
                 {DoctorReport::tr("FINDING"), Left}});
    for (const Finding &finding : findings) {
        table.addRow(
            {shownName(NameOf::Check, finding.name),
             Cell(shownName(NameOf::CheckStatus, statusName(finding.status)), toneOf(finding.status)),
             finding.text});
        if (!finding.fix.isEmpty())
            table.addRow({QString(), DoctorReport::tr("fix"), finding.fix});
    }
    return table.render({isColored, 0});
}

QJsonObject findingsJson(const Findings &findings)
{
    QJsonArray checks;
    for (const Finding &finding : findings) {
        checks.append(QJsonObject{{QStringLiteral("name"), finding.name},
                                  {QStringLiteral("status"), statusName(finding.status)},
                                  {QStringLiteral("finding"), finding.text},
                                  {QStringLiteral("fix"), finding.fix}});
    }
    return {{QStringLiteral("status"), statusName(overallStatus(findings))},
            {QStringLiteral("checks"), checks}};
}

} // namespace DaemonRpc::Cli
