// Bytes of programs as text that can do no harm.
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

namespace DaemonRpc::Monitor {

/// Decodes one stream of output, however it is cut, into lines to be shown. Not thread-safe.
///
/// Bytes that are no UTF-8 become U+FFFD. Control characters are shown by carets (escape is ^[), those that
/// change the direction of writing as escapes: nothing of it is carried out. Of a carriage return before a
/// line feed nothing is shown. Lines end at maxLineCharacters and go on in the next one, since no view is
/// good at longer ones.
///
///     OutputText text;
///     view->insert(text.decode(bytes));
class OutputText
{
public:
    static constexpr qsizetype maxLineCharacters = 2000;

    [[nodiscard]] QString decode(QByteArrayView bytes);

private:
    void append(QString &text, QChar c);
    void appendVisible(QString &text, const QString &characters);
    void appendVisible(QString &text, QChar c);

    QStringDecoder m_decoder{QStringDecoder::Utf8};
    qsizetype m_column = 0;
    bool m_hasReturn = false; // a carriage return whose meaning depends on what follows
};

} // namespace DaemonRpc::Monitor
