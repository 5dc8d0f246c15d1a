// What daemon-rpc-monitor does that is told on its command line.
#include "systemtest.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_monitor_Commanded : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithoutAScreen_data();
    void answersWithoutAScreen();
    void saysWhatItCannotDo_data();
    void saysWhatItCannotDo();
    void recordsAndReplays();
    void keepsWhatItRecordedWhenItIsKilled();

private:
    /// Runs it to its end, with settings of its own.
    [[nodiscard]] Outcome monitor(const QStringList &arguments) const
    {
        ClientProcess process(QStringLiteral(MONITOR_PROGRAM), arguments);
        process.setVariable(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setVariable(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setVariable(u"XDG_CONFIG_HOME"_s, fixture().scratch(u"config"_s));
        return DaemonFixture::runToEnd(process);
    }

    /// The JSON objects of the lines of @p path.
    [[nodiscard]] static QList<QJsonObject> linesOf(const QString &path)
    {
        QList<QJsonObject> lines;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return lines;
        while (!file.atEnd())
            lines.append(QJsonDocument::fromJson(file.readLine()).object());
        return lines;
    }
};

void tst_monitor_Commanded::answersWithoutAScreen_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("errorOutput");
    QTest::newRow("help") << words({"--help"}) << 0 << QByteArray("--replay FILE") << QByteArray();
    QTest::newRow("version") << words({"--version"}) << 0 << QByteArray("daemon-rpc-monitor ")
                             << QByteArray();
    QTest::newRow("no such option") << words({"--nonsense"}) << 2 << QByteArray() << QByteArray("nonsense");
    QTest::newRow("no such page") << words({"--page", "nowhere"}) << 2 << QByteArray()
                                  << QByteArray("overview");
    QTest::newRow("an operand") << words({"default"}) << 2 << QByteArray() << QByteArray("\"default\"");
    QTest::newRow("both") << words({"--dump", "a", "--replay", "b"}) << 2 << QByteArray()
                          << QByteArray("--replay");
}

void tst_monitor_Commanded::answersWithoutAScreen()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, output);
    QFETCH(const QByteArray, errorOutput);
    ClientProcess process(QStringLiteral(MONITOR_PROGRAM), arguments);
    process.setVariable(u"LC_ALL"_s, u"C.UTF-8"_s);
    // There is no such screen: it must not be asked for.
    process.setVariable(u"QT_QPA_PLATFORM"_s, u"nonsense"_s);
    const Outcome outcome = DaemonFixture::runToEnd(process);
    QTEST(outcome.code, "code");
    QVERIFY2(outcome.output.contains(output), outcome.output.constData());
    QVERIFY2(outcome.errorOutput.contains(errorOutput), outcome.errorOutput.constData());
    QCOMPARE(outcome.output.isEmpty(), output.isEmpty());
    QCOMPARE(outcome.errorOutput.isEmpty(), errorOutput.isEmpty());
}

void tst_monitor_Commanded::saysWhatItCannotDo_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("file");
    QTest::newRow("no such recording") << words({"--replay"}) << u"missing"_s;
    QTest::newRow("a recording that cannot be written") << words({"--dump"}) << u"no/where"_s;
    QTest::newRow("a picture that cannot be written") << words({"--screenshot"}) << u"no/where.png"_s;
}

void tst_monitor_Commanded::saysWhatItCannotDo()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, file);
    const Outcome outcome =
        monitor(words({"--runtime-dir", fixture().directory()}) + options + words({fixture().scratch(file)}));
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.errorOutput.contains("daemon-rpc-monitor: ") &&
                 outcome.errorOutput.contains(fixture().scratch(file).toUtf8()),
             outcome.errorOutput.constData());
    QVERIFY(outcome.output.isEmpty());
}

void tst_monitor_Commanded::recordsAndReplays()
{
    QVERIFY(fixture().startDaemon());
    QCOMPARE(fixture().run(words({"run", "echo", "a rare word"})).code, 0);
    const QString recording = fixture().scratch(u"session"_s);
    const QString live = fixture().scratch(u"live.png"_s);
    const Outcome recorded =
        monitor(words({"--runtime-dir", fixture().directory(), "--dump", recording, "--screenshot", live,
                       "--size", "900x500", "--page", "requests"}));
    QVERIFY2(recorded.code == 0, recorded.errorOutput.constData());
    QCOMPARE(QImage(live).size(), QSize(900, 500));
    QCOMPARE(QFile::permissions(recording) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QList<QJsonObject> lines = linesOf(recording);
    QVERIFY(lines.size() >= 3);
    QCOMPARE(lines.at(0).value(u"format").toString(), u"daemon-rpc-recording"_s);
    QCOMPARE(lines.at(1).value(u"kind").toString(), u"added"_s);
    QCOMPARE(lines.at(1).value(u"daemon_id").toString(), u"default"_s);
    const bool hasWord = std::any_of(lines.begin(), lines.end(), [](const QJsonObject &line) {
        return line.value(u"kind").toString() == u"snapshot" &&
               QJsonDocument(line).toJson().contains("a rare word");
    });
    QVERIFY(hasWord);

    // Without the daemon, on each page.
    QCOMPARE(fixture().endAll(), QByteArray());
    QByteArray before;
    for (const auto *page : {"overview", "requests", "logs"}) {
        const QString picture = fixture().scratch(QString::fromLatin1(page) + u".png"_s);
        const Outcome replayed =
            monitor(words({"--replay", recording, "--screenshot", picture, "--page", page}));
        QVERIFY2(replayed.code == 0, replayed.errorOutput.constData());
        QFile file(picture);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.startsWith("\x89PNG") && content != before);
        before = content;
    }
}

void tst_monitor_Commanded::keepsWhatItRecordedWhenItIsKilled()
{
    QVERIFY(fixture().startDaemon());
    const QString recording = fixture().scratch(u"session"_s);
    {
        ClientProcess process(QStringLiteral(MONITOR_PROGRAM),
                              words({"--runtime-dir", fixture().directory(), "--dump", recording}));
        process.setVariable(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setVariable(u"XDG_CONFIG_HOME"_s, fixture().scratch(u"config"_s));
        QVERIFY(process.begin());
        QTRY_VERIFY_WITH_TIMEOUT(linesOf(recording).size() >= 3, ClientProcess::patience);
        process.kill();
        QVERIFY(process.waitForEnd());
    }
    const QList<QJsonObject> lines = linesOf(recording);
    QCOMPARE(lines.at(2).value(u"kind").toString(), u"snapshot"_s);
    for (const QJsonObject &line : lines)
        QVERIFY(!line.isEmpty());
}

QTEST_GUILESS_MAIN(tst_monitor_Commanded)
#include "tst_monitor_commanded.moc"
