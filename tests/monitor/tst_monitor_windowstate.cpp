#include "window/windowstate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc::Monitor;

class tst_monitor_windowstate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembers();
    void resetsTheLayoutAlone();
    void survivesABrokenFile();
};

void tst_monitor_windowstate::remembers()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("settings"));
    {
        WindowState state(file);
        QCOMPARE(state.geometry(), QByteArray());
        QCOMPARE(state.currentPage(), QString());
        QVERIFY(!state.isNotifying());
        state.setGeometry(QByteArray("\x01\x00geometry", 10));
        state.setLayout("layout");
        state.setCurrentPage(QStringLiteral("logs"));
        state.setPageState(QStringLiteral("logs"), "{\"a\":1}");
        state.setNotifying(true);
    }
    const WindowState again(file);
    QCOMPARE(again.geometry(), QByteArray("\x01\x00geometry", 10));
    QCOMPARE(again.layout(), QByteArray("layout"));
    QCOMPARE(again.currentPage(), QStringLiteral("logs"));
    QCOMPARE(again.pageState(QStringLiteral("logs")), QByteArray("{\"a\":1}"));
    QCOMPARE(again.pageState(QStringLiteral("health")), QByteArray());
    QVERIFY(again.isNotifying());
}

void tst_monitor_windowstate::resetsTheLayoutAlone()
{
    const QTemporaryDir dir;
    WindowState state(dir.filePath(QStringLiteral("settings")));
    state.setGeometry("g");
    state.setLayout("l");
    state.setPageState(QStringLiteral("logs"), "s");
    state.setCurrentPage(QStringLiteral("logs"));
    state.setNotifying(true);
    state.resetLayout();
    QCOMPARE(state.geometry(), QByteArray());
    QCOMPARE(state.layout(), QByteArray());
    QCOMPARE(state.pageState(QStringLiteral("logs")), QByteArray());
    QCOMPARE(state.currentPage(), QStringLiteral("logs"));
    QVERIFY(state.isNotifying());
}

void tst_monitor_windowstate::survivesABrokenFile()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("settings")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window\n\xff\xfe=geometry\npage=@ByteArray(\n[pages]\nlogs=@Variant(zzz)");
    file.close();
    const WindowState state(file.fileName());
    QCOMPARE(state.geometry(), QByteArray());
    QVERIFY(!state.isNotifying());
}

QTEST_GUILESS_MAIN(tst_monitor_windowstate)
#include "tst_monitor_windowstate.moc"
