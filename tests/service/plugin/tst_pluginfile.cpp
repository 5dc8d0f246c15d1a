#include "plugindirectory.h"

#include <daemonrpc/service/plugin/pluginfile.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_PluginFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good();
    void wrong_data();
    void wrong();
    void otherQt_data();
    void otherQt();
    void truncated();
    void links();
    void permissions_data();
    void permissions();
    void foreignOwner();
    void directories();
    void list();

private:
    static void setMode(const QString &path, mode_t mode)
    {
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
    }
};

void tst_PluginFile::good()
{
    const PluginDirectory directory;
    const QString path = directory.add(u"good"_s);
    const Result<PluginFile> file = PluginFile::read(path);
    QVERIFY2(file, file ? "" : qPrintable(file.error().message()));
    QCOMPARE(file->path(), path);
    QCOMPARE(file->name(), u"good"_s);
    QCOMPARE(file->version(), u"1.0"_s);
    QCOMPARE(file->description(), u"A plugin of the tests."_s);
}

void tst_PluginFile::wrong_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message"); // %1: the path
    QTest::newRow("another interface")
        << u"otherinterface"_s << ErrorCode::Unsupported
        << u"%1 is no plugin for daemon-rpc: it implements org.example.Something/1, not "
           u"io.github.daemonrpc.HandlerPlugin/0.1"_s;
    QTest::newRow("another version")
        << u"otherversion"_s << ErrorCode::Unsupported
        << u"%1 was built for version 0.0 of daemon-rpc, and this is 0.1; build it again"_s;
    QTest::newRow("no name")
        << u"nameless"_s << ErrorCode::InvalidArgument
        << u"%1 has no good name in its metadata: expected 1 to 64 of A-Z a-z 0-9 . _ -"_s;
    QTest::newRow("no plugin") << u"plainlibrary"_s << ErrorCode::InvalidArgument << u"%1 is no plugin: "_s;
}

void tst_PluginFile::wrong()
{
    QFETCH(QString, fixture);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    const PluginDirectory directory;
    const QString path = directory.add(fixture);
    const Result<PluginFile> file = PluginFile::read(path);
    QVERIFY(!file);
    QCOMPARE(file.error().code(), code);
    QVERIFY2(file.error().message().startsWith(message.arg(path)), qPrintable(file.error().message()));
}

// The header of the metadata has the version of Qt: after the name of the note come revision, major, minor.
void tst_PluginFile::otherQt_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<char>("value");
    QTest::addColumn<QString>("version");
    QTest::newRow("major") << 1 << char(5) << u"Qt 5."_s;
    QTest::newRow("later minor") << 2 << char(99) << u"Qt 6.99"_s;
}

void tst_PluginFile::otherQt()
{
    QFETCH(int, offset);
    QFETCH(char, value);
    QFETCH(QString, version);
    const PluginDirectory directory;
    QFile original(directory.add(u"good"_s));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QByteArray bytes = original.readAll();
    const QByteArray magic("qt-project!", 12); // with its NUL
    const qsizetype place = bytes.indexOf(magic);
    QVERIFY(place > 0);
    QVERIFY(bytes.at(place + magic.size() + offset) != value);
    bytes[place + magic.size() + offset] = value;
    const QString path = directory.write(u"patched.so"_s, bytes);
    const Result<PluginFile> file = PluginFile::read(path);
    QVERIFY(!file);
    QCOMPARE(file.error().code(), ErrorCode::Unsupported);
    QVERIFY2(file.error().message().contains(u"was built for "_s + version),
             qPrintable(file.error().message()));
}

void tst_PluginFile::truncated()
{
    const PluginDirectory directory;
    QFile original(directory.add(u"good"_s));
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray bytes = original.readAll();
    for (const qsizetype length :
         {qsizetype(1), qsizetype(4), qsizetype(63), qsizetype(64), qsizetype(500)}) {
        const QString path = directory.write(u"short.so"_s, bytes.first(length));
        const Result<PluginFile> file = PluginFile::read(path);
        QVERIFY2(!file, QByteArray::number(length));
        QCOMPARE(file.error().code(), ErrorCode::InvalidArgument);
    }
    const Result<PluginFile> text = PluginFile::read(directory.write(u"text.so"_s, "not a library at all\n"));
    QVERIFY(!text);
    QVERIFY2(text.error().message().contains(u"is no plugin: "), qPrintable(text.error().message()));
    const Result<PluginFile> empty = PluginFile::read(directory.write(u"empty.so"_s, {}));
    QVERIFY(!empty);
    QVERIFY(empty.error().message().endsWith(u"is no plugin: the file is empty"));
}

