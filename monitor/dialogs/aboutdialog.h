// What this program is.
#pragma once

#include <QDialog>

namespace DaemonRpc::Monitor {

/// Version, build, licence, and the Qt that is used. Thread-bound; deletes itself once closed.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
    ~AboutDialog() override;
};

} // namespace DaemonRpc::Monitor
