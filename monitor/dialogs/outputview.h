// What a program writes, as it comes.
#pragma once

#include "dialogs/outputtext.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace DaemonRpc::Monitor {

/// Shows standard output and standard error of a program in the order in which they come, the latest part of
/// them. Thread-bound.
///
/// Lines of standard error begin with errorMark and are slanted. Text is taken over in bundles, a few times a
/// second; who feeds it pauses while isFull(), until drained().
class OutputView : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Channel { Output, ErrorOutput };

    static constexpr QChar errorMark{u'!'};
    /// Bytes that wait to be shown; more is held back by who feeds it, or the eldest is left out.
    static constexpr qsizetype fullBytes = 256 * 1024;

    /// Shows at most @p maxCharacters.
    explicit OutputView(qsizetype maxCharacters, QWidget *parent = nullptr);
    ~OutputView() override;

    void append(Channel channel, QByteArrayView bytes);
    /// A remark of ours on a line of its own.
    void appendNotice(const QString &text);
    void reset();

    [[nodiscard]] bool isFull() const { return m_pendingBytes >= fullBytes; }

    /// Bytes of either stream that were appended.
    [[nodiscard]] qint64 receivedBytes() const { return m_receivedBytes; }

    /// Characters that are no longer shown, since there were too many.
    [[nodiscard]] qint64 droppedCharacters() const { return m_droppedCharacters; }

    /// All that waits is shown now.
    void flush();

Q_SIGNALS:
    /// What waited is shown.
    void drained();

private:
    enum class Style { Output, ErrorOutput, Notice };

    struct Piece
    {
        Style style;
        QString text;
    };

    void put(Style style, const QString &text);
    void insert(const Piece &piece);
    void trim();

    qsizetype m_maxCharacters;
    OutputText m_texts[2];
    QList<Piece> m_pending;
    qsizetype m_pendingBytes = 0;
    Style m_last = Style::Output;
    bool m_isWithinLine = false;
    qint64 m_receivedBytes = 0;
    qint64 m_droppedCharacters = 0;
    QTimer m_timer;
};

} // namespace DaemonRpc::Monitor
