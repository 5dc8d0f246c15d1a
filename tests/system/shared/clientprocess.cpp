#include "clientprocess.h"

#include "processtable.h"

#include <QTest>

namespace SystemTesting {

ClientProcess::ClientProcess(const QString &program, const QStringList &arguments)
{
    setProgram(program);
    setArguments(arguments);
    connect(this, &QProcess::readyReadStandardOutput, this, &ClientProcess::collect);
    connect(this, &QProcess::readyReadStandardError, this, &ClientProcess::collect);
}

ClientProcess::~ClientProcess()
{
    if (state() == NotRunning)
        return;
    disconnect(this, nullptr, this, nullptr);
    kill();
    waitForFinished(patience);
}

void ClientProcess::setInput(const QByteArray &bytes)
{
    m_input = Input::Given;
    m_given = bytes;
}

void ClientProcess::setVariable(const QString &name, const QString &value)
{
    QProcessEnvironment environment = processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    environment.insert(name, value);
    setProcessEnvironment(environment);
}

bool ClientProcess::begin()
{
    if (m_input == Input::None)
        setStandardInputFile(nullDevice());
    start();
    if (!waitForStarted(patience))
        return false;
    if (m_input == Input::Given) {
        write(m_given);
        closeWriteChannel();
    }
    return true;
}

bool ClientProcess::waitForEnd(int milliseconds)
{
    const bool ended = QTest::qWaitFor([this] { return hasEnded(); }, milliseconds);
    collect();
    return ended;
}

void ClientProcess::sendSignal(int signal) { SystemTesting::sendSignal(processId(), signal); }

void ClientProcess::collect()
{
    m_output += readAllStandardOutput();
    m_errorOutput += readAllStandardError();
}

} // namespace SystemTesting
