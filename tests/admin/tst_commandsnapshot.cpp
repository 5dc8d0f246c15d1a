#include "snapshottesting.h"

#include <daemonrpc/admin/commandsnapshot.h>

#include <QTest>

using namespace DaemonRpc;
using namespace SnapshotTesting;

class tst_CommandSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void fieldNames();
    void brokenFields_data();
    void brokenFields();
    void ofAHandler();

private:
    static CommandSnapshot example()
    {
        return {QStringLiteral("black"),
                QStringLiteral("formats Python"),
                QStringLiteral("process"),
                true,
                1,
                2,
                3,
                4,
                5,
                6,
                7};
    }
};

void tst_CommandSnapshot::roundTrip() { verifyRoundTrip<CommandSnapshot>({example(), CommandSnapshot()}); }

void tst_CommandSnapshot::fieldNames()
{
    verifyFieldNames(CommandSnapshot().toJson(),
                     QStringLiteral("cold_calls handler is_hidden max_parallel name running summary waiting "
                                    "warm_calls warm_ready warm_wanted"));
}

void tst_CommandSnapshot::brokenFields_data() { addBrokenFields(example().toJson()); }

void tst_CommandSnapshot::brokenFields()
{
    QFETCH(const QString, name);
    QFETCH(const QJsonValue, broken);
    verifyComplaint(CommandSnapshot::fromJson(withField(example().toJson(), name, broken)), name);
}

void tst_CommandSnapshot::ofAHandler()
{
    class Hidden : public CommandHandler
    {
    public:
        [[nodiscard]] HandlerKind kind() const override { return HandlerKind::Process; }

        [[nodiscard]] QString summary() const override { return QStringLiteral("secret"); }

        [[nodiscard]] bool isHidden() const override { return true; }

        [[nodiscard]] CommandLoad load() const override { return {1, 2, 3, 4, 5, 6, 7}; }

        std::unique_ptr<Execution> start(RequestContext &) override { return nullptr; }
    };

    const CommandSnapshot hidden = CommandSnapshot::fromHandler("x", Hidden());
    QCOMPARE(hidden, (CommandSnapshot{QStringLiteral("x"), QStringLiteral("secret"),
                                      QStringLiteral("process"), true, 1, 2, 3, 4, 5, 6, 7}));
}

QTEST_GUILESS_MAIN(tst_CommandSnapshot)
#include "tst_commandsnapshot.moc"
