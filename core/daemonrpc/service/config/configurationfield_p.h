// A key together with the member that holds its value.
#pragma once

#include <daemonrpc/service/config/configurationkey.h>

#include <QByteArrayList>

#include <chrono>
#include <type_traits>

namespace DaemonRpc {

/// One key of a @p Target, with access to its member. Value.
template <typename Target>
struct ConfigurationField
{
    ConfigurationKey key;
    ConfigurationValue (*read)(const Target &target, const ConfigurationKey &key) = nullptr;
    /// @p value has passed the key's checks.
    void (*write)(Target &target, const ConfigurationKey &key, const ConfigurationValue &value) = nullptr;
};

namespace ConfigurationFields {

template <typename Member>
ConfigurationValue toValue(const Member &member, const ConfigurationKey &key)
{
    if constexpr (std::is_same_v<Member, bool> || std::is_same_v<Member, QString> ||
                  std::is_same_v<Member, QMap<QString, QString>>) {
        return member;
    } else if constexpr (std::is_enum_v<Member>) {
        return key.choices.at(static_cast<qsizetype>(member));
    } else if constexpr (std::is_integral_v<Member>) {
        return static_cast<qint64>(member);
    } else if constexpr (std::is_same_v<Member, std::chrono::milliseconds>) {
        return static_cast<qint64>(member.count());
    } else if constexpr (std::is_same_v<Member, QByteArray>) {
        return QString::fromUtf8(member);
    } else {
        static_assert(std::is_same_v<Member, QByteArrayList>);
        QStringList list;
        for (const QByteArray &entry : member)
            list.append(QString::fromUtf8(entry));
        return list;
    }
}

template <typename Member>
void fromValue(Member &member, const ConfigurationKey &key, const ConfigurationValue &value)
{
    if constexpr (std::is_same_v<Member, bool> || std::is_same_v<Member, QString> ||
                  std::is_same_v<Member, QMap<QString, QString>>) {
        member = std::get<Member>(value);
    } else if constexpr (std::is_enum_v<Member>) {
        member = static_cast<Member>(key.choices.indexOf(std::get<QString>(value)));
    } else if constexpr (std::is_integral_v<Member>) {
        member = static_cast<Member>(std::get<qint64>(value));
    } else if constexpr (std::is_same_v<Member, std::chrono::milliseconds>) {
        member = std::chrono::milliseconds(std::get<qint64>(value));
    } else if constexpr (std::is_same_v<Member, QByteArray>) {
        member = std::get<QString>(value).toUtf8();
    } else {
        static_assert(std::is_same_v<Member, QByteArrayList>);
        member.clear();
        for (const QString &entry : std::get<QStringList>(value))
            member.append(entry.toUtf8());
    }
}

/// The field of the member that is reached by following @p members; its default is what a fresh Target has.
template <typename Target, auto... members>
ConfigurationField<Target> field(ConfigurationKey key)
{
    key.defaultValue = toValue((Target().*....*members), key);
    return {
        std::move(key),
        [](const Target &target, const ConfigurationKey &k) { return toValue((target.*....*members), k); },
        [](Target &target, const ConfigurationKey &k, const ConfigurationValue &value) {
            fromValue((target.*....*members), k, value);
        }};
}

} // namespace ConfigurationFields

} // namespace DaemonRpc
