// The real window among real daemons, driven by keys.
#include "models/tablemodel.h"
#include "pages/page.h"
#include "systemtest.h"
#include "widgets/recordview.h"
#include "window/monitorsession.h"
#include "window/windowstate.h"

#include <QApplication>
#include <QStandardPaths>

#include <csignal>

using namespace SystemTesting;
using namespace DaemonRpc;
using namespace DaemonRpc::Monitor;
using namespace Qt::StringLiterals;

class tst_monitor_Live : public SystemTest
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void requestsAppearAndOneIsCancelledByKeys();
    void killedDaemonIsGone();
    void handOverShowsTwoRows();
    void pausedWindowStandsStill();
    void windowGoesWhileDaemonsTalk();

private:
    static constexpr int patience = ClientProcess::patience;

    /// A window onto the daemons of the fixture.
    struct Shown
    {
        explicit Shown(const DaemonFixture &fixture)
            : state(fixture.scratch(QStringLiteral("monitor.conf")))
            , session(std::make_unique<MonitorSession>(state))
        {
            session->watch({*RuntimeDirectory::resolve(fixture.directory()), {}, {}});
            session->window().resize(1200, 700);
            session->window().show();
        }

        [[nodiscard]] RecordView *view() const
        {
            return session->window().currentPage()->findChild<RecordView *>();
        }

        [[nodiscard]] static int columnOf(const QAbstractItemModel &model, const QByteArray &key)
        {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.headerData(column, Qt::Horizontal, KeyRole).toByteArray() == key)
                    return column;
            }
            return -1;
        }

        /// What column @p key says, row by row as shown; raw values.
        [[nodiscard]] QStringList values(const QByteArray &key) const
        {
            const QAbstractItemModel &model = *view()->model();
            const int column = columnOf(model, key);
            QStringList values;
            for (int row = 0; column >= 0 && row < model.rowCount(); ++row)
                values.append(model.index(row, column).data(ValueRole).toString());
            return values;
        }

        /// The same of the row whose column @p key contains @p text; empty when there is none.
        [[nodiscard]] QString valueWhere(const QByteArray &key, const QString &text,
                                         const QByteArray &wanted) const
        {
            const QStringList candidates = values(key);
            for (qsizetype row = 0; row < candidates.size(); ++row) {
                if (candidates.at(row).contains(text))
                    return values(wanted).value(row);
            }
            return {};
        }

        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
        {
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &session->window(),
                            key, modifiers);
        }

        WindowState state;
        std::unique_ptr<MonitorSession> session;
    };
};

void tst_monitor_Live::requestsAppearAndOneIsCancelledByKeys()
{
    QVERIFY(fixture().startDaemon(words({"--set", "performance.grace_ms=1500"})));
    QCOMPARE(fixture().run(words({"--daemon-id", "second", "start"})).code, 0);
    Shown shown(fixture());
    QVERIFY(QTest::qWaitForWindowExposed(&shown.session->window()));
    QCOMPARE(shown.session->window().currentPage()->id(), QStringLiteral("overview"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), (QStringList{u"ready"_s, u"ready"_s}), patience);

    std::vector<std::unique_ptr<ClientProcess>> clients;
    for (int i = 0; i < 9; ++i) {
        const QString id = i % 2 == 0 ? u"default"_s : u"second"_s;
        clients.push_back(
            fixture().client(words({"--daemon-id", id, "run", "sleep", QString::number(100 + i)})));
    }
    // Deaf to what is asked of it.
    clients.push_back(fixture().client(
        words({"run", "exec", "sh", "-c", "trap '' TERM INT HUP; echo deaf; while :; do sleep 0.1; done"})));
    for (const auto &client : clients)
        QVERIFY(client->begin());
    QTRY_VERIFY_WITH_TIMEOUT(clients.back()->output().contains("deaf"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), (QStringList{u"busy"_s, u"busy"_s}), patience);

    shown.press(Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(shown.session->window().currentPage()->id(), QStringLiteral("requests"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state").count(u"running"_s), 10, patience);

    // Find it, select it, cancel it.
    shown.press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"deaf"_s);
    QTRY_COMPARE_WITH_TIMEOUT(shown.view()->model()->rowCount(), 1, patience);
    shown.view()->setFocus();
    shown.press(Qt::Key_Home);
    QTRY_COMPARE(shown.view()->selectedKeys().size(), 1);
    shown.press(Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"cancelling"_s}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"forced"_s}, patience);
    QVERIFY(clients.back()->waitForEnd());

    // The page of cancellations tells the same.
    shown.press(Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(shown.session->window().currentPage()->id(), QStringLiteral("cancellations"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"forced"_s}, patience);

    // The others run on.
    shown.press(Qt::Key_3, Qt::ControlModifier);
    shown.press(Qt::Key_F, Qt::ControlModifier);
    shown.press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state").count(u"running"_s), 9, patience);
    for (const auto &client : clients)
        client->sendSignal(SIGINT);
    for (const auto &client : clients)
        QVERIFY(client->waitForEnd());
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state").count(u"cancelled"_s), 9, patience);
}

void tst_monitor_Live::killedDaemonIsGone()
{
    ClientProcess *daemon = fixture().startDaemon();
    QVERIFY(daemon);
    Shown shown(fixture());
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"ready"_s}, patience);
    daemon->sendSignal(SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"gone"_s}, patience);
    QVERIFY(shown.view()->model()->index(0, 0).data(DimmedRole).toBool());
    QVERIFY(fixture().startDaemon());
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state").count(u"ready"_s), 1, patience);
    QCOMPARE(shown.values("state").count(u"gone"_s), 1);
}

