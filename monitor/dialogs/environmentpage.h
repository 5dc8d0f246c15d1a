// How the environment of a request differs from its daemon's.
#pragma once

#include <daemonrpc/admin/environmentdiff.h>

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace DaemonRpc::Monitor {

/// Lists the variables that differ. Thread-bound. Values that look like secrets were hidden by the daemon.
class EnvironmentPage : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentPage(QWidget *parent = nullptr);
    ~EnvironmentPage() override;

    void showDiff(const EnvironmentDiff &diff);

    /// Says why there is nothing to see.
    void say(const QString &text);

private:
    void addRow(const QString &change, const QString &name, const QString &value, const QString &daemonValue,
                const QString &toolTip);

    QTreeWidget *m_list;
    QLabel *m_state;
};

} // namespace DaemonRpc::Monitor
