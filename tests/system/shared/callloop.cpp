#include "callloop.h"

#include "daemonfixture.h"

#include <algorithm>

namespace SystemTesting {

using namespace DaemonRpc;

static constexpr int rememberedFailures = 10;

CallLoop::CallLoop(const DaemonFixture &fixture, int clientCount)
{
    ClientOptions options;
    options.runtimeDirectory = fixture.directory();
    options.maySpawn = false;
    options.versionPolicy = VersionPolicy::Ignore; // whatever build the test itself is
    for (int i = 0; i < clientCount; ++i)
        m_clients.push_back(std::make_unique<Client>(options));
}

CallLoop::~CallLoop() = default;

void CallLoop::start()
{
    for (const std::unique_ptr<Client> &client : m_clients)
        call(client.get());
}

void CallLoop::call(Client *client)
{
    ++m_running;
    QElapsedTimer timer;
    timer.start();
    Reply *reply = client->execute(Command({"echo", "x"}));
    auto output = std::make_shared<QByteArray>();
    auto accepted = std::make_shared<int>(0);
    connect(reply, &Reply::outputReceived, this,
            [output](QByteArrayView bytes) { output->append(bytes.toByteArray()); });
    connect(reply, &Reply::accepted, this, [accepted] { ++*accepted; });
    connect(reply, &Reply::finished, this, [this, client, reply, output, accepted, timer] {
        m_durationsUs.append(timer.nsecsElapsed() / 1000);
        check(*reply, *output);
        if (*accepted > 1)
            ++m_repeated;
        reply->deleteLater();
        --m_running;
        if (!m_isStopping)
            call(client);
    });
}

void CallLoop::check(const Reply &reply, const QByteArray &output)
{
    if (!reply.error() && reply.exitCode() == 0 && output == "x\n")
        return;
    if (m_failures.size() < rememberedFailures)
        m_failures.append(reply.error()
                              ? reply.error()->toString().toUtf8()
                              : "exit code " + QByteArray::number(reply.exitCode()) + ", output " + output);
}

qint64 CallLoop::medianUs() const
{
    QList<qint64> sorted = m_durationsUs;
    std::sort(sorted.begin(), sorted.end());
    return sorted.isEmpty() ? 0 : sorted.at(sorted.size() / 2);
}

qint64 CallLoop::slowestUs() const
{
    return m_durationsUs.isEmpty() ? 0 : *std::max_element(m_durationsUs.begin(), m_durationsUs.end());
}

} // namespace SystemTesting
