#include <daemonrpc/instance/tokenfile.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class TestTokenFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTokensThatDiffer();
    void overwritesNothing();
    void readsAToken_data();
    void readsAToken();
    void refuses_data();
    void refuses();
    void refusesAnothersFile();
    void compares_data();
    void compares();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

    [[nodiscard]] QString write(const QByteArray &content, mode_t mode = 0600) const
    {
        const QString file = path(u"token"_s);
        QFile::remove(file);
        QFile device(file);
        if (!device.open(QIODevice::WriteOnly) || device.write(content) != content.size())
            return {};
        device.close();
        return ::chmod(QFile::encodeName(file).constData(), mode) == 0 ? file : QString();
    }

    QTemporaryDir m_directory;
};

void TestTokenFile::makesTokensThatDiffer()
{
    const mode_t before = ::umask(0);
    const Result<void> made = TokenFile::create(path(u"a"_s));
    ::umask(before);
    QVERIFY(made);
    QVERIFY(TokenFile::create(path(u"b"_s)));
    const Result<QByteArray> a = TokenFile::read(path(u"a"_s));
    const Result<QByteArray> b = TokenFile::read(path(u"b"_s));
    QVERIFY(a && b);
    QCOMPARE(a->size(), qsizetype(64));
    QCOMPARE(QByteArray::fromHex(*a).size(), qsizetype(32));
    QVERIFY(*a != *b);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(path(u"a"_s)).constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0600));
}

void TestTokenFile::overwritesNothing()
{
    const QString file = write("a token that is there");
    const Result<void> made = TokenFile::create(file);
    QVERIFY(!made);
    QCOMPARE(made.error().code(), ErrorCode::InvalidArgument);
    QVERIFY(made.error().message().contains(u"exists already"));
    QFile device(file);
    QVERIFY(device.open(QIODevice::ReadOnly));
    QCOMPARE(device.readAll(), QByteArray("a token that is there"));
}

void TestTokenFile::readsAToken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("token");
    const QByteArray shortest(16, 's');
    const QByteArray longest(256, 'l');
    QTest::newRow("shortest") << shortest << shortest;
    QTest::newRow("longest, with a line end") << longest + '\n' << longest;
    QTest::newRow("blanks around it") << "  " + shortest + "\r\n" << shortest;
}

void TestTokenFile::readsAToken()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, token);
    const Result<QByteArray> read = TokenFile::read(write(content, 0400));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
    QCOMPARE(*read, token);
}

void TestTokenFile::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("mode");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    const QByteArray good(32, 'g');
    QTest::newRow("empty") << QByteArray() << 0600 << ErrorCode::InvalidArgument << u"holds no token"_s;
    QTest::newRow("too short") << QByteArray(15, 's') << 0600 << ErrorCode::InvalidArgument << u"16 to 256"_s;
    QTest::newRow("too long") << QByteArray(257, 'l') << 0600 << ErrorCode::InvalidArgument << u"16 to 256"_s;
    QTest::newRow("huge") << QByteArray(100'000, 'l') << 0600 << ErrorCode::InvalidArgument << u"16 to 256"_s;
    QTest::newRow("two words") << good + ' ' + good << 0600 << ErrorCode::InvalidArgument << u"one line"_s;
    QTest::newRow("two lines") << good + '\n' + good << 0600 << ErrorCode::InvalidArgument << u"one line"_s;
    QTest::newRow("for the group") << good << 0640 << ErrorCode::UnsafeDirectory << u"run chmod 600"_s;
    QTest::newRow("for all") << good << 0604 << ErrorCode::UnsafeDirectory << u"run chmod 600"_s;
}

void TestTokenFile::refuses()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, mode);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, message);
    const Result<QByteArray> read = TokenFile::read(write(content, static_cast<mode_t>(mode)));
    QVERIFY(!read);
    QCOMPARE(read.error().code(), code);
    QVERIFY2(read.error().message().contains(message), qPrintable(read.error().message()));
    QVERIFY(!read.error().message().contains(u"gggg")); // the token is nobody's business
}

void TestTokenFile::refusesAnothersFile()
{
    QCOMPARE(TokenFile::read(path(u"absent"_s)).error().code(), ErrorCode::NotRunning); // as for any file
    QVERIFY(QFile::link(write(QByteArray(32, 'g')), path(u"link"_s)));
    QCOMPARE(TokenFile::read(path(u"link"_s)).error().code(), ErrorCode::UnsafeDirectory);
    QCOMPARE(TokenFile::read(m_directory.path()).error().code(), ErrorCode::UnsafeDirectory);
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"fifo"_s)).constData(), 0600), 0);
    QCOMPARE(TokenFile::read(path(u"fifo"_s)).error().code(), ErrorCode::UnsafeDirectory);
    if (::geteuid() != 0)
        QSKIP("needs root, to give a file away");
    const QString file = write(QByteArray(32, 'g'));
    QCOMPARE(::chown(QFile::encodeName(file).constData(), 65534, 65534), 0);
    QVERIFY(TokenFile::read(file).error().message().contains(u"belongs to user 65534"));
}

void TestTokenFile::compares_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("presented");
    QTest::addColumn<bool>("isEqual");
    QTest::newRow("equal") << QByteArray("abcd") << QByteArray("abcd") << true;
    QTest::newRow("differs at its beginning") << QByteArray("abcd") << QByteArray("xbcd") << false;
    QTest::newRow("differs at its end") << QByteArray("abcd") << QByteArray("abcx") << false;
    QTest::newRow("beginning") << QByteArray("abcd") << QByteArray("abc") << false;
    QTest::newRow("more") << QByteArray("abcd") << QByteArray("abcda") << false;
    QTest::newRow("twice") << QByteArray("abcd") << QByteArray("abcdabcd") << false;
    QTest::newRow("nothing presented") << QByteArray("abcd") << QByteArray() << false;
    QTest::newRow("no token") << QByteArray() << QByteArray("abcd") << false;
    QTest::newRow("neither") << QByteArray() << QByteArray() << false;
}

void TestTokenFile::compares()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, presented);
    QTEST(TokenFile::matches(token, presented), "isEqual");
}

QTEST_GUILESS_MAIN(TestTokenFile)
#include "tst_tokenfile.moc"
