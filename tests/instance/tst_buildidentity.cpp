#include <daemonrpc/instance/buildidentity.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;

class tst_BuildIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void current();
    void isReproducible();
    void sourceDateEpoch();
    void timestampIsNow();
    void leavesOutputUntouched();
    void keepsTimestampOfFirstBuild();
    void changesWithSources_data();
    void changesWithSources();

private:
    void write(const QString &name, const QByteArray &content)
    {
        const QString path = m_source + u'/' + name;
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    /// Runs the script over the sample project; the file it wrote.
    QByteArray generate(const QByteArray &epoch = {}, const QString &output = QStringLiteral("identity.cpp"))
    {
        QProcess cmake;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("SOURCE_DATE_EPOCH"));
        if (!epoch.isEmpty())
            environment.insert(QStringLiteral("SOURCE_DATE_EPOCH"), QString::fromLatin1(epoch));
        cmake.setProcessEnvironment(environment);
        m_output = m_temporary->filePath(output);
        cmake.start(QStringLiteral(CMAKE_PROGRAM),
                    {QStringLiteral("-DSOURCE_DIR=") + m_source,
                     QStringLiteral("-DBINARY_DIR=") + m_source + QStringLiteral("/core/out"),
                     QStringLiteral("-DOUTPUT=") + m_output, QStringLiteral("-P"),
                     QStringLiteral(IDENTITY_SCRIPT)});
        if (!cmake.waitForFinished() || cmake.exitCode() != 0)
            return "script failed: " + cmake.readAllStandardError();
        QFile file(m_output);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no output");
    }

    static QString idIn(const QByteArray &text)
    {
        return QRegularExpression(QStringLiteral("\"([0-9a-f]{16})\""))
            .match(QString::fromUtf8(text))
            .captured(1);
    }

    static qint64 timestampIn(const QByteArray &text)
    {
        const QRegularExpression pattern(QStringLiteral("Q_INT64_C\\((\\d+)\\)"));
        return pattern.match(QString::fromUtf8(text)).captured(1).toLongLong();
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_source;
    QString m_output;
};

void tst_BuildIdentity::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_source = m_temporary->filePath(QStringLiteral("project"));
    write(QStringLiteral("core/a.cpp"), "int a;\n");
    write(QStringLiteral("core/deep/b.h"), "int b;\n");
    write(QStringLiteral("cli/main.cpp"), "int main() {}\n");
}

void tst_BuildIdentity::current()
{
    const BuildIdentity identity = BuildIdentity::current();
    QVERIFY2(QRegularExpression(QStringLiteral("^[0-9a-f]{16}$"))
                 .match(QString::fromLatin1(identity.id))
                 .hasMatch(),
             identity.id.constData());
    QVERIFY(identity.timestampMs >= 0);
    QVERIFY(identity == BuildIdentity::current());
}

void tst_BuildIdentity::isReproducible()
{
    const QByteArray first = generate("1700000000", QStringLiteral("one.cpp"));
    QVERIFY2(!idIn(first).isEmpty(), first.constData());
    QCOMPARE(generate("1700000000", QStringLiteral("two.cpp")), first);

    // The same code elsewhere, in another order of creation, is the same build.
    const QString moved = m_temporary->filePath(QStringLiteral("elsewhere"));
    QVERIFY(QDir().rename(m_source, moved));
    m_source = moved;
    QCOMPARE(generate("1700000000", QStringLiteral("three.cpp")), first);
}

void tst_BuildIdentity::sourceDateEpoch()
{
    QCOMPARE(timestampIn(generate("1700000000")), 1700000000000);
    QCOMPARE(timestampIn(generate("1800000000")), 1800000000000);
}

void tst_BuildIdentity::timestampIsNow()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 timestamp = timestampIn(generate());
    QVERIFY2(timestamp >= before && timestamp <= QDateTime::currentMSecsSinceEpoch(),
             QByteArray::number(timestamp).constData());
}

void tst_BuildIdentity::leavesOutputUntouched()
{
    generate();
    QFile file(m_output);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QDateTime past = QDateTime::fromSecsSinceEpoch(1000000000);
    QVERIFY(file.setFileTime(past, QFileDevice::FileModificationTime));
    file.close();
    generate();
    QCOMPARE(QFileInfo(m_output).lastModified(), past);
    write(QStringLiteral("core/a.cpp"), "int changed;\n");
    generate();
    QVERIFY(QFileInfo(m_output).lastModified() > past);
}

void tst_BuildIdentity::keepsTimestampOfFirstBuild()
{
    const QByteArray first = generate();
    QCOMPARE(generate(), first);
    write(QStringLiteral("core/a.cpp"), "int changed;\n");
    QVERIFY(timestampIn(generate()) > timestampIn(first));
}

void tst_BuildIdentity::changesWithSources_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("changes");
    QTest::newRow("content") << "core/a.cpp" << QByteArray("int c;\n") << true;
    QTest::newRow("same content again") << "core/a.cpp" << QByteArray("int a;\n") << false;
    QTest::newRow("new file") << "daemon/main.cpp" << QByteArray() << true;
    QTest::newRow("same content, other name") << "core/c.cpp" << QByteArray("int a;\n") << true;
    QTest::newRow("build rules") << "core/CMakeLists.txt" << QByteArray("x") << true;
    QTest::newRow("tests") << "tests/t.cpp" << QByteArray("int t;\n") << false;
    QTest::newRow("documentation") << "core/notes.md" << QByteArray("x") << false;
    QTest::newRow("binary directory") << "core/out/moc_a.cpp" << QByteArray("int m;\n") << false;
    QTest::newRow("build directory") << "core/build/dev/x.cpp" << QByteArray("int m;\n") << false;
    QTest::newRow("named build directory") << "cli/build-asan/x.cpp" << QByteArray("int m;\n") << false;
    QTest::newRow("directory that only starts like it")
        << "core/builder/x.cpp" << QByteArray("int m;\n") << true;
}

void tst_BuildIdentity::changesWithSources()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(bool, changes);
    const QString before = idIn(generate());
    QCOMPARE(before.size(), 16);
    write(file, content);
    const QString after = idIn(generate());
    QCOMPARE(after.size(), 16);
    QCOMPARE(after != before, changes);
}

QTEST_GUILESS_MAIN(tst_BuildIdentity)
#include "tst_buildidentity.moc"
