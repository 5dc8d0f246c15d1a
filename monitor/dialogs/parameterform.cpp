#include "dialogs/parameterform.h"

#include "dialogs/parameterreader.h"
#include "models/formatting.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace DaemonRpc::Monitor {

using Kind = ParameterInfo::Kind;

static constexpr int jsonLines = 4;
static constexpr int maxLineCharacters = 256 * 1024;

ParameterForm::ParameterForm(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setContentsMargins({});
}

ParameterForm::~ParameterForm() = default;

void ParameterForm::setMethod(const MethodInfo &method)
{
    m_fields.clear();
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    for (const ParameterInfo &parameter : method.parameters)
        addField(parameter);
    if (method.parameters.isEmpty()) {
        auto *nothing = new QLabel(tr("This method takes no parameters."), this);
        m_layout->addRow(nothing);
    }
}

std::optional<QJsonObject> ParameterForm::parameters()
{
    QJsonObject object;
    bool isRight = true;
    for (const Field &field : std::as_const(m_fields)) {
        check(field);
        const auto value = ParameterReader::read(field.parameter, textOf(field));
        if (!value)
            isRight = false;
        else if (*value)
            object.insert(field.parameter.name, **value);
    }
    return isRight ? std::optional(object) : std::nullopt;
}

void ParameterForm::setParameters(const QJsonObject &parameters)
{
    for (const Field &field : std::as_const(m_fields)) {
        const auto value = parameters.constFind(field.parameter.name);
        const QString text =
            value == parameters.constEnd() ? QString() : ParameterReader::write(field.parameter, *value);
        if (auto *box = qobject_cast<QComboBox *>(field.editor))
            box->setCurrentIndex(qMax(0, box->findData(text)));
        else if (auto *line = qobject_cast<QLineEdit *>(field.editor))
            line->setText(text);
        else if (auto *lines = qobject_cast<QPlainTextEdit *>(field.editor))
            lines->setPlainText(text);
    }
}

void ParameterForm::focusProblem()
{
    const auto wrong = std::find_if(m_fields.constBegin(), m_fields.constEnd(), [](const Field &field) {
        return !ParameterReader::read(field.parameter, textOf(field));
    });
    if (wrong != m_fields.constEnd())
        wrong->editor->setFocus();
}

void ParameterForm::addField(const ParameterInfo &parameter)
{
    const QString name = Formatting::line(parameter.name);
    QWidget *editor = makeEditor(parameter);
    editor->setObjectName(parameter.name);
    editor->setAccessibleName(name);
    editor->setAccessibleDescription(Formatting::line(parameter.summary));

    const QString shown = QString(name).replace(u'&', QStringLiteral("&&")); // no mnemonic
    auto *label =
        new QLabel(parameter.isRequired ? tr("%1 (required):").arg(shown) : tr("%1:").arg(shown), this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(editor);

    auto *problem = new QLabel(this);
    problem->setObjectName(parameter.name + QStringLiteral("Problem"));
    problem->setTextFormat(Qt::PlainText);
    problem->setWordWrap(true);
    problem->hide();

    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(editor);
    if (!parameter.summary.isEmpty()) {
        auto *summary = new QLabel(Formatting::line(parameter.summary), this);
        summary->setTextFormat(Qt::PlainText);
        summary->setWordWrap(true);
        summary->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(summary);
    }
    column->addWidget(problem);
    m_layout->addRow(label, column);
    m_fields.append({parameter, editor, problem});
}

QWidget *ParameterForm::makeEditor(const ParameterInfo &parameter)
{
    QList<QJsonValue> choices = parameter.choices();
    if (parameter.kind == Kind::Boolean && choices.isEmpty())
        choices = {false, true};
    if (!choices.isEmpty()) {
        auto *box = new QComboBox(this);
        if (!parameter.isRequired)
            box->addItem(tr("(left out)"), QString());
        for (const QJsonValue &choice : std::as_const(choices)) {
            const QString text = ParameterReader::write(parameter, choice);
            box->addItem(Formatting::line(text), text);
        }
        connect(box, &QComboBox::currentIndexChanged, this, [this, box] { onEdited(box); });
        return box;
    }
    if (parameter.kind == Kind::Array || parameter.kind == Kind::Object) {
        auto *lines = new QPlainTextEdit(this);
        lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        lines->setTabChangesFocus(true);
        lines->setFixedHeight(lines->fontMetrics().lineSpacing() * jsonLines);
        lines->setPlaceholderText(parameter.kind == Kind::Array ? tr("JSON: […]") : tr("JSON: {…}"));
        connect(lines, &QPlainTextEdit::textChanged, this, [this, lines] { onEdited(lines); });
        return lines;
    }
    auto *line = new QLineEdit(this);
    line->setMaxLength(maxLineCharacters);
    if (parameter.kind == Kind::Any)
        line->setPlaceholderText(tr("JSON: 1, \"text\", true …"));
    else if (!parameter.isRequired)
        line->setPlaceholderText(tr("Left out when empty"));
    connect(line, &QLineEdit::textChanged, this, [this, line] { onEdited(line); });
    return line;
}

QString ParameterForm::textOf(const Field &field)
{
    if (const auto *box = qobject_cast<const QComboBox *>(field.editor))
        return box->currentData().toString();
    if (const auto *line = qobject_cast<const QLineEdit *>(field.editor))
        return line->text();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(field.editor))
        return lines->toPlainText();
    return {};
}

void ParameterForm::check(const Field &field)
{
    const auto value = ParameterReader::read(field.parameter, textOf(field));
    const QString problem = value ? QString() : tr("⚠ %1").arg(value.error().message());
    field.problem->setText(problem);
    field.problem->setVisible(!problem.isEmpty());
}

void ParameterForm::onEdited(QWidget *editor)
{
    for (const Field &field : std::as_const(m_fields)) {
        if (field.editor == editor)
            check(field);
    }
    Q_EMIT changed();
}

} // namespace DaemonRpc::Monitor
