// The field that a filter is typed into.
#pragma once

#include <QLineEdit>
#include <QStringList>

#include <functional>

class QCompleter;
class QStringListModel;

namespace DaemonRpc::Monitor {

/// What is wrong with a part of a filter. Value.
struct FilterProblem
{
    qsizetype position = 0;
    qsizetype length = 0;
    QString message; ///< Translated, plain text.

    friend bool operator==(const FilterProblem &, const FilterProblem &) = default;
};

/// A line whose parts can be underlined as wrong, and that completes the word at the cursor. Thread-bound.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// What a word may be continued to, whole words.
    using Completions = std::function<QStringList(const QString &word)>;

    explicit FilterEdit(QWidget *parent = nullptr);
    ~FilterEdit() override;

    void setProblems(const QList<FilterProblem> &problems);

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
    QList<FilterProblem> m_problems;
    bool m_isComposing = false;
};

} // namespace DaemonRpc::Monitor
