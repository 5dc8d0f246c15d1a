// Standard output and standard error, written without waiting.
#pragma once

#include "descriptoraccess.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace DaemonRpc::Cli {

/// Writes bytes to a descriptor, in order, never waiting for a slow reader. Thread-bound.
///
/// What the reader does not take is kept; the caller stops writing when isFull() and goes on at relieved().
///
///     OutputWriter output(STDOUT_FILENO);
///     output.write(bytes);
///     if (output.isFull())
///         reply->setReading(false);
class OutputWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype highWaterBytes = 1024 * 1024;
    static constexpr qsizetype lowWaterBytes = 256 * 1024;

    /// @p fd stays the caller's.
    explicit OutputWriter(int fd, QObject *parent = nullptr);
    ~OutputWriter() override;

    /// Takes all of @p bytes. After a failure they are dropped.
    void write(QByteArrayView bytes);

    /// Bytes taken and not yet written.
    [[nodiscard]] qsizetype bytesPending() const { return m_pending.size() - m_offset; }

    /// Whether the high-water mark was passed; until relieved().
    [[nodiscard]] bool isFull() const { return m_isFull; }

    [[nodiscard]] bool hasFailed() const { return m_errno != 0; }

Q_SIGNALS:
    /// At most lowWaterBytes wait after the writer was full.
    void relieved();
    /// Nothing waits any more, after something did.
    void drained();
    /// Writing failed with @p errnoValue, EPIPE for example; what waited is dropped. Said once, and never
    /// from within write().
    void failed(int errnoValue);

private:
    void writePending();
    void onProgress();
    void fail(int errnoValue);

    DescriptorAccess m_access;
    std::unique_ptr<QSocketNotifier> m_notifier; // while something waits
    QByteArray m_pending;
    qsizetype m_offset = 0; // what is already written of m_pending
    int m_errno = 0;
    bool m_isFull = false;
};

} // namespace DaemonRpc::Cli
