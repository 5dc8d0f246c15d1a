// Files that nobody should have written: each is a clear problem, soon and in little memory.
#include "configtesting.h"

#include <QElapsedTimer>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace ConfigTesting;
using namespace Qt::StringLiterals;

class tst_ConfigurationFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void hostileText_data();
    void hostileText();

    void hostileTextInAFile_data() { hostileText_data(); }

    void hostileTextInAFile();
    void memoryIsBounded_data();
    void memoryIsBounded();
    void hostileFile_data();
    void hostileFile();
    void sizeLimit();
    void strangersFile();

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
};

static QByteArray repeated(const char *text, qsizetype bytes)
{
    const QByteArray part(text);
    return part.repeated(bytes / part.size());
}

static constexpr qsizetype mebibyte = 1024 * 1024;

void tst_ConfigurationFile::hostileText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    const QString marks = u": more than 50000 brackets, commas, colons and quotes"_s;
    const QString deep = u": lists and maps are nested more than 16 deep"_s;
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\x01\0\0\0",
                                          10)
                            << u"1:1: the file is not text: control character 0x7f"_s;
    QTest::newRow("NUL") << QByteArray("workers:\n  count: \0 5\n", 22)
                         << u"2:10: the file is not text: control character 0x00"_s;
    QTest::newRow("escape") << QByteArray("workers: \x1b[2J\n")
                            << u"1:10: the file is not text: control character 0x1b"_s;
    QTest::newRow("end of transmission") << QByteArray("workers: {count: 5}\n\x04\nx: 1\n")
                                         << u"2:1: the file is not text: control character 0x04"_s;
    QTest::newRow("Latin-1") << QByteArray("daemon:\n  user: m\xfcller\n")
                             << u"2:10: the file is not UTF-8 text: byte 0xfc"_s;
    QTest::newRow("surrogate") << QByteArray("a: \xed\xa0\x80\n")
                               << u"1:4: the file is not UTF-8 text: byte 0xed"_s;
    QTest::newRow("overlong") << QByteArray("a: \xc0\xaf\n")
                              << u"1:4: the file is not UTF-8 text: byte 0xc0"_s;
    QTest::newRow("cut character") << QByteArray("a: \xe2\x82")
                                   << u"1:4: the file is not UTF-8 text: byte 0xe2"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                          "a\0",
                                          4)
                            << u"1:1: the file is not UTF-8 text: byte 0xff"_s;
    QTest::newRow("brackets") << repeated("[", mebibyte) << u"1:50001"_s + marks;
    QTest::newRow("brackets by line") << repeated("[\n", mebibyte) << u"50001:1"_s + marks;
    QTest::newRow("braces") << repeated("{a: ", mebibyte) << u"1:100001"_s + marks;
    QTest::newRow("dashes") << repeated("- ", mebibyte) << u"1:33"_s + deep;
    QTest::newRow("100,000 dashes") << repeated("- ", 200000) << u"1:33"_s + deep;
    QTest::newRow("question marks") << repeated("? ", 20000) << u"1:33"_s + deep;
    QTest::newRow("brackets within the marks") << repeated("[", 50000) << u"1:9"_s + deep;
    QTest::newRow("braces within the marks") << repeated("{a: ", 50000) << u"1:61"_s + deep;
    QTest::newRow("values") << "a: [" + repeated("x, ", 90000) + ']' << u"1:59996: more than 20000 values"_s;
    QTest::newRow("anchor") << QByteArray("workers: &w {count: 5}\n")
                            << u"1:10: anchors and aliases are not supported: \"&w\""_s;
    QTest::newRow("alias") << QByteArray("workers: *w\n") << u"1:10: "_s;
    QTest::newRow("billion laughs") << QByteArray("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n")
                                    << u"1:4: anchors and aliases are not supported"_s;
    QTest::newRow("tag") << QByteArray("workers: {count: !!int 5}\n")
                         << u"1:18: tags are not supported: \"tag:yaml.org,2002:int\""_s;
    QTest::newRow("own tag") << QByteArray("workers: !x {count: 5}\n")
                             << u"1:10: tags are not supported: \"!x\""_s;
    QTest::newRow("key twice") << QByteArray("workers: {count: 5}\nlimits: {}\nworkers: {}\n")
                               << u"3:1: \"workers\" is given twice, first at 1:1; remove one"_s;
    QTest::newRow("key twice in a flow") << QByteArray("workers: {count: 5, count: 5}\n")
                                         << u"1:21: \"count\" is given twice, first at 1:11"_s;
    QTest::newRow("list as a key") << QByteArray("[a, b]: 5\n") << u"1:1: expected a name before the colon"_s;
    QTest::newRow("null as a key") << QByteArray("~: 5\n") << u"1:1: expected a name before the colon"_s;
    QTest::newRow("second document") << QByteArray("workers: {}\n---\nlimits: {}\n")
                                     << u"2:1: a second document begins"_s;
    QTest::newRow("tab") << QByteArray("workers:\n\tcount: 5\n")
                         << u"2:7: this is not YAML: illegal map value; indent with blanks"_s;
    QTest::newRow("unclosed") << QByteArray("workers: {count: 5\n") << u"2:1: this is not YAML: "_s;
    const QString endless = u": this is not YAML: the quotation never ends"_s;
    QTest::newRow("unclosed quote") << QByteArray("daemon:\n  user: \"x\n  group: y\n") << u"2:9"_s + endless;
    QTest::newRow("unclosed after an escape")
        << QByteArray("daemon:\n  user: \"x\\\"\n") << u"2:9"_s + endless;
    QTest::newRow("unclosed single quote")
        << QByteArray("daemon: {user: 'a'}\nlimits: 'it''s\n") << u"2:9"_s + endless;
    QTest::newRow("a script") << QByteArray("#!/bin/sh\nexec true\n") << u"2:1: expected sections"_s;
    QTest::newRow("merge key") << QByteArray("workers: {<<: 5}\n") << u"1:11: unknown key \"<<\""_s;
    QTest::newRow("long line") << repeated("a", mebibyte) << u"1:1: expected sections"_s;
    QTest::newRow("long key") << repeated("a", mebibyte - 10) + ": 5" << u"1:"_s;
    QTest::newRow("scalars in a row") << repeated("\"a\" ", 40000) << u"1:5: a second document begins"_s;
}

