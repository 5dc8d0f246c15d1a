#include "sources/recordingentry.h"

#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;

class tst_monitor_program : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsCleanlyWhenAsked_data();
    void endsCleanlyWhenAsked();
};

void tst_monitor_program::endsCleanlyWhenAsked_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

// The recording is whole to its last line, and the settings are saved.
void tst_monitor_program::endsCleanlyWhenAsked()
{
    QFETCH(const int, signal);
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    const QString recording = directory.filePath(QStringLiteral("recording"));
    const QString settings = directory.filePath(QStringLiteral("settings"));
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QStringLiteral(MONITOR_PROGRAM),
                  {QStringLiteral("--runtime-dir"), directory.filePath(QStringLiteral("run")),
                   QStringLiteral("--settings"), settings, QStringLiteral("--page"), QStringLiteral("charts"),
                   QStringLiteral("--dump"), recording});
    QTRY_COMPARE(program.state(), QProcess::Running);
    // There as soon as signals are heard.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(recording), 30'000);
    QSignalSpy finished(&program, &QProcess::finished);
    QCOMPARE(::kill(static_cast<pid_t>(program.processId()), signal), 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);

    QFile file(recording);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(RecordingEntry::checkHeader(file.readAll()));
    QCOMPARE(QSettings(settings, QSettings::IniFormat).value(QStringLiteral("window/page")).toString(),
             QStringLiteral("charts"));
}

QTEST_GUILESS_MAIN(tst_monitor_program)
#include "tst_monitor_program.moc"
