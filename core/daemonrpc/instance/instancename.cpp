#include <daemonrpc/instance/instancename.h>

namespace DaemonRpc {

static const QLatin1String filePrefix("daemon-rpc-");

InstanceName::InstanceName(DaemonId id, qint64 drainingPid)
    : m_id(std::move(id))
    , m_drainingPid(drainingPid)
{
    Q_ASSERT(drainingPid >= 0);
}

std::optional<InstanceName> InstanceName::fromFileName(const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    if (dot < filePrefix.size() || !fileName.startsWith(filePrefix))
        return std::nullopt;
    const QStringView suffix = QStringView(fileName).mid(dot + 1);
    if (suffix != u"sock" && suffix != u"lock" && suffix != u"pid" && suffix != u"log")
        return std::nullopt;

    const QString name = fileName.mid(filePrefix.size(), dot - filePrefix.size());
    const qsizetype tilde = name.indexOf(u'~');
    const Result<DaemonId> id = DaemonId::parse(tilde < 0 ? name : name.left(tilde));
    if (!id)
        return std::nullopt;
    if (tilde < 0)
        return InstanceName(*id);
    const qint64 pid = QStringView(name).mid(tilde + 1).toLongLong();
    InstanceName draining(*id, qMax<qint64>(pid, 0));
    // One spelling per name: "~0", "~+7" and "~007" are not ours.
    if (!draining.isDraining() || draining.toString() != name)
        return std::nullopt;
    return draining;
}

QString InstanceName::fileName(const QString &suffix) const
{
    return filePrefix + toString() + u'.' + suffix;
}

QString InstanceName::toString() const
{
    return isDraining() ? m_id.toString() + u'~' + QString::number(m_drainingPid) : m_id.toString();
}

} // namespace DaemonRpc