void tst_PluginFile::links()
{
    const PluginDirectory directory;
    const PluginDirectory elsewhere;
    const QString good = directory.add(u"good"_s);
    const auto link = [&directory](const QString &target, const QString &name) {
        return QFile::link(target, directory.file(name)) ? directory.file(name) : QString();
    };
    QVERIFY(PluginFile::read(link(u"good.so"_s, u"inside.so"_s)));
    for (const QString &path :
         {link(elsewhere.add(u"good"_s), u"outside.so"_s), link(directory.file(u"nothing"_s), u"broken.so"_s),
          link(u"loop.so"_s, u"loop.so"_s)}) {
        const Result<PluginFile> file = PluginFile::read(path);
        QVERIFY2(!file, qPrintable(path));
        QCOMPARE(file.error().code(), ErrorCode::UnsafeDirectory);
    }
    QVERIFY(!PluginFile::read(directory.file(u"missing.so"_s)));
    QVERIFY(QDir(directory.path()).mkdir(u"folder.so"_s));
    QVERIFY(!PluginFile::read(directory.file(u"folder.so"_s)));
}

void tst_PluginFile::permissions_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("own") << 0600 << true;
    QTest::newRow("readable") << 0755 << true;
    QTest::newRow("group writes") << 0664 << false;
    QTest::newRow("everybody writes") << 0606 << false;
    QTest::newRow("everybody does everything") << 0777 << false;
    QTest::newRow("sticky is for directories") << 01622 << false;
}

void tst_PluginFile::permissions()
{
    QFETCH(int, mode);
    QFETCH(bool, isGood);
    const PluginDirectory directory;
    const QString path = directory.add(u"good"_s);
    setMode(path, static_cast<mode_t>(mode));
    const Result<PluginFile> file = PluginFile::read(path);
    QCOMPARE(file.has_value(), isGood);
    if (!file) {
        QCOMPARE(file.error().code(), ErrorCode::UnsafeDirectory);
        QVERIFY(file.error().message().contains(u"chmod go-w"));
    }
}

void tst_PluginFile::foreignOwner()
{
    if (::geteuid() != 0)
        QSKIP("only root can give files away");
    const PluginDirectory directory;
    const QString path = directory.add(u"good"_s);
    QCOMPARE(::chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
    const Result<PluginFile> file = PluginFile::read(path);
    QVERIFY(!file);
    QVERIFY2(file.error().message().contains(u"belongs to user 65534"), qPrintable(file.error().message()));
    QCOMPARE(::chown(QFile::encodeName(directory.path()).constData(), 65534, 65534), 0);
    QCOMPARE(PluginFile::checkDirectory(directory.path()).error().code(), ErrorCode::UnsafeDirectory);
}

void tst_PluginFile::directories()
{
    const PluginDirectory directory;
    QVERIFY(PluginFile::checkDirectory(directory.path()));
    QCOMPARE(PluginFile::checkDirectory(directory.file(u"missing"_s)).error().code(), ErrorCode::IoError);
    QCOMPARE(PluginFile::checkDirectory(directory.write(u"file"_s, "x")).error().code(), ErrorCode::IoError);

    QVERIFY(QDir(directory.path()).mkpath(u"above/plugins"_s));
    const QString plugins = directory.file(u"above/plugins"_s);
    setMode(plugins, 0755);
    QVERIFY(PluginFile::checkDirectory(plugins));
    setMode(directory.file(u"above"_s), 0777); // who can write there can put another one in its place
    QCOMPARE(PluginFile::checkDirectory(plugins).error().code(), ErrorCode::UnsafeDirectory);
    setMode(directory.file(u"above"_s), 01777);
    QVERIFY(PluginFile::checkDirectory(plugins));
    setMode(directory.file(u"above"_s), 0755);
    setMode(plugins, 01777); // others could add to it
    QCOMPARE(PluginFile::checkDirectory(plugins).error().code(), ErrorCode::UnsafeDirectory);
    setMode(plugins, 0775);
    QCOMPARE(PluginFile::checkDirectory(plugins).error().code(), ErrorCode::UnsafeDirectory);
}

void tst_PluginFile::list()
{
    const PluginDirectory directory;
    for (const QString &name : {u"b.so"_s, u"a.so"_s, u"README"_s, u"a.so.txt"_s, u"so"_s})
        directory.write(name, "x");
    QVERIFY(QFile::link(u"nowhere"_s, directory.file(u"c.so"_s)));
    QVERIFY(QDir(directory.path()).mkdir(u"folder.so"_s));
    QCOMPARE(PluginFile::list(directory.path()),
             (QStringList{directory.file(u"a.so"_s), directory.file(u"b.so"_s), directory.file(u"c.so"_s)}));
    QCOMPARE(PluginFile::list(directory.file(u"missing"_s)), QStringList());
}

QTEST_GUILESS_MAIN(tst_PluginFile)
#include "tst_pluginfile.moc"
