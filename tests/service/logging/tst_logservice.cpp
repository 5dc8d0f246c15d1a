#include <daemonrpc/base/filedescriptor.h>
#include <daemonrpc/base/logscope.h>
#include <daemonrpc/service/logging/logservice.h>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstring>
#include <ctime>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcRoom, "daemonrpc.room", QtWarningMsg)
Q_LOGGING_CATEGORY(lcRequest, "daemonrpc.request", QtWarningMsg)
Q_LOGGING_CATEGORY(lcOther, "daemonrpc.other", QtWarningMsg)

class tst_LogService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lines();
    void jsonLines();
    void scopes();
    void hugeMessage();
    void nothingForgesALine();
    void levels();
    void tracing();
    void toggleDebug();
    void categoriesBornLater();
    void applyErrors();
    void fileCannotBeOpened();
    void rotation();
    void reloadMovesTheLog();
    void journalAndSyslog();
    void standardErrorIsNotDoubledInTheJournal();
    void lostLinesAreCountedAndReported();
    void lostLinesAreReportedAfterAReload();
    void putsEverythingBack();
    void manyThreads();
    void levelsChangeWhileThreadsLog();
    void isCheapEnough();

private:
    [[nodiscard]] QString path(const QString &name = u"log"_s) const { return m_directory->filePath(name); }

    [[nodiscard]] QByteArray log(const QString &name = u"log"_s) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
    }

    Result<void> apply() { return m_service->apply(m_logging, m_targets); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<LogService> m_service;
    ServiceConfiguration::Logging m_logging;
    LogTargets m_targets;
};

void tst_LogService::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_logging = {};
    m_targets = {};
    m_targets.defaultFile = path();
    m_service = std::make_unique<LogService>();
    m_service->install();
    QVERIFY(apply());
}

void tst_LogService::cleanup() { m_service.reset(); }

void tst_LogService::lines()
{
    qCInfo(lcRoom) << "hello" << 3;
    qWarning("plain");
    static const QRegularExpression expected(
        QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info daemonrpc\.room %1 %2: hello 3\n)"
                       R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z warning default %1 %2: plain\n$)")
            .arg(::getpid())
            .arg(::gettid()));
    QVERIFY2(expected.match(QString::fromUtf8(log())).hasMatch(), log());
    QCOMPARE(m_service->filePath(), path());
    QCOMPARE(m_service->droppedLines(), 0U);
}

void tst_LogService::jsonLines()
{
    m_logging.format = ServiceConfiguration::LogFormat::Json;
    QVERIFY(apply());
    qCInfo(lcRoom).noquote() << u"a\"\n\u202eb"_s;
    const QByteArray line = log();
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(!line.contains("\u202e"));
    QCOMPARE(QJsonDocument::fromJson(line).object()[u"message"].toString(), u"a\"\n\u202eb"_s);
}

void tst_LogService::scopes()
{
    {
        const LogScope connection(0, PeerCredentials{99, 1000, 1000});
        qCInfo(lcRoom) << "one";
        {
            const LogScope request(12);
            qCInfo(lcRoom) << "two";
        }
    }
    qCInfo(lcRoom) << "three";
    const QList<QByteArray> lines = log().split('\n');
    QVERIFY2(lines[0].endsWith(" [peer uid 1000 pid 99]: one"), lines[0]);
    QVERIFY2(lines[1].endsWith(" [request 12] [peer uid 1000 pid 99]: two"), lines[1]);
    QVERIFY2(!lines[2].contains('['), lines[2]);
}

void tst_LogService::hugeMessage()
{
    const QString huge(4 * 1024 * 1024, u'\n');
    qCInfo(lcRoom).noquote() << huge;
    qCInfo(lcRoom).noquote() << QString(4 * 1024 * 1024, u'x');
    const QList<QByteArray> lines = log().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith(": " + QByteArray("\\n").repeated(8192) + "… (4186112 bytes more)"));
    QVERIFY(lines[1].endsWith(": " + QByteArray(8192, 'x') + "… (4186112 bytes more)"));
    QCOMPARE(m_service->recent(1)[0].message.size(), 8192);
    QCOMPARE(m_service->recent(1)[0].omittedBytes, 4 * 1024 * 1024 - 8192);
}

