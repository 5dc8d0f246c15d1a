// How much daemons log.
#pragma once

#include <QDialog>

class QComboBox;

namespace DaemonRpc::Monitor {

/// Asks for a level and a category. Thread-bound; deletes itself once closed.
class LogLevelDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p who: whose log, for the heading. @p categories are offered; others may be typed.
    LogLevelDialog(const QString &who, const QStringList &categories, QWidget *parent);
    ~LogLevelDialog() override;

    /// "debug", "info", "warning" or "error".
    [[nodiscard]] QString level() const;
    /// Empty for all.
    [[nodiscard]] QString category() const;

Q_SIGNALS:
    void chosen(const QString &level, const QString &category);

private:
    QComboBox *m_level;
    QComboBox *m_category;
};

} // namespace DaemonRpc::Monitor