void tst_ConfigurationFile::hostileText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, problem);
    ConfigurationLoader loader{ConfigurationSources()};
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!loader.loadText(text, u"f"_s));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed()))); // sanitizers, other load
    const QString line = linesOf(loader.diagnostics()).constFirst();
    QVERIFY2(line.startsWith(u"f:"_s + problem), qPrintable(line));
    QVERIFY(line.size() < 500);
}

void tst_ConfigurationFile::hostileTextInAFile()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, problem);
    ConfigurationSources sources;
    sources.file = m_temporary->filePath(u"f"_s);
    writeFile(sources.file, text);
    ConfigurationLoader loader(sources);
    QVERIFY(!loader.load());
    const QString line = linesOf(loader.diagnostics()).constFirst();
    QVERIFY2(line.startsWith(sources.file + u':' + problem), qPrintable(line));
}

void tst_ConfigurationFile::memoryIsBounded_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"[", "[a,", "{a,", "[? ", "[\"\"", "[&a ", "[:,", "{a: "}) {
        QTest::addRow("%s to the limit", text) << repeated(text, 49998);
        QTest::addRow("%s past it", text) << repeated(text, mebibyte);
    }
}

// In a process of its own with a small stack and little memory: neither runs out.
void tst_ConfigurationFile::memoryIsBounded()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer reserves address space of its own");
#endif
    QFETCH(const QByteArray, text);
    const pid_t child = ::fork();
    if (child == 0) {
        QFile status(u"/proc/self/statm"_s);
        const qint64 pages =
            status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').constFirst().toLongLong() : 0;
        const rlim_t memory = static_cast<rlim_t>(pages * ::sysconf(_SC_PAGESIZE) + 40 * mebibyte);

        const struct rlimit memoryLimit
        {
            memory, memory
        };

        const struct rlimit stackLimit
        {
            256 * 1024, 256 * 1024
        };

        if (::setrlimit(RLIMIT_AS, &memoryLimit) != 0 || ::setrlimit(RLIMIT_STACK, &stackLimit) != 0)
            ::_exit(2);
        ConfigurationLoader loader{ConfigurationSources()};
        ::_exit(loader.loadText(text, u"f"_s) ? 1 : 0);
    }
    QVERIFY(child > 0);
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

