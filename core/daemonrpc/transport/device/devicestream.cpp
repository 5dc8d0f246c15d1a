#include <daemonrpc/transport/device/devicestream.h>

#include <QAbstractSocket>
#include <QLocalSocket>
#include <QPointer>

namespace DaemonRpc {

DeviceStream::DeviceStream(std::unique_ptr<QIODevice> device, std::optional<PeerCredentials> peer,
                           QObject *parent)
    : Stream(parent)
    , m_device(std::move(device))
    , m_peer(peer)
{
    connect(m_device.get(), &QIODevice::readyRead, this, &DeviceStream::readAll);
    connect(m_device.get(), &QIODevice::bytesWritten, this, &DeviceStream::onBytesWritten);
    connect(m_device.get(), &QIODevice::readChannelFinished, this, &DeviceStream::onDisconnected);
    if (auto *local = qobject_cast<QLocalSocket *>(m_device.get())) {
        connect(local, &QLocalSocket::disconnected, this, &DeviceStream::onDisconnected);
        local->setReadBufferSize(readBufferBytes);
        m_isDisconnected = local->state() == QLocalSocket::UnconnectedState; // it may have waited for us
    } else if (auto *socket = qobject_cast<QAbstractSocket *>(m_device.get())) {
        connect(socket, &QAbstractSocket::disconnected, this, &DeviceStream::onDisconnected);
        socket->setReadBufferSize(readBufferBytes);
        m_isDisconnected = socket->state() == QAbstractSocket::UnconnectedState;
    }
}

DeviceStream::~DeviceStream() { disconnect(m_device.get(), nullptr, this, nullptr); }

void DeviceStream::write(QByteArrayView head, QByteArrayView body)
{
    if (m_isDisconnected || m_closing)
        return;
    if (!head.isEmpty())
        m_device->write(head.data(), head.size());
    if (!body.isEmpty())
        m_device->write(body.data(), body.size());
}

void DeviceStream::flush()
{
    m_isFlushing = true;
    if (auto *local = qobject_cast<QLocalSocket *>(m_device.get()))
        local->flush();
    else if (auto *socket = qobject_cast<QAbstractSocket *>(m_device.get()))
        socket->flush();
    m_isFlushing = false;
}

qint64 DeviceStream::bytesPending() const { return m_device->bytesToWrite(); }

void DeviceStream::setReading(bool enabled)
{
    m_isReading = enabled;
    // What came while paused has been announced already; say it from the loop, as a fresh arrival would.
    if (enabled)
        QMetaObject::invokeMethod(this, &DeviceStream::readAll, Qt::QueuedConnection);
}

void DeviceStream::readAll()
{
    const QPointer<DeviceStream> guard(this);
    while (guard && m_isReading && m_device->bytesAvailable() > 0) {
        const QByteArray bytes = m_device->read(readBufferBytes);
        if (bytes.isEmpty())
            break;
        Q_EMIT received(bytes);
    }
    if (!guard || !m_isReading || !m_isDisconnected || m_saidEnded || m_device->bytesAvailable() > 0)
        return;
    m_saidEnded = true;
    Q_EMIT ended();
}

void DeviceStream::onBytesWritten()
{
    if (m_isFlushing) {
        // Qt says so from within flush(): a slot that writes the next piece would overtake our caller.
        QMetaObject::invokeMethod(this, &DeviceStream::onBytesWritten, Qt::QueuedConnection);
        return;
    }
    const QPointer<DeviceStream> guard(this);
    Q_EMIT sent();
    if (guard)
        sayClosedIfDone();
}

// May come while bytes are still unread: the end is said after the last of them.
void DeviceStream::onDisconnected()
{
    if (m_isDisconnected)
        return;
    m_isDisconnected = true;
    QMetaObject::invokeMethod(this, &DeviceStream::readAll, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &DeviceStream::sayClosedIfDone, Qt::QueuedConnection);
}

void DeviceStream::closeWhenSent()
{
    flush();
    m_closing = true;
    QMetaObject::invokeMethod(this, &DeviceStream::sayClosedIfDone, Qt::QueuedConnection);
}

void DeviceStream::sayClosedIfDone()
{
    if (!m_closing || m_saidClosed || (!m_isDisconnected && m_device->bytesToWrite() > 0))
        return;
    m_saidClosed = true;
    Q_EMIT closed();
}

std::optional<PeerCredentials> DeviceStream::peer() const { return m_peer; }

} // namespace DaemonRpc
