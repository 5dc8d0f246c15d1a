#include "doctor/daemonchecks.h"
#include "doctor/directorychecks.h"
#include "doctor/doctorreport.h"
#include "doctor/systemchecks.h"
#include "doctor/tmpcleaner.h"
#include "translations/programtranslator.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;
using namespace Qt::StringLiterals;

using Status = Finding::Status;
Q_DECLARE_METATYPE(Status)

class tst_Cli_Doctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // English needs its plural forms.
    void initTestCase() { QVERIFY(m_translator.install(QStringLiteral("en"))); }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_home->path()).mkdir(u"r"_s));
        QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0700), 0);
    }

    void cleanup() { m_home.reset(); }

    void pathLength_data();
    void pathLength();
    void runtimeDirectory_data();
    void runtimeDirectory();
    void files_data();
    void files();
    void fileSystem_data();
    void fileSystem();
    void cleaningRule_data();
    void cleaningRule();
    void tmpCleaner();
    void cronCleaner();
    void staleFiles();
    void silentDaemon();
    void versions_data();
    void versions();
    void programIsMissing();
    void programOfAnotherBuild();
    void openFiles_data();
    void openFiles();
    void processCount_data();
    void processCount();
    void sandboxIsOpen();
    void zombiesAreNamed();
    void report();

private:
    [[nodiscard]] QString path() const { return m_home->filePath(u"r"_s); }

    [[nodiscard]] QString systemRoot() const { return m_home->filePath(u"system"_s); }

    [[nodiscard]] DoctorContext context(const QString &directory = {}) const
    {
        const QString chosen = directory.isEmpty() ? path() : directory;
        return {*RuntimeDirectory::resolve(chosen), DaemonId(), u"daemon-rpcd"_s,
                {1000, "0123456789abcdef"},         {},         systemRoot()};
    }

    static bool put(const QString &path, const QByteArray &content = {})
    {
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
               file.write(content) == content.size();
    }

    static SurveyedDaemon living(const QString &state)
    {
        SurveyedDaemon daemon{
            {InstanceName(DaemonId()), u"/x/s"_s, u"/x/l"_s, u"/x/p"_s, u"/x/log"_s, true, true, {}},
            DaemonSnapshot(),
            {},
            {}};
        daemon.snapshot->state = state;
        daemon.snapshot->pid = ::getpid();
        daemon.snapshot->buildId = u"0123456789abcdef"_s;
        daemon.snapshot->buildTimestampMs = 1000;
        return daemon;
    }

    /// All at once, for messages.
    static QByteArray described(const Findings &findings) { return findingsTable(findings, false).toUtf8(); }

    std::unique_ptr<QTemporaryDir> m_home;
    ProgramTranslator m_translator{QStringLiteral("daemon-rpc")};
};

void tst_Cli_Doctor::pathLength_data()
{
    QTest::addColumn<int>("bytes"); // of the socket's path
    QTest::addColumn<Status>("status");
    QTest::newRow("short") << 60 << Status::Ok;
    QTest::newRow("fits with a draining name") << 99 << Status::Ok;
    QTest::newRow("fits without") << 100 << Status::Warning;
    QTest::newRow("just fits") << 107 << Status::Warning;
    QTest::newRow("too long") << 108 << Status::Problem;
}

void tst_Cli_Doctor::pathLength()
{
    QFETCH(const int, bytes);
    const QString directory = u"/"_s + QString(bytes - 1 - u"/daemon-rpc-default.sock"_s.size(), u'd');
    const Findings findings = checkPathLength(context(directory));
    QCOMPARE(findings.size(), 1);
    QTEST(findings.constFirst().status, "status");
    QCOMPARE(findings.constFirst().fix.isEmpty(), findings.constFirst().status == Status::Ok);
}

void tst_Cli_Doctor::runtimeDirectory_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QString>("fix");
    QTest::newRow("private") << u"private"_s << Status::Ok << QString();
    QTest::newRow("missing") << u"missing"_s << Status::Ok << QString();
    QTest::newRow("open") << u"open"_s << Status::Problem << u"chmod 700"_s;
    QTest::newRow("link") << u"link"_s << Status::Problem << u"remove or rename"_s;
    QTest::newRow("file") << u"file"_s << Status::Problem << u"remove or rename"_s;
    QTest::newRow("without a parent") << u"orphan"_s << Status::Problem << u"mkdir -p"_s;
    QTest::newRow("shared") << u"shared"_s << Status::Warning << u"of your own"_s;
}

