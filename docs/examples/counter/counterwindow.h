// A window onto the counter.
#pragma once

#include <daemonrpc/client/rpcchannel.h>
#include <daemonrpc/jsonrpc/rpcclient.h>

#include <QLabel>
#include <QPushButton>
#include <QWidget>

/// Shows the counter's value as it changes, whoever changes it. Thread-bound.
class CounterWindow : public QWidget
{
    Q_OBJECT

public:
    explicit CounterWindow(const DaemonRpc::ClientOptions &options, QWidget *parent = nullptr);

private:
    void call(const QString &method);
    void display(const DaemonRpc::Result<QJsonValue> &value);

    QLabel m_value;
    QPushButton m_less;
    QPushButton m_more;
    DaemonRpc::RpcClient m_calls;
    DaemonRpc::RpcChannel m_channel; // starts the daemon when there is none
};
