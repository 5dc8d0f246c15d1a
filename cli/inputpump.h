// Standard input, read when somebody wants it.
#pragma once

#include "descriptoraccess.h"

#include <QByteArrayView>
#include <QObject>
#include <QSocketNotifier>

namespace DaemonRpc::Cli {

/// Reads a descriptor on demand: never more than was asked for, so that what a command leaves unread stays
/// for the next reader of the same input. Thread-bound.
///
///     connect(&pump, &InputPump::bytesRead, reply, &Reply::sendInput);
///     pump.setWanted(reply->inputWanted());
class InputPump : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 chunkBytes = 64 * 1024; ///< The most that one bytesRead() carries.

    /// @p fd stays the caller's.
    explicit InputPump(int fd, QObject *parent = nullptr);

    /// Sets how many bytes may be read from now on; 0 pauses. What is read is subtracted.
    void setWanted(qint64 bytes);

    [[nodiscard]] qint64 wanted() const { return m_wanted; }

    [[nodiscard]] bool hasEnded() const { return m_hasEnded; }

Q_SIGNALS:
    /// The view is valid during the emission only.
    void bytesRead(QByteArrayView bytes);
    /// There is no more. @p errnoValue is 0 at the end of the input, else why it cannot be read. Said once.
    void ended(int errnoValue);

private:
    void read();

    DescriptorAccess m_access;
    QSocketNotifier m_notifier;
    qint64 m_wanted = 0;
    bool m_hasEnded = false;
};

} // namespace DaemonRpc::Cli
