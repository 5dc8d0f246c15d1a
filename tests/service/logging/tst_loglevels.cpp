#include "core/daemonrpc/service/logging/loglevels_p.h"

#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_LogLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelOf_data();
    void levelOf();
    void overrides();
    void list();
    void names();
};

void tst_LogLevels::levelOf_data()
{
    QTest::addColumn<QByteArray>("category");
    QTest::addColumn<int>("level"); // -1: left alone
    QTest::newRow("general") << "daemonrpc.client"_ba << int(LogLevel::Warning);
    QTest::newRow("default") << "default"_ba << int(LogLevel::Warning);
    QTest::newRow("embedder's") << "tool.io"_ba << int(LogLevel::Warning);
    QTest::newRow("exact") << "daemonrpc.server"_ba << int(LogLevel::Debug);
    QTest::newRow("below") << "daemonrpc.server.accept"_ba << int(LogLevel::Debug);
    QTest::newRow("longest") << "daemonrpc.server.limits"_ba << int(LogLevel::Error);
    QTest::newRow("not a mere prefix") << "daemonrpc.servers"_ba << int(LogLevel::Warning);
    QTest::newRow("without daemonrpc.") << "daemonrpc.session"_ba << int(LogLevel::Info);
    QTest::newRow("short names mean ours only") << "tool.session"_ba << int(LogLevel::Warning);
    QTest::newRow("Qt's") << "qt.core"_ba << -1;
    QTest::newRow("Qt's, set") << "qt.network.ssl"_ba << int(LogLevel::Debug);
}

void tst_LogLevels::levelOf()
{
    QFETCH(const QByteArray, category);
    QFETCH(const int, level);
    LogLevels levels;
    levels.set(u"all"_s, LogLevel::Warning);
    levels.set(u"daemonrpc.server"_s, LogLevel::Debug);
    levels.set(u"daemonrpc.server.limits"_s, LogLevel::Error);
    levels.set(u"session"_s, LogLevel::Info);
    levels.set(u"qt.network"_s, LogLevel::Debug);
    const std::optional<LogLevel> found = levels.levelOf(category);
    QCOMPARE(found ? int(*found) : -1, level);
}

void tst_LogLevels::overrides()
{
    LogLevels levels;
    QCOMPARE(levels.levelOf("daemonrpc.request"), std::optional(LogLevel::Info));
    levels.setTracing(true);
    QCOMPARE(levels.levelOf("daemonrpc.request"), std::optional(LogLevel::Debug));
    QCOMPARE(levels.levelOf("daemonrpc.server"), std::optional(LogLevel::Info));
    levels.set(u"request"_s, LogLevel::Error);
    levels.setDebugging(true);
    QCOMPARE(levels.levelOf("daemonrpc.server"), std::optional(LogLevel::Debug));
    QCOMPARE(levels.levelOf("qt.core"), std::optional<LogLevel>());
    levels.setDebugging(false);
    levels.setTracing(false);
    QCOMPARE(levels.levelOf("daemonrpc.server"), std::optional(LogLevel::Info));
    QCOMPARE(levels.levelOf("daemonrpc.request"), std::optional(LogLevel::Error));
    levels.set(QString(), LogLevel::Warning);
    QCOMPARE(levels.levelOf("daemonrpc.request"), std::optional(LogLevel::Warning));
}

void tst_LogLevels::list()
{
    LogLevels levels;
    levels.set(u"all"_s, LogLevel::Warning);
    levels.set(u"server"_s, LogLevel::Debug);
    QCOMPARE(levels.list(), (QMap<QString, QString>{{u"all"_s, u"warning"_s}, {u"server"_s, u"debug"_s}}));
    levels.setDebugging(true);
    QCOMPARE(levels.list().value(u"all"_s), u"debug"_s);
}

void tst_LogLevels::names()
{
    for (const QString &name : {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s})
        QCOMPARE(logLevelName(*logLevelFromName(name)), name);
    for (const QString &name : {u""_s, u"Info"_s, u"fatal"_s, u"verbose"_s}) {
        const Result<LogLevel> level = logLevelFromName(name);
        QVERIFY(!level);
        QCOMPARE(level.error().code(), ErrorCode::InvalidArgument);
        QVERIFY(level.error().message().contains(u"debug, info, warning and error"_s));
    }
}

QTEST_GUILESS_MAIN(tst_LogLevels)

#include "tst_loglevels.moc"
