// Certificates for tests, made by the openssl program.
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QStringList>

namespace DaemonRpc::Testing {

/// Authorities and certificates below one directory, as NAME.pem and NAME.key. Value.
///
///     if (!TestCertificates::isPossible())
///         QSKIP("the openssl program is not installed");
///     const TestCertificates certificates(directory.path());
///     QVERIFY(certificates.makeAuthority(u"ca"_s));
///     QVERIFY(certificates.issue(u"server"_s, u"ca"_s));
class TestCertificates
{
public:
    explicit TestCertificates(const QString &directory)
        : m_directory(directory)
    {}

    static bool isPossible() { return !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty(); }

    [[nodiscard]] QString certificate(const QString &name) const
    {
        return file(name + QStringLiteral(".pem"));
    }

    [[nodiscard]] QString key(const QString &name) const { return file(name + QStringLiteral(".key")); }

    /// A certificate that signs others, and itself.
    [[nodiscard]] bool makeAuthority(const QString &name) const
    {
        return openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                        QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                        QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                        QStringLiteral("-keyout"), key(name), QStringLiteral("-out"), certificate(name),
                        QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=Test authority ") + name});
    }

    /// A certificate for @p commonName at @p alternatives, signed by @p authority. With -1 days it has
    /// expired.
    [[nodiscard]] bool
    issue(const QString &name, const QString &authority,
          const QString &commonName = QStringLiteral("localhost"),
          const QString &alternatives = QStringLiteral("DNS:localhost,IP:127.0.0.1,IP:::1"), int days = 30,
          const QString &algorithm = QStringLiteral("ec")) const
    {
        QFile extensions(file(name + QStringLiteral(".ext")));
        if (!extensions.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return false;
        extensions.write("basicConstraints=CA:FALSE\nsubjectAltName=" + alternatives.toUtf8() + '\n');
        extensions.close();
        const QString request = file(name + QStringLiteral(".csr"));
        const QStringList kind =
            algorithm == QLatin1String("ec")
                ? QStringList{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                              QStringLiteral("ec_paramgen_curve:prime256v1")}
                : QStringList{QStringLiteral("-newkey"), algorithm};
        return openssl(QStringList{QStringLiteral("req")} + kind +
                       QStringList{QStringLiteral("-nodes"), QStringLiteral("-keyout"), key(name),
                                   QStringLiteral("-out"), request, QStringLiteral("-subj"),
                                   QStringLiteral("/CN=") + commonName}) &&
               openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
                        QStringLiteral("-CA"), certificate(authority), QStringLiteral("-CAkey"),
                        key(authority), QStringLiteral("-CAcreateserial"), QStringLiteral("-days"),
                        QString::number(days), QStringLiteral("-extfile"), extensions.fileName(),
                        QStringLiteral("-out"), certificate(name)});
    }

private:
    [[nodiscard]] QString file(const QString &name) const { return QDir(m_directory).filePath(name); }

    static bool openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("openssl"), arguments);
        if (process.waitForFinished() && process.exitCode() == 0)
            return true;
        qWarning().noquote() << "openssl" << arguments.join(u' ') << "failed:" << process.readAll();
        return false;
    }

    QString m_directory;
};

} // namespace DaemonRpc::Testing
