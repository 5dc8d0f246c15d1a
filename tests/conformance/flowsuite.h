// Conformance: a slow reader holds its writer back.
#pragma once

#include "streamsuite.h"

namespace DaemonRpc::Testing {

/// Pausing, backpressure, bounded memory.
class FlowSuite : public StreamSuite
{
    Q_OBJECT

public:
    explicit FlowSuite(TransportFixture &fixture)
        : StreamSuite(fixture)
    {}

private Q_SLOTS:
    void slowReaderBoundsTheWriter_data();
    void slowReaderBoundsTheWriter();
    void unreadBytesAreHeldBack();
    void nothingComesBeforeReadingStarts();
    void nothingComesWhilePaused();
    void pauseBeforeTheLoopTurnsCounts();
    void pausedReaderStillWrites();
};

} // namespace DaemonRpc::Testing
