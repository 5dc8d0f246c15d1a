// A directory of plugins for a test.
#pragma once

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// A private directory that fixtures are copied to. Value.
class PluginDirectory
{
public:
    [[nodiscard]] QString path() const { return QFileInfo(m_directory.path()).canonicalFilePath(); }

    [[nodiscard]] QString file(const QString &name) const { return path() + u'/' + name; }

    /// Copies fixture @p name, as @p as when that is given; its path.
    QString add(const QString &name, const QString &as = {}) const
    {
        const QString target = file((as.isEmpty() ? name : as) + QStringLiteral(".so"));
        const QString source = QStringLiteral(PLUGIN_DIR "/%1.so").arg(name);
        [&] {
            QVERIFY2(QFile::copy(source, target), qPrintable(source));
            QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }();
        return target;
    }

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(this->file(name));
        [&] {
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(content), content.size());
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        }();
        return file.fileName();
    }

private:
    QTemporaryDir m_directory;
};
