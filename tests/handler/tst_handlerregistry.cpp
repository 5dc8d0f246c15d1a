#include <daemonrpc/handler/handlerregistry.h>

#include <QTest>

using namespace DaemonRpc;

class tst_HandlerRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByName();
    void namesAreSorted();
    void replaces();
    void moves();
    void hidesAndRetires();
    void kinds_data();
    void kinds();

private:
    static std::unique_ptr<CommandHandler> handler(const QString &summary)
    {
        return std::make_unique<FunctionHandler>(
            [](RequestContext &) -> std::unique_ptr<Execution> { return nullptr; }, summary);
    }
};

void tst_HandlerRegistry::findsByName()
{
    HandlerRegistry handlers;
    QCOMPARE(handlers.find("a"), nullptr);
    QVERIFY(handlers.names().isEmpty());
    handlers.add("a", handler(QStringLiteral("first")));
    handlers.add(QByteArray("\xff\x00z", 3), handler(QStringLiteral("bytes")));
    QCOMPARE(handlers.find("a")->summary(), QStringLiteral("first"));
    QCOMPARE(handlers.find("A"), nullptr);
    QCOMPARE(handlers.find(""), nullptr);
    QCOMPARE(handlers.find("\xff"), nullptr);
    QCOMPARE(handlers.find(QByteArray("\xff\x00z", 3))->summary(), QStringLiteral("bytes"));
}

void tst_HandlerRegistry::namesAreSorted()
{
    HandlerRegistry handlers;
    for (const char *name : {"sleep", "cat", "exec", "Cat"})
        handlers.add(name, handler({}));
    QCOMPARE(handlers.names(), QByteArrayList({"Cat", "cat", "exec", "sleep"}));
}

void tst_HandlerRegistry::replaces()
{
    HandlerRegistry handlers;
    handlers.add("a", handler(QStringLiteral("first")));
    handlers.add("a", handler(QStringLiteral("second")));
    QCOMPARE(handlers.names().size(), 1);
    QCOMPARE(handlers.find("a")->summary(), QStringLiteral("second"));
}

void tst_HandlerRegistry::moves()
{
    HandlerRegistry handlers;
    handlers.add("a", handler(QStringLiteral("first")));
    const CommandHandler *first = handlers.find("a");
    HandlerRegistry moved(std::move(handlers));
    QCOMPARE(moved.find("a"), first);
    HandlerRegistry assigned;
    assigned.add("b", handler({}));
    assigned = std::move(moved);
    QCOMPARE(assigned.find("a"), first);
    QCOMPARE(assigned.find("b"), nullptr);
}

void tst_HandlerRegistry::hidesAndRetires()
{
    class Handler : public CommandHandler
    {
    public:
        explicit Handler(bool hidden)
            : m_isHidden(hidden)
        {}

        [[nodiscard]] bool isHidden() const override { return m_isHidden; }

        void retire() override { ++retirements; }

        std::unique_ptr<Execution> start(RequestContext &) override { return nullptr; }

        int retirements = 0;

    private:
        bool m_isHidden;
    };

    const auto shown = std::make_shared<Handler>(false);
    const auto hidden = std::make_shared<Handler>(true);
    HandlerRegistry handlers;
    handlers.add("shown", shown);
    handlers.add("hidden", hidden);
    QCOMPARE(handlers.names(), QByteArrayList({"hidden", "shown"}));
    QCOMPARE(handlers.visibleNames(), QByteArrayList{"shown"});
    QCOMPARE(handlers.share("hidden"), std::shared_ptr<CommandHandler>(hidden));

    HandlerRegistry successor;
    successor.add("renamed", shown); // kept under another name, too
    handlers.retire(&successor);
    QCOMPARE(shown->retirements, 0);
    QCOMPARE(hidden->retirements, 1);
    successor.retire();
    QCOMPARE(shown->retirements, 1);
}

void tst_HandlerRegistry::kinds_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("asynchronous") << int(HandlerKind::Asynchronous) << QStringLiteral("asynchronous");
    QTest::newRow("blocking") << int(HandlerKind::Blocking) << QStringLiteral("blocking");
    QTest::newRow("process") << int(HandlerKind::Process) << QStringLiteral("process");
}

void tst_HandlerRegistry::kinds()
{
    QFETCH(const int, kind);
    QFETCH(const QString, name);
    QCOMPARE(handlerKindName(static_cast<HandlerKind>(kind)), name);
    const std::unique_ptr<CommandHandler> made = handler({});
    QCOMPARE(made->kind(), HandlerKind::Asynchronous);
    QVERIFY(!made->grace()); // the daemon's
    QVERIFY(!made->timeout());
    QVERIFY(!made->isHidden());
    made->retire(); // nothing to let go
}

QTEST_GUILESS_MAIN(tst_HandlerRegistry)
#include "tst_handlerregistry.moc"
