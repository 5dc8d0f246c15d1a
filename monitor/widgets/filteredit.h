// The field that a filter is typed into.
#pragma once

#include "models/filtererror.h"

#include <QLineEdit>
#include <QStringList>

#include <functional>

class QCompleter;
class QStringListModel;

namespace DaemonRpc::Monitor {

/// A line whose parts can be underlined as wrong, and that completes the word at the cursor. Thread-bound.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// What a word may be continued to, whole words.
    using Completions = std::function<QStringList(const QString &word)>;

    explicit FilterEdit(QWidget *parent = nullptr);
    ~FilterEdit() override;

    void setProblems(const QList<FilterError> &problems);

    void setCompletions(Completions completions) { m_completions = std::move(completions); }

    [[nodiscard]] QCompleter *wordCompleter() const { return m_completer; }

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where the word at the cursor begins.
    [[nodiscard]] qsizetype wordStart() const;
    void complete();
    void insertCompletion(const QString &word);
    void underline();

    QCompleter *m_completer;
    QStringListModel *m_words;
    Completions m_completions;
    QList<FilterError> m_problems;
    bool m_isComposing = false;
};

} // namespace DaemonRpc::Monitor
