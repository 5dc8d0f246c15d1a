// Being somebody else, for tests that run as root.
#pragma once

#include <QString>
#include <QStringList>

#include <unistd.h>

namespace SystemTesting {

/// A uid that owns nothing of ours ("nobody" on most systems). No account is needed for it.
inline constexpr uid_t strangerUid = 65534;

/// Whether this process may become the stranger; else the test is to be skipped with needsRoot.
[[nodiscard]] inline bool canBeStranger() { return ::geteuid() == 0; }

inline constexpr const char *needsRoot = "needs root, to become another user";

/// A program and its arguments as the stranger runs them, for setpriv(1).
[[nodiscard]] inline QStringList asStranger(const QString &program, const QStringList &arguments)
{
    const QString id = QString::number(strangerUid);
    return QStringList{QStringLiteral("--reuid"),
                       id,
                       QStringLiteral("--regid"),
                       id,
                       QStringLiteral("--clear-groups"),
                       QStringLiteral("--"),
                       program} +
           arguments;
}

/// Makes this thread's effective user the stranger while it lives. Value.
class StrangerScope
{
public:
    StrangerScope()
        : m_hasChanged(::seteuid(strangerUid) == 0)
    {}

    ~StrangerScope()
    {
        if (m_hasChanged)
            m_hasChanged = ::seteuid(0) != 0;
    }

    StrangerScope(const StrangerScope &) = delete;
    StrangerScope &operator=(const StrangerScope &) = delete;

    [[nodiscard]] bool hasChanged() const { return m_hasChanged; }

private:
    bool m_hasChanged;
};

} // namespace SystemTesting
