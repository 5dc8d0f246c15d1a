// A program that a test has started.
#pragma once

#include <QProcess>
#include <QStringList>

#include <initializer_list>

namespace SystemTesting {

/// One argument, however it is at hand. Value.
struct Word
{
    Word(const char *bytes)
        : text(QString::fromUtf8(bytes))
    {}

    Word(QString string)
        : text(std::move(string))
    {}

    QString text;
};

/// words({"run", "exec", program}), for lists of arguments.
[[nodiscard]] inline QStringList words(std::initializer_list<Word> list)
{
    QStringList result;
    for (const Word &word : list)
        result.append(word.text);
    return result;
}

/// daemon-rpc, daemon-rpcd or a shell around them: collects both outputs while it runs, and is ended with the
/// object. Thread-bound. Its input is /dev/null unless setInput() was called.
class ClientProcess : public QProcess
{
    Q_OBJECT

public:
    static constexpr int patience = 30000; ///< Milliseconds; far more than anything here should take.

    ClientProcess(const QString &program, const QStringList &arguments);
    /// Kills it when it still runs.
    ~ClientProcess() override;

    /// Written at the start, then the input is closed. Before begin().
    void setInput(const QByteArray &bytes);

    /// Leaves the input open: the caller writes and closes. Before begin().
    void keepInputOpen() { m_input = Input::Open; }

    void setVariable(const QString &name, const QString &value);

    /// Starts it; false when that failed.
    bool begin();

    /// Waits at most @p milliseconds; whether it has ended.
    bool waitForEnd(int milliseconds = patience);

    [[nodiscard]] bool hasEnded() const { return state() == NotRunning; }

    /// The exit code, or -n when signal n ended it.
    [[nodiscard]] int code() const { return exitStatus() == CrashExit ? -exitCode() : exitCode(); }

    [[nodiscard]] const QByteArray &output() const { return m_output; }

    [[nodiscard]] const QByteArray &errorOutput() const { return m_errorOutput; }

    void sendSignal(int signal);

private:
    void collect();

    enum class Input { None, Given, Open };

    Input m_input = Input::None;
    QByteArray m_given;
    QByteArray m_output;
    QByteArray m_errorOutput;
};

} // namespace SystemTesting
