// What the subcommands that talk to one daemon have in common.
#pragma once

#include "subcommand.h"

#include <daemonrpc/admin/adminclient.h>
#include <daemonrpc/instance/runtimedirectory.h>

namespace DaemonRpc::Cli {

/// Asks one daemon, which is never started for it. Thread-bound.
///
/// A daemon that takes connections and says nothing is reported after answerTimeout.
class AdminCommand : public Subcommand
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds answerTimeout{5000};

    ~AdminCommand() override;

protected:
    explicit AdminCommand(const Invocation &invocation);

    /// The daemon that was named; connects at the first use.
    [[nodiscard]] AdminClient &admin();

    /// Makes a callback that ends the command when the daemon answers with an error or not in time, and
    /// otherwise calls @p onAnswer with the value.
    template <typename T, typename Function>
    [[nodiscard]] AdminClient::Callback<T> answer(Function onAnswer)
    {
        return answerOrAbsent<T>(std::move(onAnswer), nullptr);
    }

    /// The same, but calls @p onAbsent, unless it is empty, when no daemon runs.
    template <typename T, typename Function>
    [[nodiscard]] AdminClient::Callback<T> answerOrAbsent(Function onAnswer, std::function<void()> onAbsent)
    {
        m_answerTimer.start(answerTimeout);
        return
            [this, onAnswer = std::move(onAnswer), onAbsent = std::move(onAbsent)](const Result<T> &result) {
                m_answerTimer.stop();
                if (!result && result.error().code() == ErrorCode::NotRunning && onAbsent)
                    onAbsent();
                else if (!result)
                    failAsAdmin(result.error());
                else if constexpr (std::is_void_v<T>)
                    onAnswer();
                else
                    onAnswer(*result);
            };
    }

    /// Ends with @p error; that no daemon runs is said without advice about options.
    void failAsAdmin(const Error &error);

    /// Ends well: that no daemon runs is what was wanted.
    void finishAsAbsent();

    [[nodiscard]] QString daemonName() const;

    /// Writes to standard output.
    void print(const QString &text) const { invocation().output.write(text.toUtf8()); }

    void print(const QByteArray &bytes) const { invocation().output.write(bytes); }

    /// Where the files of the user's daemons are. Errors: those of RuntimeDirectory.
    [[nodiscard]] Result<RuntimeDirectory> runtimeDirectory() const;

private:
    std::unique_ptr<AdminClient> m_admin;
    QTimer m_answerTimer;
};

/// The client options for asking: nothing is started.
[[nodiscard]] ClientOptions withoutSpawning(ClientOptions options);

} // namespace DaemonRpc::Cli
