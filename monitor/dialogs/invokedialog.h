// Calling methods of a daemon by hand.
#pragma once

#include "dialogs/daemondialog.h"
#include "dialogs/methodinfo.h"

#include <QElapsedTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSplitter;

namespace DaemonRpc::Monitor {

class ParameterForm;

/// Offers the JSON-RPC methods that a daemon lists, makes a form of their parameters, and shows what they
/// reply and how long that took. Thread-bound.
class InvokeDialog : public DaemonDialog
{
    Q_OBJECT

public:
    static constexpr qsizetype maxShownCharacters = 256 * 1024;
    static constexpr int maxHistory = 20;

    InvokeDialog(DaemonList &daemons, qint64 serial, QWidget *parent);
    ~InvokeDialog() override;

    /// Chooses a method; false while it is not known.
    bool chooseMethod(const QString &name);

    [[nodiscard]] QString chosenMethod() const;

protected:
    void onDaemonChanged() override;

private:
    void build();
    [[nodiscard]] QWidget *makeChooser();
    [[nodiscard]] QWidget *makeCall();
    [[nodiscard]] QWidget *makeReply();
    void askForMethods();
    void onMethods(const Result<QJsonValue> &answer);
    void filter(const QString &text);
    void onMethodChosen();
    void invoke();
    void onReply(const Result<QJsonValue> &answer);
    void remember(const QString &method, const QJsonObject &parameters);
    void recall(int entry);
    void enable();
    [[nodiscard]] const MethodInfo *current() const;

    QLineEdit *m_filter;
    QListWidget *m_list;
    QLabel *m_problem;
    QLabel *m_name;
    QLabel *m_summary;
    QLabel *m_warning;
    ParameterForm *m_form;
    QComboBox *m_history;
    QPlainTextEdit *m_reply;
    QLabel *m_state;
    QPushButton *m_call;

    QList<MethodInfo> m_methods;
    QPointer<AdminClient> m_asked; // of the call that is pending, or of the list
    bool m_isCalling = false;
    bool m_isListing = false;
    QElapsedTimer m_elapsed;
};

} // namespace DaemonRpc::Monitor
