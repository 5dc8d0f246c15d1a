#include "core/daemonrpc/service/logging/logmemory_p.h"

#include <QTest>

using namespace DaemonRpc;

class tst_LogMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forgetsTheOldest();
    void isBoundedInSize();
    void filters();
    void since_data();
    void since();

private:
    static LogRecord numbered(int number)
    {
        LogRecord record;
        record.message = QString::number(number);
        record.level = number % 2 == 0 ? LogLevel::Debug : LogLevel::Warning;
        record.requestId = static_cast<quint64>(number % 3);
        return record;
    }

    static QStringList messages(const QList<LogRecord> &records)
    {
        QStringList list;
        for (const LogRecord &record : records)
            list.append(record.message);
        return list;
    }
};

void tst_LogMemory::forgetsTheOldest()
{
    LogMemory memory;
    for (int i = 0; i < 1500; ++i)
        memory.add(numbered(i));
    const QList<LogRecord> all = memory.recent(5000, {});
    QCOMPARE(all.size(), 1000);
    QCOMPARE(all.constFirst().message, QString::number(500));
    QCOMPARE(all.constLast().message, QString::number(1499));
    QCOMPARE(messages(memory.recent(2, {})), (QStringList{QString::number(1498), QString::number(1499)}));
    QVERIFY(memory.recent(0, {}).isEmpty());
}

void tst_LogMemory::isBoundedInSize()
{
    LogMemory memory;
    LogRecord record;
    record.message = QString(8192, QLatin1Char('x'));
    for (int i = 0; i < 1000; ++i)
        memory.add(record);
    QCOMPARE(memory.recent(1000, {}).size(), LogMemory::maxCharacters / 8192);
}

void tst_LogMemory::filters()
{
    LogMemory memory;
    for (int i = 0; i < 12; ++i)
        memory.add(numbered(i));
    QCOMPARE(messages(memory.recent(100, {LogLevel::Warning, 0})),
             (QStringList{QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("5"), QStringLiteral("7"),
                          QStringLiteral("9"), QStringLiteral("11")}));
    QCOMPARE(messages(memory.recent(100, {LogLevel::Warning, 1})),
             (QStringList{QStringLiteral("1"), QStringLiteral("7")}));
    QCOMPARE(messages(memory.recent(1, {LogLevel::Debug, 2})), QStringList{QStringLiteral("11")});
}

void tst_LogMemory::since_data()
{
    QTest::addColumn<int>("added");
    QTest::addColumn<quint64>("known");
    QTest::addColumn<QString>("first");
    QTest::addColumn<qsizetype>("count");
    QTest::addColumn<quint64>("lost");
    QTest::newRow("none at all") << 0 << quint64(0) << QString() << qsizetype(0) << quint64(0);
    QTest::newRow("all") << 3 << quint64(0) << QStringLiteral("0") << qsizetype(3) << quint64(0);
    QTest::newRow("the last") << 3 << quint64(2) << QStringLiteral("2") << qsizetype(1) << quint64(0);
    QTest::newRow("none new") << 3 << quint64(3) << QString() << qsizetype(0) << quint64(0);
    QTest::newRow("more than there are") << 3 << quint64(9) << QString() << qsizetype(0) << quint64(0);
    QTest::newRow("some are forgotten")
        << 1500 << quint64(100) << QStringLiteral("500") << qsizetype(1000) << quint64(400);
}

void tst_LogMemory::since()
{
    QFETCH(const int, added);
    QFETCH(const quint64, known);
    QFETCH(const QString, first);
    LogMemory memory;
    for (int i = 0; i < added; ++i)
        memory.add(numbered(i));
    QCOMPARE(memory.count(), static_cast<quint64>(added));
    const LogNews news = memory.since(known, {});
    QTEST(news.records.size(), "count");
    QTEST(news.lost, "lost");
    QCOMPARE(news.records.isEmpty() ? QString() : news.records[0].message, first);
    // A filter leaves lines out, but does not lose them.
    const LogNews warnings = memory.since(known, {LogLevel::Warning, 0});
    QCOMPARE(warnings.lost, news.lost);
    QCOMPARE(warnings.records.size(), news.records.size() / 2);
}

QTEST_GUILESS_MAIN(tst_LogMemory)

#include "tst_logmemory.moc"
