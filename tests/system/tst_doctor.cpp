// "daemon-rpc doctor" names what keeps daemons from working, each thing made real here, and changes nothing.
#include "otheruser.h"
#include "systemtest.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstddef>
#include <functional>

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace SystemTesting;
using namespace Qt::StringLiterals;

class tst_Doctor : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:
    void allIsWell();
    void nothingIsStartedOrChanged();
    void tableHasAFixUnderEachFinding();
    void openDirectory();
    void longPath();
    void killedDaemon();
    void silentDaemon();
    void anotherUsersFile();
    void missingProgram();
    void anotherBuild();
    void sandbox();
    void fewDescriptors();

private:
    /// Runs `doctor --json`; @p setUp in the child, before it becomes the program.
    [[nodiscard]] QJsonObject examine(int expectedCode, const QStringList &options = {},
                                      const std::function<void()> &setUp = {}) const
    {
        const std::unique_ptr<ClientProcess> doctor = fixture().client(options + words({"doctor", "--json"}));
        if (setUp)
            doctor->setChildProcessModifier(setUp);
        const Outcome outcome = DaemonFixture::runToEnd(*doctor);
        if (outcome.code != expectedCode)
            qWarning("%s", describe(outcome).constData());
        const QJsonObject report = QJsonDocument::fromJson(outcome.output).object();
        return outcome.code == expectedCode ? report : QJsonObject();
    }

    /// The worst finding of check @p name.
    [[nodiscard]] static QJsonObject find(const QJsonObject &report, const QString &name)
    {
        QJsonObject found;
        for (const QJsonValue check : report[u"checks"].toArray()) {
            if (check[u"name"].toString() == name &&
                (found.isEmpty() || check[u"status"].toString() != u"ok"_s))
                found = check.toObject();
        }
        return found;
    }

    static QByteArray described(const QJsonObject &report) { return QJsonDocument(report).toJson(); }

    [[nodiscard]] QStringList entries() const
    {
        QStringList list;
        for (const QFileInfo &info :
             QDir(fixture().directory())
                 .entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot))
            list.append(info.fileName() + info.lastModified().toString(Qt::ISODateWithMs));
        return list;
    }
};

void tst_Doctor::allIsWell()
{
    QVERIFY(fixture().startDaemon());
    const QJsonObject report = examine(0);
    const QStringList names{u"path_length"_s, u"runtime_directory"_s, u"files"_s,  u"file_system"_s,
                            u"tmp_cleaner"_s, u"sandbox"_s,           u"limits"_s, u"version"_s,
                            u"daemon"_s,      u"stale_files"_s,       u"zombies"_s};
    for (const QString &name : names) {
        const QJsonObject check = find(report, name);
        QVERIFY2(!check.isEmpty(), qUtf8Printable(name));
        // What the machine is like is not for this test to say.
        if (!QStringList{u"tmp_cleaner"_s, u"sandbox"_s, u"limits"_s, u"file_system"_s}.contains(name))
            QVERIFY2(check[u"status"].toString() == u"ok"_s, described(report));
        QVERIFY2(!check[u"finding"].toString().isEmpty(), described(report));
    }
    QVERIFY2(find(report, u"daemon"_s)[u"finding"].toString().contains(u"answers and is ready"_s),
             described(report));
}

void tst_Doctor::nothingIsStartedOrChanged()
{
    QVERIFY(examine(0)[u"status"].isString());
    QVERIFY(!QFile::exists(fixture().directory()));
    QVERIFY(fixture().daemons().isEmpty());
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    const QStringList before = entries();
    QVERIFY(examine(0)[u"status"].isString());
    QCOMPARE(entries(), before);
}

void tst_Doctor::tableHasAFixUnderEachFinding()
{
    QVERIFY(QDir().mkdir(fixture().directory()));
    QCOMPARE(::chmod(QFile::encodeName(fixture().directory()).constData(), 0755), 0);
    const Outcome outcome = fixture().run(words({"doctor"}));
    QCOMPARE(outcome.code, 1);
    const QByteArrayList lines = outcome.output.split('\n');
    QVERIFY2(lines.value(0).startsWith("CHECK") && lines.value(0).endsWith("FINDING"), outcome.output);
    QVERIFY2(lines.value(2).startsWith("runtime_directory  problem"), outcome.output);
    QVERIFY2(lines.value(3).contains("fix") &&
                 lines.value(3).endsWith("chmod 700 " + fixture().directory().toUtf8()),
             outcome.output);
    // And what it says helps.
    ClientProcess fix(u"chmod"_s, {u"700"_s, fixture().directory()});
    QCOMPARE(DaemonFixture::runToEnd(fix).code, 0);
    QCOMPARE(fixture().run(words({"doctor"})).code, 0);
}

void tst_Doctor::openDirectory()
{
    QVERIFY(fixture().startDaemon());
    QCOMPARE(::chmod(QFile::encodeName(fixture().file(u"log"_s)).constData(), 0644),
             QFile::exists(fixture().file(u"log"_s)) ? 0 : -1);
    QCOMPARE(::chmod(QFile::encodeName(fixture().file(u"lock"_s)).constData(), 0644), 0);
    const QJsonObject check = find(examine(0), u"files"_s);
    QCOMPARE(check[u"status"].toString(), u"warning"_s);
    QVERIFY(check[u"fix"].toString().startsWith(u"chmod 600 "_s));
}

