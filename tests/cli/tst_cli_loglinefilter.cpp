#include "logs/loglinefilter.h"

#include <QTest>

using namespace DaemonRpc::Cli;
using namespace Qt::StringLiterals;

class tst_cli_LogLineFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data();
    void filters();
};

void tst_cli_LogLineFilter::filters_data()
{
    QTest::addColumn<QByteArray>("since");
    QTest::addColumn<int>("minimum");
    QTest::addColumn<int>("request");
    QTest::addColumn<QByteArray>("shown"); // the letters of the lines
    QTest::newRow("all") << ""_ba << -1 << -1 << "abcdefg"_ba;
    QTest::newRow("level") << ""_ba << int(Severity::Warning) << -1 << "defg"_ba;
    QTest::newRow("since") << "2026-01-31T09:00:00.000Z"_ba << -1 << -1 << "defg"_ba;
    QTest::newRow("request") << ""_ba << -1 << 7 << "bcfg"_ba;
    QTest::newRow("request 0") << ""_ba << -1 << 0 << "de"_ba;
    QTest::newRow("all together") << "2026-01-31T09:00:00.000Z"_ba << int(Severity::Error) << 7 << "fg"_ba;
    QTest::newRow("nothing") << ""_ba << -1 << 8 << ""_ba;
}

void tst_cli_LogLineFilter::filters()
{
    QFETCH(const QByteArray, since);
    QFETCH(const int, minimum);
    QFETCH(const int, request);
    LogLineFilter filter;
    if (!since.isEmpty())
        filter.setSince(LogLine::parse(since + " info x 1 2: ")->timeMs);
    if (minimum >= 0)
        filter.setMinimum(static_cast<Severity>(minimum));
    if (request >= 0)
        filter.setRequest(request);
    // What is not the log's own belongs to the line before it; at the beginning to none.
    const QByteArrayList lines = {
        "a stray\n",
        "2026-01-31T08:00:00.000Z info daemonrpc.request 1 2 [request 7]: b\n",
        "c continued\n",
        "2026-01-31T09:00:00.000Z warning default 1 2: d\n",
        "e continued\n",
        "{\"time\":\"2026-01-31T10:00:00.000Z\",\"level\":\"error\",\"request\":7,\"message\":\"f\"}\n",
        "g continued\n",
    };
    QByteArray shown;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (filter.accepts(lines[i]))
            shown += "abcdefg"[i];
    }
    QTEST(shown, "shown");
}

QTEST_GUILESS_MAIN(tst_cli_LogLineFilter)

#include "tst_cli_loglinefilter.moc"
