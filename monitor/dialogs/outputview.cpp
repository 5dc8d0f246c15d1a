#include "dialogs/outputview.h"

#include <QFontDatabase>
#include <QScrollBar>

namespace DaemonRpc::Monitor {

static constexpr std::chrono::milliseconds bundlingTime{60};

OutputView::OutputView(qsizetype maxCharacters, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_maxCharacters(maxCharacters)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Output"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(bundlingTime);
    connect(&m_timer, &QTimer::timeout, this, &OutputView::flush);
}

OutputView::~OutputView() = default;

void OutputView::append(Channel channel, QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    m_receivedBytes += bytes.size();
    m_pendingBytes += bytes.size();
    put(channel == Channel::Output ? Style::Output : Style::ErrorOutput,
        m_texts[static_cast<size_t>(channel)].decode(bytes));
}

void OutputView::appendNotice(const QString &text) { put(Style::Notice, text + u'\n'); }

void OutputView::reset()
{
    m_pending.clear();
    m_pendingBytes = 0;
    m_texts[0] = OutputText();
    m_texts[1] = OutputText();
    m_isWithinLine = false;
    m_receivedBytes = 0;
    m_droppedCharacters = 0;
    clear();
}

void OutputView::put(Style style, const QString &text)
{
    if (m_pending.isEmpty() || m_pending.constLast().style != style)
        m_pending.append({style, text});
    else
        m_pending.last().text += text;
    // More than can be shown need not wait.
    while (m_pending.size() > 1 && m_pending.constFirst().text.size() > m_maxCharacters) {
        m_droppedCharacters += m_pending.constFirst().text.size();
        m_pending.removeFirst();
    }
    if (QString &last = m_pending.last().text; last.size() > 2 * m_maxCharacters) {
        const qsizetype surplus = last.size() - m_maxCharacters;
        m_droppedCharacters += surplus;
        last.remove(0, surplus);
    }
    if (!m_timer.isActive())
        m_timer.start();
}

void OutputView::flush()
{
    m_timer.stop();
    QScrollBar *bar = verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum();
    const int place = bar->value();
    const QList<Piece> pieces = std::exchange(m_pending, {});
    m_pendingBytes = 0;
    setUpdatesEnabled(false);
    for (const Piece &piece : pieces)
        insert(piece);
    trim();
    bar->setValue(isAtEnd ? bar->maximum() : place);
    setUpdatesEnabled(true);
    Q_EMIT drained();
}

void OutputView::insert(const Piece &piece)
{
    if (piece.text.isEmpty())
        return;
    QTextCharFormat format;
    if (piece.style == Style::ErrorOutput) {
        format.setFontItalic(true);
        format.setFontWeight(QFont::DemiBold);
    } else if (piece.style == Style::Notice) {
        format.setForeground(palette().brush(QPalette::PlaceholderText));
        format.setFontItalic(true);
    }

    QString text = piece.text;
    bool isContinued = m_isWithinLine;
    if (isContinued && piece.style != m_last) {
        text.prepend(u'\n');
        isContinued = false;
    }
    if (piece.style == Style::ErrorOutput) {
        const QString mark = errorMark + QStringLiteral(" ");
        const bool endsLine = text.endsWith(u'\n');
        const bool beginsLine = text.startsWith(u'\n') && !isContinued && m_isWithinLine;
        QString body = beginsLine ? text.mid(1) : text;
        if (endsLine)
            body.chop(1);
        body.replace(u'\n', u'\n' + mark);
        if (!isContinued)
            body.prepend(mark);
        text = (beginsLine ? QStringLiteral("\n") : QString()) + body +
               (endsLine ? QStringLiteral("\n") : QString());
    }
    m_isWithinLine = !text.endsWith(u'\n');
    m_last = piece.style;

    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(text, format);
}

void OutputView::trim()
{
    const qsizetype surplus = document()->characterCount() - 1 - m_maxCharacters;
    if (surplus <= 0)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(surplus));
    // Whole lines; all but the last one may go.
    cursor.movePosition(QTextCursor::EndOfBlock);
    if (!cursor.atEnd())
        cursor.movePosition(QTextCursor::NextCharacter);
    m_droppedCharacters += cursor.position();
    cursor.setPosition(0, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

} // namespace DaemonRpc::Monitor
