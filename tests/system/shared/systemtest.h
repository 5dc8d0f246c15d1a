// The frame of every system test.
#pragma once

#include "daemonfixture.h"
#include "processtable.h"

#include <QTest>

#include <memory>

namespace SystemTesting {

/// Gives each test function (and each row) a runtime directory of its own and sees, when it has ended, that
/// no process and no file but locks and logs are left there.
class SystemTest : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] DaemonFixture &fixture() const { return *m_fixture; }

    /// For a test that damages its directory on purpose.
    void replaceFixture(std::unique_ptr<DaemonFixture> fixture) { m_fixture = std::move(fixture); }

protected Q_SLOTS:

    void init() { m_fixture = std::make_unique<DaemonFixture>(); }

    void cleanup()
    {
        const QByteArray left = m_fixture->endAll();
        const QByteArray log = QTest::currentTestFailed() ? m_fixture->log() : QByteArray();
        m_fixture.reset();
        if (!log.isEmpty())
            qWarning("the daemon's log: %s", log.constData());
        QVERIFY2(left.isEmpty(), "left behind: " + left);
    }

private:
    std::unique_ptr<DaemonFixture> m_fixture;
};

} // namespace SystemTesting
