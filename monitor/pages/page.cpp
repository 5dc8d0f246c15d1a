#include "pages/page.h"

namespace DaemonRpc::Monitor {

Page::Page(QWidget *parent)
    : QWidget(parent)
{}

Page::~Page() = default;

ActionContext Page::context() const
{
    ActionContext context;
    context.pageId = id();
    const QList<RecordKey> keys = selection();
    context.selectedRows = static_cast<int>(keys.size());
    for (const RecordKey &key : keys) {
        if (!context.daemons.contains(key.daemon))
            context.daemons.append(key.daemon);
    }
    return context;
}

bool Page::selectKey(const RecordKey &) { return false; }

void Page::restoreState(const QByteArray &) {}

} // namespace DaemonRpc::Monitor