void tst_Cli_Doctor::runtimeDirectory()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, fix);
    QString directory = path();
    const QByteArray bytes = QFile::encodeName(directory);
    if (kind == u"missing"_s)
        directory += u"/not-yet"_s;
    else if (kind == u"open"_s)
        QCOMPARE(::chmod(bytes.constData(), 0755), 0);
    else if (kind == u"shared"_s)
        QCOMPARE(::chmod(bytes.constData(), 01777), 0);
    else if (kind == u"orphan"_s)
        directory += u"/no/where"_s;
    else if (kind == u"link"_s || kind == u"file"_s)
        directory += u'/' + kind;
    if (kind == u"link"_s)
        QVERIFY(QFile::link(m_home->path(), directory));
    else if (kind == u"file"_s)
        QVERIFY(put(directory));
    const Findings findings = checkRuntimeDirectory(context(directory));
    QCOMPARE(findings.size(), 1);
    QTEST(findings.constFirst().status, "status");
    QVERIFY2(findings.constFirst().fix.contains(fix), described(findings));
}

void tst_Cli_Doctor::files_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Status>("status");
    QTest::newRow("closed") << u"daemon-rpc-a.lock"_s << u"closed"_s << Status::Ok;
    QTest::newRow("open to others") << u"daemon-rpc-a.log"_s << u"open"_s << Status::Warning;
    QTest::newRow("link") << u"daemon-rpc-a.pid"_s << u"link"_s << Status::Problem;
    QTest::newRow("hard link") << u"daemon-rpc-a.lock"_s << u"hard"_s << Status::Problem;
    QTest::newRow("no socket") << u"daemon-rpc-a.sock"_s << u"closed"_s << Status::Problem;
    QTest::newRow("directory") << u"daemon-rpc-a.log"_s << u"directory"_s << Status::Problem;
    QTest::newRow("another user's") << u"daemon-rpc-a.lock"_s << u"foreign"_s << Status::Problem;
    QTest::newRow("something else") << u"daemon-rpc-notes.txt"_s << u"open"_s << Status::Ok;
}

void tst_Cli_Doctor::files()
{
    QFETCH(const QString, name);
    QFETCH(const QString, kind);
    const QString file = path() + u'/' + name;
    const QByteArray bytes = QFile::encodeName(file);
    if (kind == u"link"_s)
        QVERIFY(QFile::link(m_home->path(), file));
    else if (kind == u"directory"_s)
        QVERIFY(QDir().mkdir(file));
    else
        QVERIFY(put(file));
    if (kind == u"open"_s)
        QCOMPARE(::chmod(bytes.constData(), 0644), 0);
    else if (kind != u"link"_s && kind != u"directory"_s)
        QCOMPARE(::chmod(bytes.constData(), 0600), 0);
    if (kind == u"hard"_s)
        QCOMPARE(::link(bytes.constData(), QFile::encodeName(path() + u"/other"_s).constData()), 0);
    if (kind == u"foreign"_s && ::geteuid() != 0)
        QSKIP("needs root, to make a file of another user");
    if (kind == u"foreign"_s)
        QCOMPARE(::chown(bytes.constData(), 12345, 12345), 0);
    const Findings findings = checkFiles(context());
    QCOMPARE(findings.size(), 1);
    QTEST(findings.constFirst().status, "status");
    if (findings.constFirst().status != Status::Ok)
        QVERIFY2(findings.constFirst().fix.contains(file), described(findings));
}

void tst_Cli_Doctor::fileSystem_data()
{
    QTest::addColumn<quint64>("magic");
    QTest::addColumn<Status>("status");
    QTest::newRow("tmpfs") << quint64(0x01021994) << Status::Ok;
    QTest::newRow("ext4") << quint64(0xef53) << Status::Ok;
    QTest::newRow("NFS") << quint64(0x6969) << Status::Problem;
    QTest::newRow("CIFS") << quint64(0xff534d42) << Status::Problem;
    QTest::newRow("SMB2") << quint64(0xfe534d42) << Status::Problem;
    QTest::newRow("9P") << quint64(0x01021997) << Status::Problem;
    QTest::newRow("FUSE") << quint64(0x65735546) << Status::Warning;
}

void tst_Cli_Doctor::fileSystem()
{
    QFETCH(const quint64, magic);
    const Finding finding = judgeFileSystem(magic, u"/x"_s);
    QTEST(finding.status, "status");
    QCOMPARE(finding.fix.isEmpty(), finding.status == Status::Ok);
    // The one that this test lies on is judged without a complaint about the call.
    QCOMPARE(checkFileSystem(context()).size(), 1);
}

