// Conformance: what is written arrives.
#pragma once

#include "streamsuite.h"

namespace DaemonRpc::Testing {

/// Order, exactness, boundaries.
class ByteSuite : public StreamSuite
{
    Q_OBJECT

public:
    explicit ByteSuite(TransportFixture &fixture)
        : StreamSuite(fixture)
    {}

private Q_SLOTS:
    void arriveByteExact();
    void arriveInBothDirectionsAtOnce();
    void headComesBeforeBody_data();
    void headComesBeforeBody();
    void nothingIsWrittenAsNothing();
    void viewsNeedNotOutliveTheCall();
    void pendingUntilFlushed();
    void leaveAtTheEndOfTheTurn();
    void keepTheirOrderAcrossFlushes();
    void tinyWritesKeepTheirOrder();
    void signalsComeFromTheLoopOnly();
    void receivedIsNeverReentered();
    void tellTheirPeer();
};

} // namespace DaemonRpc::Testing
