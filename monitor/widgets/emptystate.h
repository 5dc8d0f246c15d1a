// What is shown where there is nothing to show.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace DaemonRpc::Monitor {

/// Says why a list is empty and what to do about it: a headline, a text, and perhaps a command to copy.
/// Thread-bound.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Both are translated, and plain text.
    void setText(const QString &headline, const QString &text);

    /// A command for a shell; empty for none.
    void setCommand(const QString &command);

private:
    void copy();
    void sayCopied(bool isCopied);

    QLabel *m_headline;
    QLabel *m_text;
    QWidget *m_commandRow;
    QLineEdit *m_command;
    QPushButton *m_copy;
};

} // namespace DaemonRpc::Monitor
