// The filter above a list.
#pragma once

#include "widgets/filteredit.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace DaemonRpc::Monitor {

/// A field for a filter, what is wrong with it (in place, never in a window of its own), and how many rows it
/// leaves. Thread-bound. It knows nothing of what filters mean.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_edit->text(); }

    void setText(const QString &text) { m_edit->setText(text); }

    /// Adds @p term at the end, unless it is there.
    void addTerm(const QString &term);

    void clear() { m_edit->clear(); }

    /// Puts the cursor there and selects the text.
    void focusText();

    void setProblems(const QList<FilterError> &problems);
    void setCounts(int shown, int total);

    [[nodiscard]] FilterEdit &edit() const { return *m_edit; }

    /// Puts @p widget before the count; takes it.
    void addWidget(QWidget *widget);

Q_SIGNALS:
    void textChanged(const QString &text);

private:
    QHBoxLayout *m_row;
    FilterEdit *m_edit;
    QLabel *m_count;
    QLabel *m_message;
};

} // namespace DaemonRpc::Monitor
