#include "window/monitoroptions.h"

#include <QDir>
#include <QTest>

using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;

class tst_monitor_options : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatThereIs();
    void asksForNothingByItself();
    void leavesOptionsOfQtAlone();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void helpsWhateverElseIsSaid();
};

static Result<MonitorOptions> parse(const QStringList &arguments)
{
    return MonitorOptions::parse(QStringList{QStringLiteral("daemon-rpc-monitor")} + arguments);
}

static QStringList words(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }

void tst_monitor_options::understandsWhatThereIs()
{
    const Result<MonitorOptions> options = parse(
        words("--daemon-id a --daemon-id=b --daemon-id a --runtime-dir run --page charts --size 1280x800 "
              "--screenshot /x/y.png --theme dark --replay r.dump --speed 2.5 --settings /s"));
    QVERIFY2(options, qPrintable(options ? QString() : options.error().message()));
    QCOMPARE(options->daemonIds, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(options->runtimeDirectory, QDir::current().absoluteFilePath(QStringLiteral("run")));
    QCOMPARE(options->pageId, QStringLiteral("charts"));
    QCOMPARE(options->size, QSize(1280, 800));
    QCOMPARE(options->screenshotFile, QStringLiteral("/x/y.png"));
    QCOMPARE(options->theme, Theme::Dark);
    QCOMPARE(options->replayFile, QDir::current().absoluteFilePath(QStringLiteral("r.dump")));
    QCOMPARE(options->speed, 2.5);
    QCOMPARE(options->settingsFile, QStringLiteral("/s"));
    QCOMPARE(parse(words("--dump d"))->dumpFile, QDir::current().absoluteFilePath(QStringLiteral("d")));
}

void tst_monitor_options::asksForNothingByItself()
{
    const Result<MonitorOptions> options = parse({});
    QVERIFY(options);
    QVERIFY(options->daemonIds.isEmpty());
    QVERIFY(options->runtimeDirectory.isEmpty());
    QVERIFY(options->pageId.isEmpty());
    QVERIFY(options->size.isEmpty());
    QCOMPARE(options->theme, Theme::System);
    QVERIFY(!options->isHelpWanted);
    QVERIFY(!options->isVersionWanted);
}

void tst_monitor_options::leavesOptionsOfQtAlone()
{
    const Result<MonitorOptions> options =
        parse(words("-platform offscreen --style=fusion -reverse --platform xcb --page logs"));
    QVERIFY2(options, qPrintable(options ? QString() : options.error().message()));
    QCOMPARE(options->pageId, QStringLiteral("logs"));
}

void tst_monitor_options::refusesWithAReason_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *arguments, const char *says) {
        QTest::newRow(arguments) << words(arguments) << QString::fromUtf8(says);
    };
    row("--frobnicate", "frobnicate");
    row("-x", "'x'");
    row("extra", "\"extra\" is not understood");
    row("--daemon-id", "daemon-id");
    row("--daemon-id a/b", "--daemon-id: ");
    row("--page start", "overview, connections, requests, cancellations, health, charts, logs");
    row("--size big", "such as 1280x800");
    row("--size 10x10", "from 200 to 8000");
    row("--size 900x9000", "from 200 to 8000");
    row("--size 900x700x500", "such as 1280x800");
    row("--theme pink", "light, dark or system");
    row("--replay f --speed 0", "from 0.1 to 1000");
    row("--replay f --speed nan", "from 0.1 to 1000");
    row("--speed 2", "give --replay FILE");
    row("--replay f --dump g", "cannot go with --replay");
    row("--screenshot=", "--screenshot is given an empty path");
}

void tst_monitor_options::refusesWithAReason()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const Result<MonitorOptions> options = parse(arguments);
    QVERIFY(!options);
    QCOMPARE(options.error().code(), ErrorCode::InvalidArgument);
    QVERIFY2(options.error().message().contains(says), qPrintable(options.error().message()));
}

void tst_monitor_options::helpsWhateverElseIsSaid()
{
    QVERIFY(parse(words("--help --page nowhere"))->isHelpWanted);
    QVERIFY(parse(words("-h"))->isHelpWanted);
    QVERIFY(parse(words("--version"))->isVersionWanted);
    const QString help = MonitorOptions::helpText();
    for (const char *name :
         {"--daemon-id ID", "--runtime-dir DIR", "--page PAGE", "--screenshot FILE", "--size WxH",
          "--theme THEME", "--dump FILE", "--replay FILE", "--speed N", "--help", "--version"})
        QVERIFY2(help.contains(QLatin1String(name)), name);
    QVERIFY(!help.contains(QLatin1String("--settings")));
}

QTEST_GUILESS_MAIN(tst_monitor_options)
#include "tst_monitor_options.moc"
