// A command on a daemon, and what it writes.
#pragma once

#include "dialogs/daemondialog.h"

#include <daemonrpc/client/client.h>

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace DaemonRpc::Monitor {

class OutputView;

/// Runs a command on one daemon and shows its output as it comes; the window may be used again for the next
/// one. Thread-bound. Closing it cancels what it runs.
///
/// The command gets this program's environment. Of its output the latest maxShownCharacters are shown; a
/// command that writes faster than can be shown is held up.
class RunDialog : public DaemonDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype maxShownCharacters = 4 * 1024 * 1024;
    static constexpr qsizetype maxInputCharacters = 1024 * 1024;

    RunDialog(DaemonList &daemons, qint64 serial, QWidget *parent);
    ~RunDialog() override;

    [[nodiscard]] bool isRunning() const { return m_reply != nullptr; }

protected:
    void onDaemonChanged() override;

private:
    void build();
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeResult();
    void fillCommands();
    [[nodiscard]] QByteArrayList commandLine() const;
    void showPreview();
    void showState();
    void run();
    void cancel();
    void feedInput();
    void onOutput(bool isError, QByteArrayView bytes);
    void onDrained();
    void onNotice(const Notice &notice);
    void onFinished();
    void say(const QString &text);

    QComboBox *m_command;
    QLineEdit *m_arguments;
    QLabel *m_preview;
    QLineEdit *m_directory;
    QCheckBox *m_hasInput;
    QPlainTextEdit *m_input;
    OutputView *m_output;
    QLabel *m_state;
    QPushButton *m_run;
    QPushButton *m_cancel;

    std::unique_ptr<Client> m_client;
    QPointer<Reply> m_reply;
    QByteArray m_unsentInput;
    bool m_isInputOpen = false;
    bool m_isHeldUp = false;
    QElapsedTimer m_elapsed;
    QTimer m_clock;
};

} // namespace DaemonRpc::Monitor
