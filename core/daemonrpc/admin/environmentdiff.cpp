#include "jsonreader_p.h"

#include <daemonrpc/admin/environmentdiff.h>

#include <map>

namespace DaemonRpc {

namespace {

using Variables = std::map<QByteArrayView, QByteArrayView>;

Variables variablesOf(const QByteArrayList &entries)
{
    Variables variables;
    for (const QByteArray &entry : entries) {
        if (const qsizetype end = entry.indexOf('='); end > 0)
            variables.emplace(QByteArrayView(entry).first(end), QByteArrayView(entry).sliced(end + 1));
    }
    return variables;
}

// Whether a URL in @p value has a password (RFC 3986, 3.2: authority = [ userinfo "@" ] host …).
bool hasPasswordInUrl(QByteArrayView value)
{
    for (qsizetype at = value.indexOf("://"); at >= 0; at = value.indexOf("://", at)) {
        at += 3;
        qsizetype end = at;
        while (end < value.size() && !QByteArrayView("/?# \t\n").contains(value[end]))
            ++end;
        const QByteArrayView authority = value.sliced(at, end - at);
        if (authority.first(qMax<qsizetype>(0, authority.lastIndexOf('@'))).contains(':'))
            return true;
    }
    return false;
}

/// Adds to a diff within its bounds. Value.
class Teller
{
public:
    explicit Teller(EnvironmentDiff *diff)
        : m_diff(diff)
    {}

    void add(QByteArrayView name, QByteArrayView value, std::optional<QByteArrayView> daemonValue)
    {
        EnvironmentVariable variable;
        variable.isHidden = EnvironmentDiff::isSecret(name, value) ||
                            EnvironmentDiff::isSecret(name, daemonValue.value_or(QByteArrayView()));
        variable.value = shown(&variable, value);
        if (daemonValue)
            variable.daemonValue = shown(&variable, *daemonValue);
        if (!hasRoom(name, variable.value.size() + variable.daemonValue.size()))
            return;
        variable.name = QString::fromUtf8(name);
        (daemonValue ? m_diff->changed : m_diff->added).append(variable);
    }

    void remove(QByteArrayView name)
    {
        if (hasRoom(name, 0))
            m_diff->removed.append(QString::fromUtf8(name));
    }

private:
    static QString shown(EnvironmentVariable *variable, QByteArrayView value)
    {
        if (variable->isHidden)
            return EnvironmentDiff::mark.toString();
        const qsizetype count = qMin(value.size(), EnvironmentDiff::maxValueBytes);
        variable->omittedBytes += value.size() - count;
        return QString::fromUtf8(value.first(count));
    }

    bool hasRoom(QByteArrayView name, qsizetype valueBytes)
    {
        const qsizetype bytes = name.size() + valueBytes;
        if (name.size() > EnvironmentDiff::maxNameBytes || bytes > m_bytesLeft || m_variablesLeft == 0) {
            ++m_diff->omittedVariables;
            return false;
        }
        m_bytesLeft -= bytes;
        --m_variablesLeft;
        return true;
    }

    EnvironmentDiff *m_diff;
    qsizetype m_bytesLeft = EnvironmentDiff::maxBytes;
    qsizetype m_variablesLeft = EnvironmentDiff::maxVariables;
};

} // namespace

bool EnvironmentDiff::isSecret(QByteArrayView name, QByteArrayView value)
{
    const QByteArray upper = name.first(qMin(name.size(), maxNameBytes)).toByteArray().toUpper();
    for (const char *word : {"TOKEN", "PASS", "SECRET", "KEY", "CREDENTIAL"}) {
        if (upper.contains(word))
            return true;
    }
    return upper.endsWith("_PWD") || hasPasswordInUrl(value);
}

EnvironmentDiff EnvironmentDiff::between(const QByteArrayList &daemons, const QByteArrayList &requests)
{
    const Variables before = variablesOf(daemons);
    const Variables after = variablesOf(requests);
    EnvironmentDiff diff;
    Teller teller(&diff);
    auto old = before.begin();
    for (const auto &[name, value] : after) {
        for (; old != before.end() && old->first < name; ++old)
            teller.remove(old->first);
        const bool isKnown = old != before.end() && old->first == name;
        if (!isKnown)
            teller.add(name, value, std::nullopt);
        else if (old->second != value)
            teller.add(name, value, old->second);
        if (isKnown)
            ++old;
    }
    for (; old != before.end(); ++old)
        teller.remove(old->first);
    return diff;
}

QJsonObject EnvironmentVariable::toJson() const
{
    return {
        {QStringLiteral("name"), name},
        {QStringLiteral("value"), value},
        {QStringLiteral("daemon_value"), daemonValue},
        {QStringLiteral("omitted_bytes"), omittedBytes},
        {QStringLiteral("hidden"), isHidden},
    };
}

Result<EnvironmentVariable> EnvironmentVariable::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    EnvironmentVariable variable;
    variable.name = reader.string(u"name").left(EnvironmentDiff::maxNameBytes);
    variable.value = reader.string(u"value").left(EnvironmentDiff::maxValueBytes);
    variable.daemonValue = reader.string(u"daemon_value").left(EnvironmentDiff::maxValueBytes);
    variable.omittedBytes = qMax<qint64>(0, reader.integer(u"omitted_bytes"));
    variable.isHidden = reader.boolean(u"hidden");
    if (reader.error())
        return unexpected(*reader.error());
    return variable;
}

static QJsonArray toJsonArray(const QList<EnvironmentVariable> &variables)
{
    QJsonArray array;
    for (const EnvironmentVariable &variable : variables)
        array.append(variable.toJson());
    return array;
}

QJsonObject EnvironmentDiff::toJson() const
{
    return {
        {QStringLiteral("added"), toJsonArray(added)},
        {QStringLiteral("changed"), toJsonArray(changed)},
        {QStringLiteral("removed"), QJsonArray::fromStringList(removed)},
        {QStringLiteral("omitted_variables"), omittedVariables},
    };
}

Result<EnvironmentDiff> EnvironmentDiff::fromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    EnvironmentDiff diff;
    diff.added = reader.values<EnvironmentVariable>(u"added").mid(0, maxVariables);
    diff.changed = reader.values<EnvironmentVariable>(u"changed").mid(0, maxVariables);
    diff.removed = reader.strings(u"removed").mid(0, maxVariables);
    for (QString &name : diff.removed)
        name.truncate(maxNameBytes);
    diff.omittedVariables = qMax<qint64>(0, reader.integer(u"omitted_variables"));
    if (reader.error())
        return unexpected(*reader.error());
    return diff;
}

} // namespace DaemonRpc