void tst_Doctor::longPath()
{
    const QString directory = fixture().scratch(QString(100, u'd'));
    QVERIFY(QDir().mkdir(directory));
    QCOMPARE(::chmod(QFile::encodeName(directory).constData(), 0700), 0);
    const QJsonObject report = examine(1, words({"--runtime-dir", directory}));
    QVERIFY2(find(report, u"path_length"_s)[u"status"].toString() == u"problem"_s, described(report));
}

void tst_Doctor::killedDaemon()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    daemon->sendSignal(SIGKILL);
    QVERIFY(daemon->waitForEnd());
    const QJsonObject report = examine(0);
    const QJsonObject check = find(report, u"stale_files"_s);
    QVERIFY2(check[u"status"].toString() == u"warning"_s, described(report));
    for (const QString &suffix : {u"sock"_s, u"pid"_s})
        QVERIFY2(check[u"fix"].toString().contains(fixture().file(suffix)), described(report));
    QVERIFY2(find(report, u"daemon"_s)[u"status"].toString() == u"ok"_s, described(report));
    // The next start replaces them, as it says.
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    QCOMPARE(find(examine(0), u"stale_files"_s)[u"status"].toString(), u"ok"_s);
}

void tst_Doctor::silentDaemon()
{
    ClientProcess *const daemon = fixture().startDaemon();
    QVERIFY(daemon);
    daemon->sendSignal(SIGSTOP);
    const QJsonObject report = examine(1);
    daemon->sendSignal(SIGCONT);
    const QJsonObject check = find(report, u"daemon"_s);
    QVERIFY2(check[u"status"].toString() == u"problem"_s, described(report));
    QVERIFY2(check[u"fix"].toString().contains(u"kill -KILL %1"_s.arg(daemon->processId())),
             described(report));
}

void tst_Doctor::anotherUsersFile()
{
    if (!canBeStranger())
        QSKIP(needsRoot);
    QCOMPARE(fixture().run(words({"run", "echo", "x"})).code, 0);
    const QByteArray log = QFile::encodeName(fixture().file(u"log"_s));
    QCOMPARE(::chown(log.constData(), strangerUid, strangerUid), 0);
    const QJsonObject report = examine(1);
    const QJsonObject check = find(report, u"files"_s);
    QVERIFY2(check[u"finding"].toString().contains(u"belongs to user 65534"_s), described(report));
}

void tst_Doctor::missingProgram()
{
    const QJsonObject report = examine(1, words({"--daemon", "/nonexistent/daemon-rpcd"}));
    QVERIFY2(find(report, u"version"_s)[u"finding"].toString().contains(u"/nonexistent/daemon-rpcd"_s),
             described(report));
}

void tst_Doctor::anotherBuild()
{
    QVERIFY(fixture().startDaemon(words({"--build-timestamp", "1000", "--build-id", "aaaaaaaaaaaaaaaa"})));
    const QJsonObject report = examine(0);
    const QJsonObject check = find(report, u"version"_s);
    QVERIFY2(check[u"status"].toString() == u"warning"_s, described(report));
    QVERIFY2(check[u"finding"].toString().contains(u"aaaaaaaaaaaaaaaa"_s), described(report));
    QVERIFY2(check[u"fix"].toString().contains(u"daemon-rpc restart"_s), described(report));
}

/// Has the calling process, and what it becomes, refused one system call.
static void refuse(long systemCall)
{
    const auto number = static_cast<unsigned>(systemCall);
    sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program = {4, filter};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

void tst_Doctor::sandbox()
{
    const QJsonObject inotify = examine(0, {}, [] { refuse(SYS_inotify_init1); });
    const QJsonObject mild = find(inotify, u"sandbox"_s);
    QVERIFY2(mild[u"status"].toString() == u"warning"_s, described(inotify));
    QVERIFY2(
        mild[u"finding"].toString().contains(u"inotify_init1: Operation not permitted; a seccomp filter"_s),
        described(inotify));
    const QJsonObject signalfd = examine(1, {}, [] { refuse(SYS_signalfd4); });
    const QJsonObject grave = find(signalfd, u"sandbox"_s);
    QVERIFY2(grave[u"status"].toString() == u"problem"_s, described(signalfd));
    QVERIFY2(grave[u"finding"].toString().contains(u"signalfd"_s), described(signalfd));
}

void tst_Doctor::fewDescriptors()
{
    const auto limit = [](rlim_t soft) {
        return [soft] {
            const rlimit value = {soft, 4096};
            ::setrlimit(RLIMIT_NOFILE, &value);
        };
    };
    QCOMPARE(find(examine(1, {}, limit(40)), u"limits"_s)[u"status"].toString(), u"problem"_s);
    QCOMPARE(find(examine(0, {}, limit(200)), u"limits"_s)[u"status"].toString(), u"warning"_s);
}

QTEST_GUILESS_MAIN(tst_Doctor)

#include "tst_doctor.moc"