void tst_LogService::nothingForgesALine()
{
    qCInfo(lcRoom) << "innocent";
    const QByteArray real = log();
    // A peer that knows our format sends a whole line of it, every way it can.
    for (const char *lineEnd : {"\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u0085", "\u2028", "\u2029",
                                "\x1b"
                                "E"})
        qCWarning(lcRoom).noquote() << QString::fromUtf8(QByteArray("x") + lineEnd + real + lineEnd);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QCOMPARE(text.count(u'\n'), 11);
    int innocent = 0;
    static const QRegularExpression anyLineEnd(u"[\\n\\r\\x0b\\x0c\\x1b\\x{85}\\x{2028}\\x{2029}]"_s);
    for (const QString &line : text.split(anyLineEnd))
        innocent += line.contains(u" info daemonrpc.room "_s) && line.startsWith(u"20"_s) &&
                            !line.contains(u" warning "_s)
                        ? 1
                        : 0;
    QCOMPARE(innocent, 1);
}

void tst_LogService::levels()
{
    m_logging.level = u"warning"_s;
    m_logging.categories = {{u"room"_s, u"debug"_s}};
    QVERIFY(apply());
    QCOMPARE(m_service->levels(),
             (QMap<QString, QString>{{u"all"_s, u"warning"_s}, {u"room"_s, u"debug"_s}}));
    qCDebug(lcRoom) << "room at debug";
    qCInfo(lcOther) << "other at info";
    qCWarning(lcOther) << "other at warning";
    QVERIFY(m_service->setLevel(u"daemonrpc.other"_s, u"info"_s));
    QVERIFY(m_service->setLevel(u"room"_s, u"error"_s));
    qCInfo(lcOther) << "other is heard";
    qCWarning(lcRoom) << "room is not";
    QVERIFY(m_service->setLevel(u"all"_s, u"error"_s));
    qCWarning(lcOther) << "nobody is";
    qCCritical(lcOther) << "but errors";
    QStringList messages;
    for (const LogRecord &record : m_service->recent(100))
        messages.append(record.message);
    QCOMPARE(messages,
             (QStringList{u"room at debug"_s, u"other at warning"_s, u"other is heard"_s, u"but errors"_s}));
    QVERIFY(apply()); // a reload forgets what was set at run time
    QVERIFY(lcRoom().isDebugEnabled());
    QVERIFY(!m_service->setLevel(u"room"_s, u"loud"_s));
}

void tst_LogService::tracing()
{
    qCDebug(lcRequest) << "no";
    m_logging.traceRequests = true;
    QVERIFY(apply());
    qCDebug(lcRequest) << "traced";
    qCDebug(lcRoom) << "no";
    QCOMPARE(log().count('\n'), 1);
    QVERIFY(log().contains(" debug daemonrpc.request "));
}

void tst_LogService::toggleDebug()
{
    QVERIFY(!lcRoom().isDebugEnabled());
    QVERIFY(m_service->toggleDebug());
    QVERIFY(lcRoom().isDebugEnabled());
    QVERIFY(!m_service->toggleDebug());
    QVERIFY(!lcRoom().isDebugEnabled());
    QVERIFY(lcRoom().isInfoEnabled());
}

void tst_LogService::categoriesBornLater()
{
    QVERIFY(m_service->setLevel(u"late"_s, u"debug"_s));
    const QLoggingCategory late("daemonrpc.late", QtWarningMsg);
    const QLoggingCategory other("daemonrpc.lateother", QtWarningMsg);
    QVERIFY(late.isDebugEnabled());
    QVERIFY(!other.isDebugEnabled());
    QVERIFY(other.isInfoEnabled());
}

