#include <daemonrpc/handler/process/programsearch_p.h>

#include <QTest>

using namespace DaemonRpc;

class tst_ProgramSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void candidates_data();
    void candidates();
};

void tst_ProgramSearch::candidates_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QByteArrayList>("environment");
    QTest::addColumn<QByteArrayList>("expected");
    const QByteArrayList path{"HOME=/x", "PATH=/a:/b"};
    QTest::newRow("name") << QByteArray("ls") << path << QByteArrayList{"/a/ls", "/b/ls"};
    QTest::newRow("absolute") << QByteArray("/bin/ls") << path << QByteArrayList{"/bin/ls"};
    QTest::newRow("relative with a slash") << QByteArray("./ls") << path << QByteArrayList{"./ls"};
    QTest::newRow("slash at the end") << QByteArray("ls/") << path << QByteArrayList{"ls/"};
    QTest::newRow("empty name") << QByteArray() << path << QByteArrayList{QByteArray()};
    QTest::newRow("empty entries are the working directory")
        << QByteArray("ls") << QByteArrayList{"PATH=:/a::"}
        << QByteArrayList{"./ls", "/a/ls", "./ls", "./ls"};
    QTest::newRow("empty PATH") << QByteArray("ls") << QByteArrayList{"PATH="} << QByteArrayList{"./ls"};
    QTest::newRow("no PATH") << QByteArray("ls") << QByteArrayList{"XPATH=/a"}
                             << QByteArrayList{"/usr/local/bin/ls", "/usr/bin/ls", "/bin/ls"};
    QTest::newRow("the first PATH counts")
        << QByteArray("ls") << QByteArrayList{"PATH=/a", "PATH=/b"} << QByteArrayList{"/a/ls"};
    QTest::newRow("bytes") << QByteArray("\xff\x01") << QByteArrayList{"PATH=/\xfe"}
                           << QByteArrayList{"/\xfe/\xff\x01"};
}

void tst_ProgramSearch::candidates()
{
    QFETCH(const QByteArray, program);
    QFETCH(const QByteArrayList, environment);
    QFETCH(const QByteArrayList, expected);
    ProcessSpec spec;
    spec.program = program;
    spec.environment = environment;
    QCOMPARE(programCandidates(spec), expected);
}

QTEST_GUILESS_MAIN(tst_ProgramSearch)
#include "tst_programsearch.moc"
