#include "monitortesting.h"
#include "window/trayicon.h"
#include "window/troublewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace DaemonRpc::Monitor::Testing;

class tst_monitor_troublewatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfADaemonThatDegrades();
    void tellsOfAForcedCancellation();
    void tellsMuchTroubleOnce();
    void countsThoseThatAreDegraded();
    void wearsABadge();
    void notifiesWithoutMarkup();
};

static void degrade(PlayedDaemon &daemon, bool isDegraded)
{
    daemon.begin([isDegraded](DaemonEvent &event) {
        if (isDegraded)
            event.daemon->state = QStringLiteral("degraded");
    });
}

static RequestSnapshot forced(qint64 id)
{
    RequestSnapshot request =
        finished(runningRequest(id, {QStringLiteral("sleep"), QStringLiteral("\n99")}), 130);
    request.cancellation = CancellationSnapshot();
    request.cancellation->isForced = true;
    return request;
}

void tst_monitor_troublewatch::tellsOfADaemonThatDegrades()
{
    DaemonList list;
    PlayedDaemon *daemon = addPlayed(list, QStringLiteral("build"));
    TroubleWatch watch(list);
    QSignalSpy troubled(&watch, &TroubleWatch::troubled);
    degrade(*daemon, false);
    QCOMPARE(troubled.size(), 0);
    degrade(*daemon, true);
    QCOMPARE(troubled.size(), 1);
    QVERIFY(troubled.at(0).at(1).toString().contains(QLatin1String("build")));
    degrade(*daemon, true);
    QCOMPARE(troubled.size(), 1);
}

void tst_monitor_troublewatch::tellsOfAForcedCancellation()
{
    DaemonList list;
    TroubleWatch watch(list);
    PlayedDaemon *daemon = addPlayed(list, QStringLiteral("build"));
    daemon->begin();
    QSignalSpy troubled(&watch, &TroubleWatch::troubled);
    daemon->tell([](DaemonEvent &event) {
        RequestSnapshot honoured = forced(6);
        honoured.cancellation->isForced = false;
        event.requests = {finished(runningRequest(5)), honoured};
    });
    QCOMPARE(troubled.size(), 0);
    daemon->tell([](DaemonEvent &event) { event.requests = {forced(7)}; });
    QCOMPARE(troubled.size(), 1);
    const QString text = troubled.at(0).at(1).toString();
    QVERIFY2(text.contains(QLatin1String("7")) && text.contains(QLatin1String("build")), qPrintable(text));
    QVERIFY(!text.contains(QLatin1Char('\n')));
}

void tst_monitor_troublewatch::tellsMuchTroubleOnce()
{
    DaemonList list;
    TroubleWatch watch(list);
    PlayedDaemon *daemon = addPlayed(list);
    PlayedDaemon *other = addPlayed(list, QStringLiteral("other"), 4712);
    QSignalSpy troubled(&watch, &TroubleWatch::troubled);
    daemon->begin();
    other->begin();
    for (qint64 id = 1; id <= 50; ++id)
        daemon->tell([id](DaemonEvent &event) { event.requests = {forced(id)}; });
    QCOMPARE(troubled.size(), 1);
    other->tell([](DaemonEvent &event) { event.requests = {forced(1)}; });
    QCOMPARE(troubled.size(), 2);
    degrade(*daemon, true);
    QCOMPARE(troubled.size(), 3);
}

void tst_monitor_troublewatch::countsThoseThatAreDegraded()
{
    DaemonList list;
    TroubleWatch watch(list);
    QSignalSpy counted(&watch, &TroubleWatch::degradedCountChanged);
    PlayedDaemon *first = addPlayed(list);
    PlayedDaemon *second = addPlayed(list, QStringLiteral("other"), 4712);
    degrade(*first, true);
    degrade(*second, true);
    QCOMPARE(watch.degradedCount(), 2);
    degrade(*first, false);
    QCOMPARE(watch.degradedCount(), 1);
    second->vanish();
    QCOMPARE(watch.degradedCount(), 0);
    QCOMPARE(counted.size(), 4);
}

void tst_monitor_troublewatch::wearsABadge()
{
    QPixmap plain(64, 64);
    plain.fill(Qt::blue);
    const QIcon icon(plain);
    QCOMPARE(TrayIcon::badged(icon, 0).pixmap(64).toImage(), icon.pixmap(64).toImage());
    const QImage one = TrayIcon::badged(icon, 1).pixmap(64).toImage();
    QVERIFY(one != icon.pixmap(64).toImage());
    QVERIFY(one != TrayIcon::badged(icon, 2).pixmap(64).toImage());
    QCOMPARE(TrayIcon::badged(icon, 5000).pixmap(64).toImage(),
             TrayIcon::badged(icon, 99).pixmap(64).toImage());
}

void tst_monitor_troublewatch::notifiesWithoutMarkup()
{
    QCOMPARE(TrayIcon::withoutMarkup(QStringLiteral("sh -c 'a <img src=x> & b'")),
             QStringLiteral("sh -c 'a ‹img src=x› & b'"));
}

QTEST_MAIN(tst_monitor_troublewatch)
#include "tst_monitor_troublewatch.moc"