void tst_LogService::applyErrors()
{
    m_logging.level = u"loud"_s;
    m_targets.defaultFile = path(u"never"_s);
    const Result<void> general = apply();
    QVERIFY(!general);
    QCOMPARE(general.error().code(), ErrorCode::InvalidArgument);
    m_logging.level = u"info"_s;
    m_logging.categories = {{u"room"_s, u"silent"_s}};
    const Result<void> category = apply();
    QVERIFY(!category);
    QVERIFY(category.error().toString().contains(u"logging.categories.room"_s));
    qCInfo(lcRoom) << "the old one is in effect";
    QVERIFY(log().contains("in effect"));
    QVERIFY(!QFile::exists(path(u"never"_s)));
}

void tst_LogService::fileCannotBeOpened()
{
    m_logging.file = path(u"missing/log"_s);
    m_logging.level = u"debug"_s;
    const Result<void> opened = apply();
    QVERIFY(!opened);
    QVERIFY(opened.error().message().contains(m_logging.file));
    QVERIFY(lcRoom().isDebugEnabled()); // the rest is in effect
    qCInfo(lcRoom) << "lost";
    QCOMPARE(m_service->droppedLines(), 1U);
    QVERIFY(QDir(m_directory->path()).mkdir(u"missing"_s));
    QVERIFY(QTest::qWaitFor([this] {
        qCInfo(lcRoom) << "again";
        return log(u"missing/log"_s).contains("again");
    }));
}

void tst_LogService::rotation()
{
    m_logging.maxSizeMb = 1;
    m_logging.maxFiles = 2;
    QVERIFY(apply());
    const QString line(1000, u'x');
    for (int i = 0; i < 2500; ++i)
        qCInfo(lcRoom).noquote() << i << line;
    const QStringList names = QDir(m_directory->path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names, (QStringList{u"log"_s, u"log.1"_s}));
    const QByteArray old = log(u"log.1"_s);
    QVERIFY(old.size() <= 1024 * 1024 && old.size() > 1024 * 1024 - 1200);
    QVERIFY(log().contains(": 2499 x"));
}

void tst_LogService::reloadMovesTheLog()
{
    qCInfo(lcRoom) << "here";
    m_logging.file = path(u"elsewhere"_s);
    QVERIFY(apply());
    qCInfo(lcRoom) << "there";
    QVERIFY(log().contains("here") && !log().contains("there"));
    QVERIFY(log(u"elsewhere"_s).contains("there"));
}

void tst_LogService::journalAndSyslog()
{
    const auto bound = [this](const QString &name) {
        FileDescriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray file = QFile::encodeName(path(name));
        std::memcpy(address.sun_path, file.constData(), static_cast<size_t>(file.size()));
        return ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
                   ? std::move(socket)
                   : FileDescriptor();
    };
    const auto take = [](const FileDescriptor &socket) {
        QByteArray bytes(65536, Qt::Uninitialized);
        const ssize_t n = ::recv(socket.get(), bytes.data(), static_cast<size_t>(bytes.size()), 0);
        return bytes.first(qMax<ssize_t>(0, n));
    };
    const FileDescriptor journal = bound(u"journal"_s);
    const FileDescriptor syslog = bound(u"syslog"_s);
    QVERIFY(journal.isValid() && syslog.isValid());
    m_targets.journalSocket = path(u"journal"_s);
    m_targets.syslogSocket = path(u"syslog"_s);
    m_targets.identifier = u"tool"_s;
    m_logging.journal = m_logging.syslog = true;
    QVERIFY(apply());
    {
        const LogScope scope(5);
        qCWarning(lcRoom) << "careful";
    }
    const QByteArray entry = take(journal);
    QVERIFY2(entry.startsWith("PRIORITY=4\nSYSLOG_IDENTIFIER=tool\n"), entry);
    QVERIFY2(entry.contains("\nDAEMON_RPC_REQUEST_ID=5\n") && entry.endsWith("\nMESSAGE=careful\n"), entry);
    const QByteArray datagram = take(syslog);
    QVERIFY2(datagram.startsWith("<28>"), datagram);
    QVERIFY2(datagram.endsWith(" daemonrpc.room [request 5]: careful"), datagram);
    QVERIFY(log().contains("careful"));
}

