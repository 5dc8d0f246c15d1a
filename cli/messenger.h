// What daemon-rpc itself says to the person.
#pragma once

#include "globaloptions.h"
#include "outputwriter.h"

#include <QTimer>

namespace DaemonRpc::Cli {

/// Writes framework messages to standard error, each prefixed "daemon-rpc: ". Thread-bound.
///
/// Whatever a message was made of, no control character of it reaches the terminal.
class Messenger : public QObject
{
    Q_OBJECT

public:
    /// How long something must last before progress() is shown.
    static constexpr std::chrono::milliseconds progressDelay{300};

    /// @p output outlives the messenger.
    Messenger(OutputWriter &output, bool isTerminal, Verbosity verbosity, QObject *parent = nullptr);

    /// Why it failed. Always shown; with what led to it when verbose.
    void showError(const Error &error);

    /// An answer to what the person did. Shown unless quiet.
    void showInformation(const QString &text);

    /// What is good to know while waiting. Shown on a terminal, or when verbose; never when quiet.
    void showNotice(const QString &text);

    /// How something was done. Shown when verbose.
    void showDetail(const QString &text);

    /// What is being waited for, on a terminal: appears after progressDelay, replaces the former one, and is
    /// erased by clearProgress() or any other message.
    void showProgress(const QString &text);
    void clearProgress();

private:
    void show(const QString &text);
    void drawProgress();

    OutputWriter &m_output;
    bool m_isTerminal;
    Verbosity m_verbosity;
    QString m_progress;
    QTimer m_progressDelay;
    bool m_isProgressDrawn = false;
};

} // namespace DaemonRpc::Cli
