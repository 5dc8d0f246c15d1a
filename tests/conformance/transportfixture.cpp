#include "transportfixture.h"

#include "bytesuite.h"
#include "endingsuite.h"
#include "flowsuite.h"
#include "listeningsuite.h"

#include <QTest>

#include <unistd.h>

namespace DaemonRpc::Testing {

StreamPair TransportFixture::makePair()
{
    const std::unique_ptr<Listener> listener = listen();
    if (!listener)
        return {};
    StreamPair pair;
    pair.near = dial();
    pair.far = acceptFrom(*listener);
    return pair;
}

PeerCredentials ownCredentials() { return {::getpid(), ::geteuid(), ::getegid()}; }

std::unique_ptr<Stream> acceptFrom(Listener &listener)
{
    std::unique_ptr<Stream> stream;
    const bool came = QTest::qWaitFor([&] {
        stream = listener.nextStream();
        return stream != nullptr;
    });
    return came ? std::move(stream) : nullptr;
}

int runConformance(int argc, char **argv, TransportFixture &fixture)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = application.arguments();
    ByteSuite bytes(fixture);
    FlowSuite flow(fixture);
    EndingSuite ending(fixture);
    ListeningSuite listening(fixture);
    const std::pair<QString, QObject *> suites[] = {{QStringLiteral("bytes"), &bytes},
                                                    {QStringLiteral("flow"), &flow},
                                                    {QStringLiteral("ending"), &ending},
                                                    {QStringLiteral("listening"), &listening}};
    const QString wanted = arguments.value(1);
    for (const auto &[name, suite] : suites) {
        if (name == wanted) {
            arguments.removeAt(1);
            return QTest::qExec(suite, arguments);
        }
    }
    int failures = 0;
    for (const auto &[name, suite] : suites)
        failures += QTest::qExec(suite, arguments);
    return failures;
}

} // namespace DaemonRpc::Testing