void tst_LogService::standardErrorIsNotDoubledInTheJournal()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    const FileDescriptor reader(ends[0]);
    const FileDescriptor writer(ends[1]);
    const FileDescriptor saved(::dup(STDERR_FILENO));
    ::dup2(writer.get(), STDERR_FILENO);
    const auto take = [&reader] {
        QByteArray bytes(65536, Qt::Uninitialized);
        const ssize_t n = ::read(reader.get(), bytes.data(), static_cast<size_t>(bytes.size()));
        return bytes.first(qMax<ssize_t>(0, n));
    };
    m_targets.standardError = true;
    m_targets.journalSocket = path(u"none"_s);
    m_logging.journal = true;
    struct stat status = {};
    ::fstat(STDERR_FILENO, &status);
    // As systemd sets it when standard error is the journal.
    qputenv("JOURNAL_STREAM",
            QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino)));
    const bool isApplied = apply().has_value();
    qCInfo(lcRoom) << "once";
    const QByteArray inJournal = take();
    qunsetenv("JOURNAL_STREAM");
    const bool isAppliedAgain = apply().has_value();
    qCInfo(lcRoom) << "twice";
    const QByteArray elsewhere = take();
    ::dup2(saved.get(), STDERR_FILENO);
    QVERIFY(isApplied && isAppliedAgain);
    QCOMPARE(inJournal, QByteArray());
    QVERIFY2(elsewhere.endsWith(": twice\n"), elsewhere);
}

void tst_LogService::lostLinesAreCountedAndReported()
{
    m_logging.file = path(u"logs/log"_s);
    QVERIFY(QDir(m_directory->path()).mkdir(u"logs"_s));
    QVERIFY(apply());
    qCInfo(lcRoom) << "before";
    QVERIFY(QDir(path(u"logs"_s)).removeRecursively());
    for (int i = 0; i < 7; ++i)
        qCInfo(lcRoom) << "lost";
    QCOMPARE(m_service->droppedLines(), 7U);
    QCOMPARE(m_service->recent(100).size(), 8); // asked over Rpc they are still there
    QVERIFY(QDir(m_directory->path()).mkdir(u"logs"_s));
    QVERIFY(QTest::qWaitFor([this] {
        qCInfo(lcRoom) << "after";
        return log(u"logs/log"_s).contains("after");
    }));
    const QByteArray expected =
        ": " + QByteArray::number(m_service->droppedLines()) + " lines of the log were lost here\n";
    QVERIFY2(log(u"logs/log"_s).contains(" warning daemonrpc.service "), log(u"logs/log"_s));
    QVERIFY2(log(u"logs/log"_s).contains(expected), log(u"logs/log"_s));
    qCInfo(lcRoom) << "and on";
    QCOMPARE(log(u"logs/log"_s).count("lost"), 1);
}

void tst_LogService::lostLinesAreReportedAfterAReload()
{
    m_logging.file = path(u"missing/log"_s);
    QVERIFY(!apply());
    qCInfo(lcRoom) << "lost";
    m_logging.file.clear();
    QVERIFY(apply());
    QVERIFY(log().contains(": 1 lines of the log were lost before this\n"));
    QCOMPARE(m_service->droppedLines(), 1U);
}

static int ownHandlerCalls = 0;

static void ownHandler(QtMsgType, const QMessageLogContext &, const QString &) { ++ownHandlerCalls; }

