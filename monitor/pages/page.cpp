#include "pages/page.h"

namespace DaemonRpc::Monitor {

Page::Page(QWidget *parent)
    : QWidget(parent)
{}

Page::~Page() = default;

bool Page::selectKey(const RecordKey &) { return false; }

void Page::restoreState(const QByteArray &) {}

} // namespace DaemonRpc::Monitor