void tst_Cli_Doctor::cleaningRule_data()
{
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QByteArray>("rules");      // of /usr/lib
    QTest::addColumn<QByteArray>("localRules"); // of /etc, under the same name
    QTest::addColumn<QByteArray>("moreRules");  // of /etc, under another
    QTest::addColumn<QString>("age");           // empty: no rule
    const QByteArray none;
    const QString here = u"/tmp/daemon-rpc-1000"_s;
    QTest::newRow("no rules") << here << none << none << none << QString();
    QTest::newRow("age") << here << QByteArray("q /tmp 1777 root root 10d\n") << none << none << u"10d"_s;
    QTest::newRow("no age") << here << QByteArray("D /tmp 1777 root root -\n") << none << none << QString();
    QTest::newRow("too few fields") << here << QByteArray("D /tmp\n") << none << none << QString();
    QTest::newRow("comment") << here << QByteArray("#q /tmp 1777 root root 10d\n") << none << none
                             << QString();
    QTest::newRow("modifier") << here << QByteArray("q! /tmp 1777 root root 5d\n") << none << none << u"5d"_s;
    QTest::newRow("elsewhere") << here << QByteArray("q /var/tmp 1777 root root 30d\n") << none << none
                               << QString();
    QTest::newRow("begins alike") << u"/tmpfoo/x"_s << QByteArray("q /tmp 1777 root root 10d\n") << none
                                  << none << QString();
    QTest::newRow("nearest counts") << u"/tmp/a/b"_s
                                    << QByteArray("d /tmp/a - - - 1h\nq /tmp 1777 root root 10d\n") << none
                                    << none << u"1h"_s;
    QTest::newRow("glob") << u"/srv/x1/run"_s << QByteArray("e /srv/x* - - - 2d\n") << none << none
                          << u"2d"_s;
    QTest::newRow("excluded") << here << QByteArray("q /tmp 1777 root root 10d\n") << none
                              << QByteArray("x /tmp/daemon-rpc-*\n") << QString();
    QTest::newRow("another excluded") << here << QByteArray("q /tmp 1777 root root 10d\n") << none
                                      << QByteArray("x /tmp/systemd-*\n") << u"10d"_s;
    QTest::newRow("overridden") << here << QByteArray("q /tmp 1777 root root 10d\n")
                                << QByteArray("# nothing\n") << none << QString();
    QTest::newRow("binary") << here << QByteArray(100000, '\0') << none << none << QString();
}

void tst_Cli_Doctor::cleaningRule()
{
    QFETCH(const QString, directory);
    QFETCH(const QByteArray, rules);
    QFETCH(const QByteArray, localRules);
    QFETCH(const QByteArray, moreRules);
    QFETCH(const QString, age);
    const QString shipped = systemRoot() + u"/usr/lib/tmpfiles.d/tmp.conf"_s;
    if (!rules.isEmpty())
        QVERIFY(put(shipped, rules));
    if (!localRules.isEmpty())
        QVERIFY(put(systemRoot() + u"/etc/tmpfiles.d/tmp.conf"_s, localRules));
    if (!moreRules.isEmpty())
        QVERIFY(put(systemRoot() + u"/etc/tmpfiles.d/more.conf"_s, moreRules));
    const std::optional<CleaningRule> rule = cleaningRuleFor(directory, systemRoot());
    QCOMPARE(rule ? rule->age : QString(), age);
    if (rule)
        QCOMPARE(rule->file, shipped);
}

void tst_Cli_Doctor::tmpCleaner()
{
    QVERIFY(put(systemRoot() + u"/usr/lib/tmpfiles.d/tmp.conf"_s,
                "q " + QFile::encodeName(m_home->path()) + " 1777 root root 10d\n"));
    QCOMPARE(checkTmpCleaner(context()).constFirst().status, Status::Ok); // nobody follows the rules
    QVERIFY(QDir().mkpath(systemRoot() + u"/run/systemd/system"_s));
    const Findings findings = checkTmpCleaner(context());
    QCOMPARE(findings.constFirst().status, Status::Warning);
    QVERIFY2(findings.constFirst().text.contains(u"10d"_s), described(findings));
    QVERIFY2(findings.constFirst().fix.contains(u"x "_s + path()), described(findings));
}