void tst_LogService::putsEverythingBack()
{
    m_service.reset();
    const QtMessageHandler before = qInstallMessageHandler(&ownHandler);
    {
        LogService service;
        service.install();
        QVERIFY(service.apply(m_logging, m_targets));
        QVERIFY(lcRoom().isInfoEnabled());
        qCInfo(lcRoom) << "ours";
        QCOMPARE(ownHandlerCalls, 0);
    }
    QVERIFY(!lcRoom().isInfoEnabled()); // an embedder hears warnings only
    qCWarning(lcRoom) << "theirs";
    QVERIFY(qInstallMessageHandler(before) == &ownHandler);
    QCOMPARE(ownHandlerCalls, 1);
    QVERIFY(log().contains("ours") && !log().contains("theirs"));
}

void tst_LogService::manyThreads()
{
    m_logging.maxSizeMb = 1;
    m_logging.maxFiles = 100;
    QVERIFY(apply());
    constexpr int threadCount = 8;
    constexpr int lineCount = 2000;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < threadCount; ++thread) {
        threads.emplace_back([thread] {
            const LogScope scope(static_cast<quint64>(thread) + 1);
            for (int i = 0; i < lineCount; ++i)
                qCInfo(lcRoom).noquote() << "thread" << thread << "line" << i << QString(100, u'x');
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    // Whole, each in the order of its thread, with the request of its thread.
    QByteArray all;
    for (int i = 99; i >= 1; --i) {
        if (QFile::exists(path(u"log.%1"_s.arg(i))))
            all += log(u"log.%1"_s.arg(i));
    }
    all += log();
    std::vector<int> next(threadCount, 0);
    for (const QByteArray &line : all.split('\n')) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> words = line.mid(line.indexOf(": ") + 2).split(' ');
        QVERIFY2(words.size() == 5 && words[4].size() == 100, line);
        const int thread = words[1].toInt();
        QVERIFY2(line.contains("[request " + QByteArray::number(thread + 1) + "]: "), line);
        QCOMPARE(words[3].toInt(), next.at(static_cast<size_t>(thread))++);
    }
    for (const int count : next)
        QCOMPARE(count, lineCount);
    QCOMPARE(m_service->droppedLines(), 0U);
    QCOMPARE(m_service->recent(5000).size(), LogService::maxRecentLines);
}

void tst_LogService::levelsChangeWhileThreadsLog()
{
    std::atomic<bool> isOver = false;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&isOver] {
            while (!isOver) {
                qCDebug(lcRoom) << "x";
                const QLoggingCategory late("daemonrpc.thread");
                qCInfo(late) << "y";
            }
        });
    }
    for (int i = 0; i < 200; ++i) {
        QVERIFY(m_service->setLevel(u"room"_s, i % 2 == 0 ? u"debug"_s : u"error"_s));
        m_service->toggleDebug();
        if (i % 20 == 0)
            QVERIFY(apply());
        QVERIFY(m_service->recent(10).size() <= 10);
    }
    m_service.reset(); // while they log
    isOver = true;
    for (std::thread &thread : threads)
        thread.join();
}

// Processor time, which other processes do not lengthen; the figures are in the benchmarks.
void tst_LogService::isCheapEnough()
{
    constexpr int count = 20000;
    const LogScope scope(12, PeerCredentials{99, 1000, 1000});
    const auto microsecondsPerLine = [](auto statement) {
        const std::clock_t begin = std::clock();
        for (int i = 0; i < count; ++i)
            statement(i);
        return double(std::clock() - begin) * 1e6 / CLOCKS_PER_SEC / count;
    };
    const double text = microsecondsPerLine([](int i) {
        qCInfo(lcRoom).noquote() << "echo ended with exit code" << 0 << "after" << i << "ms,"
                                 << "1234 bytes";
    });
    const double disabled = microsecondsPerLine([](int i) { qCDebug(lcRoom) << "x" << i; });
    QVERIFY2(text < 500,
             QByteArray::number(text)); // about 4, and up to a hundred times that with a sanitizer
    QVERIFY2(disabled < 5, QByteArray::number(disabled));
}

QTEST_GUILESS_MAIN(tst_LogService)

#include "tst_logservice.moc"
