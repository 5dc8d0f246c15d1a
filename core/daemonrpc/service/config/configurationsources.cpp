#include <daemonrpc/service/config/configurationschema.h>
#include <daemonrpc/service/config/configurationsources.h>

#include <QDir>
#include <QFile>

#include <array>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace DaemonRpc {

static constexpr std::array<const char *, 10> baseVariables{"HOME", "LANG",  "LC_ALL", "LC_CTYPE", "LOGNAME",
                                                            "PATH", "SHELL", "TMPDIR", "TZ",       "USER"};

// The XDG base directory specification: a relative path counts as none.
static QString userConfigDirectory()
{
    const QString configured = QFile::decodeName(qgetenv("XDG_CONFIG_HOME"));
    if (configured.startsWith(u'/'))
        return configured;
    QString home = QFile::decodeName(qgetenv("HOME"));
    if (home.isEmpty()) {
        if (const struct passwd *entry = ::getpwuid(::geteuid()))
            home = QFile::decodeName(entry->pw_dir);
    }
    return home.startsWith(u'/') ? home + u"/.config"_s : QString();
}

static QByteArrayList baseEnvironmentOfProcess()
{
    QByteArrayList result;
    for (const char *name : baseVariables) {
        const QByteArray value = qgetenv(name);
        if (!value.isEmpty())
            result.append(QByteArray(name) + '=' + value);
    }
    return result;
}

ConfigurationSources ConfigurationSources::ofProcess()
{
    ConfigurationSources sources;
    sources.systemFile = u"/etc/daemon-rpc/daemon.yaml"_s;
    if (const QString directory = userConfigDirectory(); !directory.isEmpty())
        sources.userFile = QDir::cleanPath(directory + u"/daemon-rpc/daemon.yaml"_s);
    const QList<ConfigurationKey> keys = ConfigurationSchema::keys();
    for (const ConfigurationKey &key : keys) {
        const QByteArray name = key.environmentName();
        const QByteArray value = qgetenv(name.constData());
        if (!value.isEmpty())
            sources.environment.insert(name, value);
    }
    sources.baseEnvironment = baseEnvironmentOfProcess();
    return sources;
}

ConfigurationSources ConfigurationSources::ofFile(const QString &path)
{
    ConfigurationSources sources;
    sources.file = path;
    sources.baseEnvironment = baseEnvironmentOfProcess();
    return sources;
}

} // namespace DaemonRpc
