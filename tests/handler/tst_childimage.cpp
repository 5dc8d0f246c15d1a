#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/handler/process/childimage_p.h>

#include <QTemporaryDir>
#include <QTest>

#include <errno.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;

class tst_ChildImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void becomesTheProgram();
    void reports_data();
    void reports();
    void scriptWithoutInterpreterLine();

private:
    struct Outcome
    {
        int status = 0;
        QByteArray output;
        ChildImage::Report report; ///< step 0 when none came.
    };

    static Outcome run(const ProcessSpec &spec);

    static ProcessSpec spec(const QByteArray &program, const QByteArrayList &arguments = {})
    {
        ProcessSpec spec;
        spec.program = program;
        spec.arguments = arguments;
        return spec;
    }

    /// A file in the temporary directory.
    QByteArray file(const char *name, const QByteArray &content, QFile::Permissions permissions)
    {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(permissions))
            qFatal("cannot write %s", name);
        return QFile::encodeName(file.fileName());
    }

    QTemporaryDir m_directory;
};

tst_ChildImage::Outcome tst_ChildImage::run(const ProcessSpec &spec)
{
    ChildImage image(spec);
    int outputEnds[2];
    int reportEnds[2];
    if (::pipe2(outputEnds, O_CLOEXEC) != 0 || ::pipe2(reportEnds, O_CLOEXEC) != 0)
        qFatal("no pipes");
    const FileDescriptor output(outputEnds[0]);
    const FileDescriptor report(reportEnds[0]);
    const FileDescriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
    image.setDescriptors(nothing.get(), outputEnds[1], nothing.get(), reportEnds[1]);
    const pid_t child = ::fork();
    if (child == 0)
        image.become();
    ::close(outputEnds[1]);
    ::close(reportEnds[1]);
    Outcome outcome;
    char bytes[4096];
    for (ssize_t count = 0; (count = ::read(output.get(), bytes, sizeof bytes)) > 0;)
        outcome.output.append(bytes, count);
    ChildImage::Report received;
    if (::read(report.get(), &received, sizeof received) == ssize_t(sizeof received))
        outcome.report = received;
    ::waitpid(child, &outcome.status, 0);
    return outcome;
}

void tst_ChildImage::becomesTheProgram()
{
    ProcessSpec wanted = spec("sh", {"-c", "echo \"$0|$1|$A|$(umask)|$(pwd)\"; exit 7", "zero", "one"});
    wanted.environment = {"A=1", "PATH=/usr/bin:/bin"};
    wanted.umask = 027;
    const Outcome outcome = run(wanted);
    QCOMPARE(outcome.output, QByteArray("zero|one|1|0027|/\n"));
    QVERIFY(WIFEXITED(outcome.status));
    QCOMPARE(WEXITSTATUS(outcome.status), 7);
    QCOMPARE(outcome.report.step, 0);
}

void tst_ChildImage::reports_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("workingDirectory");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("errnoValue");
    constexpr auto readable = QFile::ReadOwner | QFile::WriteOwner;
    const QByteArray plain = file("plain", "text", readable);
    file("shadowed", "text", readable);
    const QByteArray here = QFile::encodeName(m_directory.path());
    QTest::newRow("missing") << QByteArray("/no/such") << QByteArray() << QByteArray()
                             << int(ChildImage::Report::Execute) << ENOENT;
    QTest::newRow("not in PATH") << QByteArray("no-such") << QByteArray("/usr/bin:/bin") << QByteArray()
                                 << int(ChildImage::Report::Execute) << ENOENT;
    QTest::newRow("empty name") << QByteArray() << QByteArray() << QByteArray()
                                << int(ChildImage::Report::Execute) << ENOENT;
    QTest::newRow("not executable") << plain << QByteArray() << QByteArray()
                                    << int(ChildImage::Report::Execute) << EACCES;
    // As execvp(3): the search goes on, but what was forbidden is what is told in the end.
    QTest::newRow("not executable, in PATH")
        << QByteArray("shadowed") << QByteArray("/no/such:" + here + ":/nor/this") << QByteArray()
        << int(ChildImage::Report::Execute) << EACCES;
    QTest::newRow("a directory") << here << QByteArray() << QByteArray() << int(ChildImage::Report::Execute)
                                 << EACCES;
    QTest::newRow("below a file") << QByteArray(plain + "/x") << QByteArray() << QByteArray()
                                  << int(ChildImage::Report::Execute) << ENOENT;
    QTest::newRow("no working directory") << QByteArray("/bin/true") << QByteArray() << QByteArray("/no/such")
                                          << int(ChildImage::Report::EnterDirectory) << ENOENT;
    QTest::newRow("working directory is a file") << QByteArray("/bin/true") << QByteArray() << plain
                                                 << int(ChildImage::Report::EnterDirectory) << ENOTDIR;
}

void tst_ChildImage::reports()
{
    QFETCH(const QByteArray, program);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, workingDirectory);
    QFETCH(const int, step);
    QFETCH(const int, errnoValue);
    ProcessSpec wanted = spec(program);
    wanted.workingDirectory = workingDirectory;
    if (!path.isEmpty())
        wanted.environment = {"PATH=" + path};
    const Outcome outcome = run(wanted);
    QCOMPARE(outcome.report.step, step);
    QCOMPARE(outcome.report.errnoValue, errnoValue);
    QVERIFY(WIFEXITED(outcome.status));
}

// execvp(3) hands such a file to the shell, with all its arguments.
void tst_ChildImage::scriptWithoutInterpreterLine()
{
    const QByteArray script =
        file("script", "echo \"$1-$2\"\n", QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(run(spec(script, {"a", "b c"})).output, QByteArray("a-b c\n"));
    ProcessSpec searched = spec("script", {"d", "e"});
    searched.environment = {"PATH=/nowhere:" + QFile::encodeName(m_directory.path())};
    QCOMPARE(run(searched).output, QByteArray("d-e\n"));
}

QTEST_GUILESS_MAIN(tst_ChildImage)
#include "tst_childimage.moc"