void tst_Cli_Doctor::cronCleaner()
{
    const DoctorContext inTmp = context(u"/tmp/daemon-rpc-doctor-test"_s);
    QCOMPARE(checkTmpCleaner(inTmp).constFirst().status, Status::Ok);
    QVERIFY(put(systemRoot() + u"/etc/cron.daily/tmpreaper"_s));
    QCOMPARE(checkTmpCleaner(inTmp).constFirst().status, Status::Warning);
    QCOMPARE(checkTmpCleaner(context(u"/run/user/1000/daemon-rpc"_s)).constFirst().status, Status::Ok);
}

void tst_Cli_Doctor::staleFiles()
{
    DoctorContext subject = context();
    QCOMPARE(checkStaleFiles(subject).constFirst().status, Status::Ok);
    const QStringList left{u"daemon-rpc-a.sock"_s, u"daemon-rpc-a.pid"_s, u"daemon-rpc-b~77.lock"_s,
                           u"daemon-rpc-c.sock.displaced.1"_s};
    const QStringList kept{u"daemon-rpc-a.lock"_s, u"daemon-rpc-a.log"_s};
    for (const QString &name : left + kept)
        QVERIFY(put(path() + u'/' + name));
    for (const DiscoveredInstance &instance : discover(subject.directory))
        subject.daemons.push_back({instance, {}, {}, {}});
    const Findings findings = checkStaleFiles(subject);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.constFirst().status, Status::Warning);
    for (const QString &name : left)
        QVERIFY2(findings.constFirst().fix.contains(name), described(findings));
    for (const QString &name : kept)
        QVERIFY2(!findings.constFirst().text.contains(name), described(findings));
}

void tst_Cli_Doctor::silentDaemon()
{
    DoctorContext subject = context();
    QCOMPARE(checkDaemons(subject).constFirst().status, Status::Ok);
    SurveyedDaemon silent = living({});
    silent.snapshot.reset();
    silent.error = Error(ErrorCode::Timeout, u"it does not answer"_s);
    silent.instance.info = InstanceInfo::ofThisProcess();
    SurveyedDaemon degraded = living(u"degraded"_s);
    subject.daemons = {living(u"ready"_s), silent, degraded};
    const Findings findings = checkDaemons(subject);
    QCOMPARE(findings.size(), 3);
    QCOMPARE(findings.at(0).status, Status::Ok);
    QCOMPARE(findings.at(1).status, Status::Problem);
    QVERIFY(findings.at(1).fix.contains(u"kill -KILL %1"_s.arg(::getpid())));
    QCOMPARE(findings.at(2).status, Status::Warning);
    QVERIFY(findings.at(2).fix.contains(u"daemon-rpc health"_s)); // no worker is lost: a check fails
    degraded.snapshot->quarantinedWorkers = 2;
    subject.daemons = {degraded};
    QVERIFY(checkDaemons(subject).constFirst().text.contains(u"2 workers"_s));
}

void tst_Cli_Doctor::versions_data()
{
    QTest::addColumn<QString>("buildId");
    QTest::addColumn<qint64>("timestamp");
    QTest::addColumn<QString>("expected"); // empty: nothing to say
    QTest::newRow("same") << u"0123456789abcdef"_s << qint64(1000) << QString();
    QTest::newRow("older") << u"aaaaaaaaaaaaaaaa"_s << qint64(500) << u"the next call replaces it"_s;
    QTest::newRow("newer") << u"aaaaaaaaaaaaaaaa"_s << qint64(2000) << u"refuses this client"_s;
}

void tst_Cli_Doctor::versions()
{
    QFETCH(const QString, buildId);
    QFETCH(const qint64, timestamp);
    QFETCH(const QString, expected);
    DoctorContext subject = context();
    subject.daemonProgram = QCoreApplication::applicationFilePath();
    subject.daemons = {living(u"ready"_s)};
    subject.daemons.front().snapshot->buildId = buildId;
    subject.daemons.front().snapshot->buildTimestampMs = timestamp;
    const Findings findings = checkVersions(subject);
    QCOMPARE(findings.size(), expected.isEmpty() ? 1 : 2);
    QVERIFY2(findings.constLast().text.contains(expected), described(findings));
}

void tst_Cli_Doctor::programIsMissing()
{
    DoctorContext subject = context();
    for (const QString &program : {u"/nonexistent/daemon-rpcd"_s, u"no-such-program-anywhere"_s, path()}) {
        subject.daemonProgram = program;
        const Findings findings = checkVersions(subject);
        QCOMPARE(findings.constFirst().status, Status::Problem);
        QVERIFY2(findings.constFirst().text.contains(program), described(findings));
    }
}

