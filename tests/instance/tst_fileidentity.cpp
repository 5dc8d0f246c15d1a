#include <daemonrpc/instance/fileidentity.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace DaemonRpc;

class tst_FileIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isIntact();
    void deleted();
    void replaced();
    void renamed();
    void linkIsNotItsTarget();
    void missing();

private:
    void write(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
};

void tst_FileIdentity::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(QStringLiteral("file"));
    write(m_path);
}

void tst_FileIdentity::isIntact()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const Result<FileIdentity> byPath = FileIdentity::ofPath(m_path);
    const Result<FileIdentity> byDescriptor = FileIdentity::ofDescriptor(file.handle(), m_path);
    QVERIFY(byPath && byDescriptor);
    QVERIFY(*byPath == *byDescriptor);
    file.write("changed content is the same file");
    file.flush();
    QVERIFY(byPath->isIntact());
}

void tst_FileIdentity::deleted()
{
    const Result<FileIdentity> identity = FileIdentity::ofPath(m_path);
    QVERIFY(identity && QFile::remove(m_path));
    QVERIFY(!identity->isIntact());
}

void tst_FileIdentity::replaced()
{
    const Result<FileIdentity> identity = FileIdentity::ofPath(m_path);
    const QString other = m_path + QStringLiteral("2");
    write(other);
    QVERIFY(identity && QFile::remove(m_path) && QFile::rename(other, m_path));
    QVERIFY(!identity->isIntact());
}

void tst_FileIdentity::renamed()
{
    const Result<FileIdentity> identity = FileIdentity::ofPath(m_path);
    const QString other = m_path + QStringLiteral("2");
    QVERIFY(identity && QFile::rename(m_path, other));
    QVERIFY(!identity->isIntact());
    QVERIFY(identity->movedTo(other).isIntact());
}

void tst_FileIdentity::linkIsNotItsTarget()
{
    const Result<FileIdentity> identity = FileIdentity::ofPath(m_path);
    const QString other = m_path + QStringLiteral("2");
    QVERIFY(identity && QFile::rename(m_path, other) && QFile::link(other, m_path));
    QVERIFY(!identity->isIntact());
}

void tst_FileIdentity::missing()
{
    const Result<FileIdentity> identity = FileIdentity::ofPath(m_path + QStringLiteral("none"));
    QVERIFY(!identity);
    QCOMPARE(identity.error().code(), ErrorCode::NotRunning);
    QVERIFY(!FileIdentity::ofDescriptor(-1, m_path));
}

QTEST_GUILESS_MAIN(tst_FileIdentity)
#include "tst_fileidentity.moc"
