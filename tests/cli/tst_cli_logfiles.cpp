#include "logs/logfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace DaemonRpc;
using namespace DaemonRpc::Cli;
using namespace Qt::StringLiterals;

class tst_cli_LogFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oldestFirst();
    void gapsEndTheList();
    void refuses_data();
    void refuses();
    void lastLines_data();
    void lastLines();
    void growsAndIsEmptied();
    void knowsItsFileByAnyName();

private:
    [[nodiscard]] QString path(const QString &name = u"log"_s) const { return m_directory->filePath(name); }

    void write(const QString &name, const QByteArray &data, QIODevice::OpenMode mode = {}) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | mode));
        QCOMPARE(file.write(data), data.size());
    }

    static QByteArray readAll(LogFileReader &file)
    {
        QByteArray all;
        for (QByteArray block = file.read(); !block.isEmpty(); block = file.read())
            all += block;
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void tst_cli_LogFiles::init() { m_directory = std::make_unique<QTemporaryDir>(); }

void tst_cli_LogFiles::oldestFirst()
{
    write(u"log"_s, "c\n");
    write(u"log.1"_s, "b\n");
    write(u"log.2"_s, "a\n");
    write(u"log.x"_s, "no\n");
    QByteArray all;
    for (LogFileReader &file : openLogFiles(path()))
        all += readAll(file);
    QCOMPARE(all, "a\nb\nc\n"_ba);
}

void tst_cli_LogFiles::gapsEndTheList()
{
    write(u"log.1"_s, "b\n");
    write(u"log.3"_s, "of another time\n");
    // The newest may be missing for a moment, while it is rotated.
    QCOMPARE(openLogFiles(path()).size(), 1U);
    QVERIFY(openLogFiles(path(u"none"_s)).empty());
}

void tst_cli_LogFiles::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing there") << u"nothing"_s << int(ErrorCode::NotRunning);
    QTest::newRow("link") << u"link"_s << -1;
    QTest::newRow("FIFO") << u"fifo"_s << int(ErrorCode::InvalidArgument);
    QTest::newRow("directory") << u"directory"_s << int(ErrorCode::InvalidArgument);
}

void tst_cli_LogFiles::refuses()
{
    QFETCH(const QString, what);
    QFETCH(const int, code);
    write(u"target"_s, "secret\n");
    if (what == u"link"_s)
        QVERIFY(QFile::link(path(u"target"_s), path()));
    else if (what == u"fifo"_s)
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
    else if (what == u"directory"_s)
        QVERIFY(QDir().mkdir(path()));
    const Result<LogFileReader> file = LogFileReader::open(path());
    QVERIFY(!file);
    if (code >= 0)
        QCOMPARE(int(file.error().code()), code);
    QVERIFY(file.error().message().contains(path()));
}

void tst_cli_LogFiles::lastLines_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<int>("found");
    QTest::newRow("none wanted") << "a\nb\n"_ba << 0 << ""_ba << 0;
    QTest::newRow("one") << "a\nb\n"_ba << 1 << "b\n"_ba << 1;
    QTest::newRow("exactly all") << "a\nb\n"_ba << 2 << "a\nb\n"_ba << 2;
    QTest::newRow("more than there are") << "a\nb\n"_ba << 9 << "a\nb\n"_ba << 2;
    QTest::newRow("unfinished last line") << "a\nb"_ba << 1 << "b"_ba << 1;
    QTest::newRow("only an unfinished line") << "b"_ba << 3 << "b"_ba << 1;
    QTest::newRow("empty lines") << "a\n\n\n"_ba << 2 << "\n\n"_ba << 2;
    QTest::newRow("empty file") << ""_ba << 2 << ""_ba << 0;
    const QByteArray wide = QByteArray(LogFileReader::blockBytes - 1, 'x') + '\n';
    QTest::newRow("a line feed at the end of a block") << wide + wide << 1 << wide << 1;
    QTest::newRow("over blocks") << "a\n" + wide.repeated(3) + "b\n" << 3 << wide.repeated(2) + "b\n" << 3;
}

void tst_cli_LogFiles::lastLines()
{
    QFETCH(const QByteArray, data);
    QFETCH(const int, lines);
    QFETCH(const QByteArray, rest);
    QFETCH(const int, found);
    write(u"log"_s, data);
    Result<LogFileReader> file = LogFileReader::open(path());
    QVERIFY(file);
    QCOMPARE(file->seekToLastLines(lines), found);
    QCOMPARE(readAll(*file), rest);
}

void tst_cli_LogFiles::growsAndIsEmptied()
{
    write(u"log"_s, "one\n");
    Result<LogFileReader> file = LogFileReader::open(path());
    QVERIFY(file);
    QCOMPARE(readAll(*file), "one\n"_ba);
    write(u"log"_s, "two\n", QIODevice::Append);
    QCOMPARE(readAll(*file), "two\n"_ba);
    write(u"log"_s, "new\n", QIODevice::Truncate);
    QCOMPARE(readAll(*file), "new\n"_ba);
}

void tst_cli_LogFiles::knowsItsFileByAnyName()
{
    write(u"log"_s, "one\n");
    const Result<LogFileReader> before = LogFileReader::open(path());
    QVERIFY(QFile::rename(path(), path(u"log.1"_s)));
    write(u"log"_s, "two\n");
    const Result<LogFileReader> renamed = LogFileReader::open(path(u"log.1"_s));
    const Result<LogFileReader> current = LogFileReader::open(path());
    QVERIFY(before && renamed && current);
    QVERIFY(before->isSameFileAs(*renamed));
    QVERIFY(!before->isSameFileAs(*current));
    QVERIFY(qAbs(current->modifiedMs() - QDateTime::currentMSecsSinceEpoch()) < 60000);
}

QTEST_GUILESS_MAIN(tst_cli_LogFiles)

#include "tst_cli_logfiles.moc"