void tst_Cli_Doctor::programOfAnotherBuild()
{
    // A build that this program carries, and another that it cannot.
    DoctorContext subject = context();
    subject.build = BuildIdentity::current();
    subject.daemonProgram = QCoreApplication::applicationFilePath();
    QCOMPARE(checkVersions(subject).constFirst().status, Status::Ok);
    subject.daemonProgram = path() + u"/daemon-rpcd"_s;
    QVERIFY(put(subject.daemonProgram, "#!/bin/sh\n# build 1111111111111111\n"));
    QCOMPARE(::chmod(QFile::encodeName(subject.daemonProgram).constData(), 0755), 0);
    QFile own(u"/proc/self/exe"_s);
    QVERIFY(own.open(QIODevice::ReadOnly));
    if (!own.readAll().contains(subject.build.id))
        QSKIP("the library is shared: the build is not in the programs");
    QCOMPARE(checkVersions(subject).constFirst().status, Status::Warning);
}

void tst_Cli_Doctor::openFiles_data()
{
    QTest::addColumn<quint64>("soft");
    QTest::addColumn<quint64>("hard");
    QTest::addColumn<Status>("status");
    QTest::newRow("usual") << quint64(1024) << quint64(524288) << Status::Ok;
    QTest::newRow("unlimited") << quint64(RLIM_INFINITY) << quint64(RLIM_INFINITY) << Status::Ok;
    QTest::newRow("few") << quint64(200) << quint64(200) << Status::Warning;
    QTest::newRow("too few") << quint64(20) << quint64(4096) << Status::Problem;
}

void tst_Cli_Doctor::openFiles()
{
    QFETCH(const quint64, soft);
    QFETCH(const quint64, hard);
    QTEST(judgeOpenFiles({soft, hard}).status, "status");
}

void tst_Cli_Doctor::processCount_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<Status>("status");
    QTest::newRow("few") << qint64(10) << quint64(100) << Status::Ok;
    QTest::newRow("nearly all") << qint64(90) << quint64(100) << Status::Warning;
    QTest::newRow("all") << qint64(100) << quint64(100) << Status::Problem;
    QTest::newRow("unlimited") << qint64(1000000) << quint64(RLIM_INFINITY) << Status::Ok;
}

void tst_Cli_Doctor::processCount()
{
    QFETCH(const qint64, count);
    QFETCH(const quint64, limit);
    QTEST(judgeProcessCount(count, limit).status, "status");
}

// What a sandbox does to it is told by tests with real processes.
void tst_Cli_Doctor::sandboxIsOpen()
{
    const Findings findings = checkSandbox(context());
    QVERIFY(overallStatus(findings) != Status::Problem);
}

void tst_Cli_Doctor::zombiesAreNamed()
{
    QCOMPARE(judgeZombies({}).constFirst().status, Status::Ok);
    DoctorContext subject = context();
    subject.daemons = {living(u"ready"_s)}; // this very process
    QCOMPARE(zombies(subject), QList<Zombie>());
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    QTRY_COMPARE(zombies(subject), (QList<Zombie>{{child, ::getpid(), u"default"_s}}));
    const Findings findings = judgeZombies(zombies(subject));
    QCOMPARE(findings.constFirst().status, Status::Warning);
    QVERIFY2(findings.constFirst().text.contains(QString::number(child)), described(findings));
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QCOMPARE(zombies(subject), QList<Zombie>());
}

void tst_Cli_Doctor::report()
{
    const Findings findings{Finding::ok(u"one"_s, u"fine"_s),
                            Finding::warning(u"two"_s, u"so\nso"_s, u"do this"_s)};
    QCOMPARE(overallStatus(findings), Status::Warning);
    QCOMPARE(overallStatus(findings + Findings{Finding::problem(u"x"_s, u"y"_s, u"z"_s)}), Status::Problem);
    QCOMPARE(overallStatus({}), Status::Ok);
    QCOMPARE(findingsTable(findings, false), u"CHECK  STATUS   FINDING\n"
                                             "one    ok       fine\n"
                                             "two    warning  so\\nso\n"
                                             "       fix      do this\n"_s);
    const QJsonObject json = findingsJson(findings);
    QCOMPARE(json[u"status"].toString(), u"warning"_s);
    QCOMPARE(json[u"checks"].toArray().size(), 2);
    QCOMPARE(json[u"checks"][1].toObject(), (QJsonObject{{u"name"_s, u"two"_s},
                                                         {u"status"_s, u"warning"_s},
                                                         {u"finding"_s, u"so\nso"_s},
                                                         {u"fix"_s, u"do this"_s}}));
}

QTEST_GUILESS_MAIN(tst_Cli_Doctor)

#include "tst_cli_doctor.moc"
