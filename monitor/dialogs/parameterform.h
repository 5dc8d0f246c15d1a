// A form for the parameters of a method.
#pragma once

#include "dialogs/methodinfo.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;

namespace DaemonRpc::Monitor {

/// One field per parameter of a method, with what is wrong with it beneath. Thread-bound.
///
/// A choice (boolean, or one of a list) is a box to choose from, an array or object a field of several lines
/// for JSON, the rest a line. Texts of the daemon are shown as they are, never as rich text.
class ParameterForm : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterForm(QWidget *parent = nullptr);
    ~ParameterForm() override;

    /// Replaces all fields.
    void setMethod(const MethodInfo &method);

    /// What is entered; nothing when something is wrong, which is shown at its field.
    [[nodiscard]] std::optional<QJsonObject> parameters();

    /// Fills in what @p parameters has for the method.
    void setParameters(const QJsonObject &parameters);

    /// Puts the focus to the first field that is wrong.
    void focusProblem();

Q_SIGNALS:
    void changed();

private:
    struct Field
    {
        ParameterInfo parameter;
        QWidget *editor;
        QLabel *problem;
    };

    void addField(const ParameterInfo &parameter);
    [[nodiscard]] QWidget *makeEditor(const ParameterInfo &parameter);
    [[nodiscard]] static QString textOf(const Field &field);
    void check(const Field &field);
    void onEdited(QWidget *editor);

    QFormLayout *m_layout;
    QList<Field> m_fields;
};

} // namespace DaemonRpc::Monitor
