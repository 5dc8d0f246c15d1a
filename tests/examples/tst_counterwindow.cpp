#include "counterservice.h"
#include "counterwindow.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/daemon/daemon.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_CounterWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoWindowsShowOneCounter();
    void startsTheDaemon();
    void tellsThatThereIsNoDaemon();

private:
    static ClientOptions optionsIn(const QTemporaryDir &directory)
    {
        ClientOptions options;
        options.daemonId = *DaemonId::parse(u"counter"_s);
        options.runtimeDirectory = directory.path();
        options.maySpawn = false;
        return options;
    }

    static QPushButton *button(const QWidget &window, const QString &text)
    {
        for (QPushButton *candidate : window.findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }

    static QString shown(const QWidget &window) { return window.findChild<QLabel *>()->text(); }

    static void click(const QWidget &window, const QString &text)
    {
        QPushButton *const found = button(window, text);
        QVERIFY2(found, qPrintable(text));
        QTest::mouseClick(found, Qt::LeftButton);
    }
};

// The whole of it in one process: a daemon on a real socket, two windows, one event loop.
void tst_CounterWindow::twoWindowsShowOneCounter()
{
    const QTemporaryDir directory;
    DaemonOptions daemonOptions;
    daemonOptions.id = *DaemonId::parse(u"counter"_s);
    daemonOptions.runtimeDirectory = directory.path();
    auto daemon = std::make_unique<Daemon>(daemonOptions, HandlerRegistry());
    const CounterService counter(daemon->methods());
    const Result<void> started = daemon->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message()));

    CounterWindow first(optionsIn(directory));
    CounterWindow second(optionsIn(directory));
    first.show();
    second.show();
    QTRY_COMPARE(shown(first), u"0"_s);
    QTRY_COMPARE(shown(second), u"0"_s);
    for (int count = 0; count < 3; ++count)
        click(first, u"+"_s);
    QTRY_COMPARE(shown(first), u"3"_s);
    QTRY_COMPARE(shown(second), u"3"_s);
    click(second, u"\u2212"_s);
    QTRY_COMPARE(shown(first), u"2"_s);
    QTRY_COMPARE(shown(second), u"2"_s);
    QCOMPARE(counter.value(), qint64(2));
    const QString picture = qEnvironmentVariable("COUNTER_PICTURE");
    if (!picture.isEmpty())
        QVERIFY(first.grab().save(picture));

    QSignalSpy finished(daemon.get(), &Daemon::finished);
    QVERIFY(daemon->stop(true));
    QTRY_COMPARE(finished.size(), 1);
    daemon.reset();
    QTRY_VERIFY2(shown(first).contains(u"daemon"), qPrintable(shown(first))); // what has happened
}

void tst_CounterWindow::startsTheDaemon()
{
    const QTemporaryDir directory;
    ClientOptions options = optionsIn(directory);
    options.daemonProgram = QStringLiteral(COUNTER_DAEMON);
    options.maySpawn = true;
    CounterWindow window(options);
    QTRY_COMPARE_WITH_TIMEOUT(shown(window), u"0"_s, 20000);
    click(window, u"\u2212"_s);
    QTRY_COMPARE(shown(window), u"-1"_s);

    AdminClient admin(optionsIn(directory));
    std::optional<Result<DaemonSnapshot>> stopped;
    admin.stop(true, [&stopped](const Result<DaemonSnapshot> &result) { stopped = result; });
    QTRY_VERIFY(stopped.has_value());
    QVERIFY(*stopped);
    QTRY_VERIFY2(shown(window).contains(u"daemon"), qPrintable(shown(window)));
}

void tst_CounterWindow::tellsThatThereIsNoDaemon()
{
    const QTemporaryDir directory;
    CounterWindow window(optionsIn(directory));
    QTRY_VERIFY2(shown(window).contains(u"no daemon"), qPrintable(shown(window)));
}

// Widgets make a runtime directory when there is none; it is to go with the test.
int main(int argc, char **argv)
{
    const QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    const QApplication application(argc, argv);
    tst_CounterWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_counterwindow.moc"