void tst_monitor_Live::handOverShowsTwoRows()
{
    QCOMPARE(fixture().run(words({"start"})).code, 0);
    const auto sleeper = fixture().client(words({"run", "sleep", "5"}));
    QVERIFY(sleeper->begin());
    Shown shown(fixture());
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"busy"_s}, patience);
    QCOMPARE(fixture().run(words({"restart"})).code, 0);
    QTRY_VERIFY_WITH_TIMEOUT(shown.values("state").contains(u"draining"_s) &&
                                 shown.values("state").contains(u"ready"_s),
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.values("state").contains(u"gone"_s), patience);
    QVERIFY(sleeper->waitForEnd());
    QCOMPARE(sleeper->code(), 0);
}

void tst_monitor_Live::pausedWindowStandsStill()
{
    QVERIFY(fixture().startDaemon());
    Shown shown(fixture());
    QVERIFY(QTest::qWaitForWindowExposed(&shown.session->window()));
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"ready"_s}, patience);
    shown.view()->setFocus();
    shown.press(Qt::Key_Space);
    QVERIFY(shown.session->clock().isPaused());
    const auto sleeper = fixture().client(words({"run", "sleep", "100"}));
    QVERIFY(sleeper->begin());
    MonitoredDaemon &daemon = *shown.session->daemons().daemons().front();
    QTRY_COMPARE_WITH_TIMEOUT(daemon.state(), MonitoredDaemon::State::Busy, patience);
    QCOMPARE(shown.values("state"), QStringList{u"ready"_s});
    shown.press(Qt::Key_F5);
    QCOMPARE(shown.values("state"), QStringList{u"busy"_s});
    shown.press(Qt::Key_Space);
    sleeper->sendSignal(SIGINT);
    QVERIFY(sleeper->waitForEnd());
    QTRY_COMPARE_WITH_TIMEOUT(shown.values("state"), QStringList{u"ready"_s}, patience);
}

void tst_monitor_Live::windowGoesWhileDaemonsTalk()
{
    QVERIFY(fixture().startDaemon());
    for (int i = 0; i < 5; ++i) {
        auto shown = std::make_unique<Shown>(fixture());
        const auto sleeper = fixture().client(words({"run", "echo", "hello"}));
        QVERIFY(sleeper->begin());
        if (i > 0)
            QTRY_VERIFY_WITH_TIMEOUT(!shown->session->daemons().daemons().empty(), patience);
        shown.reset();
        QVERIFY(sleeper->waitForEnd());
    }
}

QTEST_MAIN(tst_monitor_Live)
#include "tst_monitor_live.moc"
