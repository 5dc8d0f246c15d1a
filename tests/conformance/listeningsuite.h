// Conformance: listeners.
#pragma once

#include "transportfixture.h"

#include <QObject>

namespace DaemonRpc::Testing {

/// Accepting and stopping. Skips itself where the transport has no listener.
class ListeningSuite : public QObject
{
    Q_OBJECT

public:
    explicit ListeningSuite(TransportFixture &fixture)
        : m_fixture(fixture)
    {}

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void announcesEachPeer();
    void connectsTheRightEnds();
    void peerThatLeftAgainIsHandedOut();
    void stopStillHandsOutThoseThatWait();
    void stopRefusesNewPeers();
    void streamsOutliveTheListener();
    void deletesLaterInItsSignal();

private:
    TransportFixture &m_fixture;
    std::unique_ptr<Listener> m_listener;
};

} // namespace DaemonRpc::Testing
