#include "daemon/configurationquery.h"

#include <daemonrpc/service/config/configurationreference.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;
using Kind = ConfigurationQuery::Kind;

class tst_ConfigurationQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsWhatHolds();
    void printsWhatIsWrong();
    void checksAFileAlone();
    void checkNamesReservedCommands();
    void printsTheTexts();

private:
    QString write(const QByteArray &text) const
    {
        QFile file(m_directory.filePath(u"c.yaml"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }

    QTemporaryDir m_directory;
};

void tst_ConfigurationQuery::printsWhatHolds()
{
    ConfigurationSources sources;
    sources.file = write("performance:\n  grace_ms: 7\n");
    sources.options = {{u"--idle-exit-ms"_s, u"daemon.idle_exit_ms"_s, u"8"_s}};
    const ConfigurationQuery::Answer answer = ConfigurationQuery{Kind::Effective, {}}.answer(sources);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.errorOutput, QByteArray());
    for (const QByteArray &line :
         {"  grace_ms: 7  # " + sources.file.toUtf8() + ":2\n",
          QByteArray("  idle_exit_ms: 8  # option --idle-exit-ms\n"), QByteArray("  count: 4  # default\n")})
        QVERIFY2(answer.output.contains(line), answer.output);
}

void tst_ConfigurationQuery::printsWhatIsWrong()
{
    ConfigurationSources sources;
    sources.file = write("a: 1\nb: 2\n");
    sources.options = {{u"--grace-ms"_s, u"performance.grace_ms"_s, u"x"_s}};
    const ConfigurationQuery::Answer answer = ConfigurationQuery{Kind::Effective, {}}.answer(sources);
    QCOMPARE(answer.status, 1);
    QCOMPARE(answer.output, QByteArray());
    QCOMPARE(answer.errorOutput.count('\n'), 3);
    for (const QByteArray &part : {sources.file.toUtf8() + ":1:1: ", sources.file.toUtf8() + ":2:1: ",
                                   QByteArray("--grace-ms: expected")})
        QVERIFY2(answer.errorOutput.contains(part), answer.errorOutput);
}

void tst_ConfigurationQuery::checksAFileAlone()
{
    ConfigurationSources sources; // its problems are not the file's
    sources.options = {{u"--grace-ms"_s, u"performance.grace_ms"_s, u"x"_s}};
    ConfigurationQuery query{Kind::Check, write("performance: {grace_ms: 7}\n")};
    QCOMPARE(query.answer(sources).output, query.file.toUtf8() + ": ok\n");
    QCOMPARE(query.answer(sources).status, 0);
    write("performance: {grace_ms: -7}\n");
    const ConfigurationQuery::Answer refused = query.answer(sources);
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.output, QByteArray());
    QVERIFY2(refused.errorOutput.startsWith(query.file.toUtf8() + ":1:25: performance.grace_ms: expected"),
             refused.errorOutput);
}

void tst_ConfigurationQuery::checkNamesReservedCommands()
{
    ConfigurationSources sources;
    const ConfigurationQuery query{Kind::Check, write("commands: {echo: {program: x}}\n")};
    QCOMPARE(query.answer(sources).status, 0);
    sources.reservedCommands = {"echo"};
    QCOMPARE(query.answer(sources).status, 1);
    QVERIFY(query.answer(sources).errorOutput.contains("\"echo\" is a command of the daemon itself"));
}

void tst_ConfigurationQuery::printsTheTexts()
{
    QCOMPARE((ConfigurationQuery{Kind::DefaultFile, {}}.answer({}).output), defaultConfigurationFile());
    QCOMPARE((ConfigurationQuery{Kind::Reference, {}}.answer({}).output), configurationReference());
}

QTEST_GUILESS_MAIN(tst_ConfigurationQuery)
#include "tst_configurationquery.moc"
