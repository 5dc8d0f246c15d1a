// Starting a daemon.
#pragma once

#include <daemonrpc/client/connector.h>

#include <QDialog>

#include <memory>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace DaemonRpc::Monitor {

/// Asks for a daemon id and a program, and starts it as a client would. Thread-bound; deletes itself once
/// closed. What went wrong is shown in place, with the last lines of the daemon's log.
class StartDaemonDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p options: where daemons are, and how long one may take.
    StartDaemonDialog(const ClientOptions &options, QWidget *parent);
    ~StartDaemonDialog() override;

    void setProgram(const QString &program);

    /// The daemon program beside this one, or else its name, to be looked up in PATH.
    [[nodiscard]] static QString likelyProgram();

Q_SIGNALS:
    /// It answers. @p wasStarted: it did not run before.
    void started(const QString &daemonId, bool wasStarted);

private:
    void build();
    void chooseFile(QLineEdit *target, const QString &title);
    void start();
    void onConnected();
    void onFailed(const Error &error);
    void fail(const QString &text);
    void showBusy(bool isBusy);

    ClientOptions m_options;
    QLineEdit *m_id;
    QLineEdit *m_program;
    QLineEdit *m_configuration;
    QProgressBar *m_progress;
    QLabel *m_state;
    QPlainTextEdit *m_problem;
    QPushButton *m_start;
    std::unique_ptr<Connector> m_connector;
};

} // namespace DaemonRpc::Monitor
