// Conformance: how streams end.
#pragma once

#include "streamsuite.h"

namespace DaemonRpc::Testing {

/// The end, closing, destruction.
class EndingSuite : public StreamSuite
{
    Q_OBJECT

public:
    explicit EndingSuite(TransportFixture &fixture)
        : StreamSuite(fixture)
    {}

private Q_SLOTS:
    void destructionEndsThePeer_data();
    void destructionEndsThePeer();
    void endComesAfterAllBytes_data();
    void endComesAfterAllBytes();
    void endIsSaidOnce();
    void endWaitsForReading();
    void writingAfterTheEndIsIgnored();
    void peerThatVanishesReleasesPendingBytes();

    void closesWithNothingQueued();
    void closesAfterEverythingIsSent();
    void closesOnce();
    void closesWhenThePeerIsGone();
    void closesWhenThePeerGoesWithBytesPending();
    void ignoresWhatIsWrittenAfterClosing();
    void readsOnAfterClosing();

    void deletesLaterInItsSignals_data();
    void deletesLaterInItsSignals();
    void destroysTheOtherEndInASlot();
    void destroysWithBytesPending();
    void destroysBothWithBytesPending();
};

} // namespace DaemonRpc::Testing