void tst_ConfigurationFile::hostileFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("problem");
    QTest::newRow("directory") << u"directory"_s << u"this is a directory; name a file"_s;
    QTest::newRow("FIFO") << u"fifo"_s << u"this is not a regular file"_s;
    QTest::newRow("device") << u"/dev/zero"_s << u"this is not a regular file"_s;
    QTest::newRow("unreadable") << u"unreadable"_s << u"cannot open the file: Permission denied"_s;
    QTest::newRow("open to everybody") << u"open"_s << u"everybody may write to the file"_s;
    QTest::newRow("link in a circle")
        << u"circle"_s << u"cannot open the file: Too many levels of symbolic links"_s;
    QTest::newRow("endless") << u"/proc/self/mem"_s << u"cannot read the file: "_s;
}

void tst_ConfigurationFile::hostileFile()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, problem);
    if (kind == u"unreadable" && ::geteuid() == 0)
        QSKIP("root reads everything");
    ConfigurationSources sources;
    sources.file = kind.startsWith(u'/') ? kind : m_temporary->filePath(kind);
    const QByteArray path = QFile::encodeName(sources.file);
    if (kind == u"directory")
        QCOMPARE(::mkdir(path, 0700), 0);
    if (kind == u"fifo")
        QCOMPARE(::mkfifo(path, 0600), 0);
    if (kind == u"unreadable" || kind == u"open") {
        writeFile(sources.file, "workers: {count: 5}\n");
        QCOMPARE(::chmod(path, kind == u"open" ? 0666 : 0), 0);
    }
    if (kind == u"circle")
        QCOMPARE(::symlink(path, path), 0);
    ConfigurationLoader loader(sources);
    QVERIFY(!loader.load());
    const QString line = linesOf(loader.diagnostics()).constFirst();
    QVERIFY2(line.startsWith(sources.file + u": "_s + problem), qPrintable(line));
}

void tst_ConfigurationFile::sizeLimit()
{
    ConfigurationSources sources;
    sources.file = m_temporary->filePath(u"f"_s);
    const QByteArray text = "workers: {count: 5}\n#";
    writeFile(sources.file, text + QByteArray(mebibyte - text.size(), 'x'));
    const auto largest = ConfigurationLoader(sources).load();
    QVERIFY2(largest, reason(largest));
    QCOMPARE(largest->configuration.workers.count, 5);
    // One more byte; and a file that would take hours to read.
    for (const qint64 size : {qint64(mebibyte) + 1, qint64(1) << 40}) {
        QVERIFY(QFile::resize(sources.file, size));
        const auto refused = ConfigurationLoader(sources).load();
        QVERIFY(!refused);
        QVERIFY2(refused.error().message().contains(u"larger than 1048576 bytes"_s), reason(refused));
    }
}

// Root would run what another user wrote, when it finds it by a HOME that is not its own.
void tst_ConfigurationFile::strangersFile()
{
    if (::geteuid() != 0)
        QSKIP("only root can make a file of somebody else");
    const QString path = m_temporary->filePath(u"f"_s);
    writeFile(path, "workers: {count: 5}\n");
    QCOMPARE(::chown(QFile::encodeName(path), 65534, 65534), 0);
    ConfigurationSources found;
    found.userFile = path;
    const auto refused = ConfigurationLoader(found).load();
    QVERIFY(!refused);
    QVERIFY2(refused.error().message().contains(u"belongs to user 65534"_s), reason(refused));
    ConfigurationSources named;
    named.file = path;
    QVERIFY(ConfigurationLoader(named).load());
}

QTEST_GUILESS_MAIN(tst_ConfigurationFile)
#include "tst_configurationfile.moc"
