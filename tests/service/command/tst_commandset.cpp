#include <daemonrpc/service/command/commandset.h>

#include <QTest>

using namespace DaemonRpc;

class tst_CommandSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsToTheStock();
    void keepsWhatHasNotChanged();
    void laterDefinitionCounts();

private:
    static CommandDefinition definition(const QByteArray &name, const QByteArray &program = "cat")
    {
        CommandDefinition definition;
        definition.name = name;
        definition.program = program;
        definition.description = QString::fromUtf8(program);
        return definition;
    }

    static HandlerRegistry stock()
    {
        HandlerRegistry handlers;
        for (const char *name : {"echo", "replaced"}) {
            handlers.add(name, std::make_unique<FunctionHandler>(
                                   [](RequestContext &) -> std::unique_ptr<Execution> { return nullptr; },
                                   QStringLiteral("stock")));
        }
        return handlers;
    }
};

void tst_CommandSet::addsToTheStock()
{
    CommandSet set;
    const HandlerRegistry handlers = set.update({definition("a"), definition("replaced", "b")}, stock());
    QCOMPARE(handlers.names(), QByteArrayList({"a", "echo", "replaced"}));
    QCOMPARE(handlers.find("echo")->summary(), QStringLiteral("stock"));
    QCOMPARE(handlers.find("replaced")->summary(), QStringLiteral("b"));
    QCOMPARE(handlers.find("a")->kind(), HandlerKind::Process);
    QCOMPARE(set.commands().size(), 2);
    QCOMPARE(set.commands()[0]->definition().name, QByteArray("a"));
}

void tst_CommandSet::keepsWhatHasNotChanged()
{
    CommandSet set;
    HandlerRegistry first = set.update({definition("kept"), definition("changed"), definition("gone")}, {});
    const std::weak_ptr<CommandHandler> gone = first.share("gone");
    const HandlerRegistry second = set.update({definition("changed", "tac"), definition("kept")}, {});
    QCOMPARE(second.find("kept"), first.find("kept"));
    QVERIFY(second.find("changed") != first.find("changed"));
    QCOMPARE(second.find("gone"), nullptr);
    QVERIFY(!gone.expired()); // the first registry still has it
    first = HandlerRegistry();
    QVERIFY(gone.expired());
}

void tst_CommandSet::laterDefinitionCounts()
{
    CommandSet set;
    const HandlerRegistry handlers = set.update({definition("a", "first"), definition("a", "second")}, {});
    QCOMPARE(handlers.find("a")->summary(), QStringLiteral("second"));
    QCOMPARE(set.commands().size(), 1);
}

QTEST_GUILESS_MAIN(tst_CommandSet)

#include "tst_commandset.moc"
