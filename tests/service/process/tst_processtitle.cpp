#include <daemonrpc/service/process/processtitle.h>

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_ProcessTitle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describes();
    void isShown();
    void argumentsStay();
    void controlCharacters();
    void isCutToItsMemory();
    void namesTheMainThread();

private:
    /// Runs the program in an environment of about @p environmentBytes.
    void start(const QStringList &arguments, qsizetype environmentBytes = 4000);
    /// Has it show @p title; what it answers.
    QByteArray show(const QString &title);
    [[nodiscard]] QByteArray commandLine() const;

    std::unique_ptr<QProcess> m_program;
};

void tst_ProcessTitle::start(const QStringList &arguments, qsizetype environmentBytes)
{
    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment;
    environment.insert(u"MARKER"_s, u"marked"_s);
    environment.insert(u"FILLING"_s, QString(environmentBytes, u'f'));
    m_program->setProcessEnvironment(environment);
    m_program->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program->start(QStringLiteral(TITLED_PROGRAM), arguments);
    QVERIFY(m_program->waitForStarted());
}

QByteArray tst_ProcessTitle::show(const QString &title)
{
    m_program->write(title.toUtf8() + '\n');
    const bool hasAnswer = QTest::qWaitFor([this] { return m_program->canReadLine(); }, 10000);
    return hasAnswer ? m_program->readLine().trimmed() : QByteArray("no answer");
}

QByteArray tst_ProcessTitle::commandLine() const
{
    QFile file(u"/proc/%1/cmdline"_s.arg(m_program->processId()));
    QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    while (text.endsWith('\0'))
        text.chop(1);
    return text;
}

void tst_ProcessTitle::describes()
{
    QCOMPARE(ProcessTitle::describe(u"daemon-rpcd"_s, u"build"_s, u"ready"_s, 2),
             u"daemon-rpcd: build (ready, 2 running)"_s);
}

void tst_ProcessTitle::isShown()
{
    start({});
    QCOMPARE(show(u"first title that is much longer than the path of the program, which is short"_s),
             QByteArray("1  marked"));
    QCOMPARE(commandLine(),
             QByteArray("first title that is much longer than the path of the program, which is short"));
    // Nothing of a longer title stays behind a shorter one.
    show(u"t"_s);
    QCOMPARE(commandLine(), QByteArray("t"));
    m_program->closeWriteChannel();
    QTRY_COMPARE(m_program->state(), QProcess::NotRunning);
    QCOMPARE(m_program->exitCode(), 0);
}

void tst_ProcessTitle::argumentsStay()
{
    start({u"--runtime-dir"_s, u"/run/x y"_s, u"--foreground"_s});
    QCOMPARE(show(u"daemon-rpcd: default (ready, 0 running)"_s),
             QByteArray("1 --runtime-dir|/run/x y|--foreground marked"));
    QCOMPARE(commandLine(),
             QByteArray("daemon-rpcd: default (ready, 0 running) --runtime-dir /run/x y --foreground"));
}

void tst_ProcessTitle::controlCharacters()
{
    start({});
    show(u"a\x1b[2Jb"_s);
    QCOMPARE(commandLine(), QByteArray("a?[2Jb"));
}

void tst_ProcessTitle::isCutToItsMemory()
{
    start({u"--argument"_s}, 50);
    QCOMPARE(show(QString(10000, u'x')), QByteArray("1 --argument marked"));
    const QByteArray small = commandLine();
    QVERIFY2(!small.isEmpty() && small.size() < 1000 && small == QByteArray(small.size(), 'x'), small);
    start({}, 100000);
    show(QString(10000, u'x'));
    QCOMPARE(commandLine(), QByteArray(ProcessTitle::maxBytes, 'x'));
}

void tst_ProcessTitle::namesTheMainThread()
{
    start({});
    show(u"t"_s);
    QFile file(u"/proc/%1/comm"_s.arg(m_program->processId()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed(), QByteArray("titledprogram"));
}

QTEST_GUILESS_MAIN(tst_ProcessTitle)

#include "tst_processtitle.moc"
