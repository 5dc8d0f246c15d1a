#include "counterwindow.h"

#include <QHBoxLayout>
#include <QJsonObject>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

CounterWindow::CounterWindow(const ClientOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_value(u"…"_s)
    , m_less(u"−"_s)
    , m_more(u"+"_s)
    , m_channel(options, Intent::Run)
{
    auto *layout = new QHBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{&m_less, &m_value, &m_more})
        layout->addWidget(widget);
    connect(&m_more, &QPushButton::clicked, this, [this] { call(u"counter.increment"_s); });
    connect(&m_less, &QPushButton::clicked, this, [this] { call(u"counter.decrement"_s); });
    connect(&m_channel, &RpcChannel::received, this,
            [this](QByteArrayView message) { static_cast<void>(m_calls.receive(message)); });
    connect(&m_channel, &RpcChannel::failed, this,
            [this](const Error &error) { display(unexpected(error)); });
    m_calls.setNotificationHandler([this](const QString &, const QJsonValue &params) {
        display(params.toObject().value("value"_L1)); // counter.changed
    });
    call(u"counter.subscribe"_s);
}

void CounterWindow::call(const QString &method)
{
    m_channel.send(m_calls.request(method, {}, [this](const auto &value) { display(value); }).bytes);
}

void CounterWindow::display(const Result<QJsonValue> &value)
{
    m_value.setText(value ? QString::number(value->toInteger()) : value.error().message());
}
