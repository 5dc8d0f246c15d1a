#include "widgets/filteredit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStringListModel>
#include <QTextCharFormat>

namespace DaemonRpc::Monitor {

static constexpr int maxShownWords = 12;

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_words(new QStringListModel(m_completer))
{
    setClearButtonEnabled(true);
    m_completer->setWidget(this);
    m_completer->setModel(m_words);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(maxShownWords);
    m_completer->popup()->setAccessibleName(tr("Possible filters"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &FilterEdit::insertCompletion);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::complete);
}

FilterEdit::~FilterEdit() = default;

void FilterEdit::setProblems(const QList<FilterError> &problems)
{
    if (m_problems.isEmpty() && problems.isEmpty())
        return;
    m_problems = problems;
    underline();
}

void FilterEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible() &&
        event->modifiers() == Qt::AltModifier) {
        complete();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

// Words end at blanks, but for those within quotes.
qsizetype FilterEdit::wordStart() const
{
    qsizetype start = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < cursorPosition(); ++i) {
        const QChar c = text().at(i);
        if (c == u'"')
            isQuoted = !isQuoted;
        else if (c.isSpace() && !isQuoted)
            start = i + 1;
    }
    return start;
}

void FilterEdit::complete()
{
    const qsizetype start = wordStart();
    const QString word = text().mid(start, cursorPosition() - start);
    QStringList words = m_completions && !word.isEmpty() ? m_completions(word) : QStringList();
    words.removeAll(word);
    m_words->setStringList(words);
    if (words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + 4 * fontMetrics().averageCharWidth());
    m_completer->complete(place);
}

void FilterEdit::insertCompletion(const QString &word)
{
    const qsizetype start = wordStart();
    setText(text().left(start) + word + text().mid(cursorPosition()));
    setCursorPosition(static_cast<int>(start + word.size()));
}

// A line edit has no formats of its own but those of an input method.
void FilterEdit::underline()
{
    if (m_isComposing)
        return;
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.setUnderlineColor(QColor(Qt::red));
    QList<QInputMethodEvent::Attribute> attributes;
    for (const FilterError &problem : m_problems) {
        const qsizetype position = qBound<qsizetype>(0, problem.position, text().size());
        const qsizetype length = qBound<qsizetype>(0, problem.length, text().size() - position);
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(position - cursorPosition()),
                           static_cast<int>(length), wrong});
    }
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
}

} // namespace DaemonRpc::Monitor
