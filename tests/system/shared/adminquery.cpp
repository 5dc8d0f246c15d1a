#include "adminquery.h"

#include "daemonfixture.h"

#include <daemonrpc/admin/adminclient.h>

#include <QTest>

namespace SystemTesting {

using namespace DaemonRpc;

namespace {

/// Makes one call and waits for its answer.
template <typename T, typename Call>
std::optional<T> ask(const DaemonFixture &fixture, Call call)
{
    ClientOptions options;
    options.runtimeDirectory = fixture.directory();
    options.maySpawn = false;
    AdminClient admin(options);
    std::optional<T> answer;
    bool isAnswered = false;
    call(admin, [&](const Result<T> &result) {
        isAnswered = true;
        if (result)
            answer = *result;
        else
            qWarning("the daemon does not answer: %s", qUtf8Printable(result.error().toString()));
    });
    static_cast<void>(QTest::qWaitFor([&] { return isAnswered; }, ClientProcess::patience));
    return answer;
}

} // namespace

std::optional<DaemonSnapshot> statusOf(const DaemonFixture &fixture)
{
    return ask<DaemonSnapshot>(fixture, [](AdminClient &admin, auto callback) { admin.status(callback); });
}

QList<RequestSnapshot> runningIn(const DaemonFixture &fixture)
{
    return ask<QList<RequestSnapshot>>(fixture,
                                       [](AdminClient &admin, auto callback) { admin.requests(callback); })
        .value_or(QList<RequestSnapshot>());
}

QList<RequestSnapshot> historyOf(const DaemonFixture &fixture)
{
    return ask<QList<RequestSnapshot>>(fixture,
                                       [](AdminClient &admin, auto callback) { admin.history(callback); })
        .value_or(QList<RequestSnapshot>());
}

std::optional<CancellationSnapshot> lastCancellation(const DaemonFixture &fixture, const QString &name)
{
    std::optional<CancellationSnapshot> found;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            qint64 latest = 0;
            for (const RequestSnapshot &request : historyOf(fixture)) {
                if (request.cancellation && request.id > latest && request.arguments.startsWith(name)) {
                    latest = request.id;
                    found = request.cancellation;
                }
            }
            return found.has_value();
        },
        10000));
    return found;
}

} // namespace SystemTesting
