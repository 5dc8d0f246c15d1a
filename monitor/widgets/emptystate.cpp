#include "widgets/emptystate.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace DaemonRpc::Monitor {

static constexpr int textColumns = 60;
static constexpr int commandColumns = 80;
static constexpr int iconPixels = 64;
static constexpr std::chrono::seconds copiedFor{2};

static QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_headline(textLabel(this))
    , m_text(textLabel(this))
    , m_commandRow(new QWidget(this))
    , m_command(new QLineEdit(m_commandRow))
    , m_copy(new QPushButton(m_commandRow))
{
    auto *icon = new QLabel(this);
    icon->setAlignment(Qt::AlignHCenter);
    icon->setPixmap(QGuiApplication::windowIcon().pixmap(iconPixels));

    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    font.setBold(true);
    m_headline->setFont(font);
    const int width = textColumns * fontMetrics().averageCharWidth();
    m_headline->setFixedWidth(width);
    m_text->setFixedWidth(width);

    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setAccessibleName(tr("Command to run in a terminal"));
    m_copy->setAccessibleName(tr("Copy the command"));
    auto *row = new QHBoxLayout(m_commandRow);
    row->setContentsMargins({});
    row->addStretch();
    row->addWidget(m_command);
    row->addWidget(m_copy);
    row->addStretch();
    connect(m_copy, &QPushButton::clicked, this, &EmptyState::copy);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_headline, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(layout->spacing());
    layout->addWidget(m_commandRow);
    layout->addStretch(3);
    sayCopied(false);
    setCommand({});
}

void EmptyState::setText(const QString &headline, const QString &text)
{
    m_headline->setText(headline);
    m_text->setText(text);
    for (QLabel *label : {m_headline, m_text})
        label->setMinimumHeight(label->heightForWidth(label->width()));
}

void EmptyState::setCommand(const QString &command)
{
    m_command->setText(command);
    m_command->setCursorPosition(0);
    const QFontMetrics metrics = m_command->fontMetrics();
    // A path may be as long as it likes; the window may not.
    m_command->setMinimumWidth(qMin(metrics.horizontalAdvance(command) + 4 * metrics.averageCharWidth(),
                                    commandColumns * metrics.averageCharWidth()));
    m_commandRow->setVisible(!command.isEmpty());
}

void EmptyState::copy()
{
    QGuiApplication::clipboard()->setText(m_command->text());
    sayCopied(true);
    QTimer::singleShot(copiedFor, this, [this] { sayCopied(false); });
}

void EmptyState::sayCopied(bool isCopied) { m_copy->setText(isCopied ? tr("Copied") : tr("&Copy")); }

} // namespace DaemonRpc::Monitor
