// A question before something that hurts.
#pragma once

#include <QDialog>

class QCheckBox;

namespace DaemonRpc::Monitor {

/// Says what will happen and asks whether it may. Thread-bound; deletes itself once closed. The harmless
/// answer is the default one, and what Esc means. Texts are shown as they are, never as rich text.
///
///     auto *dialog = new ConfirmDialog(tr("Stop the daemon?"), consequences, tr("&Stop"), window);
///     connect(dialog, &ConfirmDialog::confirmed, this, &Actions::stop);
///     dialog->open();
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p consequences: one sentence per line, with numbers. @p acceptText is a verb, with a mnemonic.
    ConfirmDialog(const QString &question, const QString &consequences, const QString &acceptText,
                  QWidget *parent);
    ~ConfirmDialog() override;

    /// Offers a choice; unchecked at first.
    void addOption(const QString &text, const QString &description);

    [[nodiscard]] bool isOptionChecked() const;

Q_SIGNALS:
    void confirmed(bool isOptionChecked);

private:
    QCheckBox *m_option;
};

} // namespace DaemonRpc::Monitor
