#include "epolltest.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/eventfd.h>

using namespace DaemonRpc;
using namespace std::chrono_literals;

using Type = QSocketNotifier::Type;

class TestEpollNotifiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { QTRY_VERIFY(!turn()); }

    void activates_data();
    void activates();
    void exceptionOnUrgentData();
    void typesOfOneDescriptorAreIndependent();
    void hangUpReachesEveryType();
    void disabledInTheSameTurn();
    void deletedInTheSameTurn();
    void numberReusedInTheSameTurn();
    void notifierReplacedInTheSameTurn();
    void mayDisableAndEnableItself();
    void nestedTurnServesTheRest();
    void servesMoreThanOneBatch();
    void fileIsAlwaysReady_data();
    void fileIsAlwaysReady();
    void fileAsStandardInput();
    void exceptionOnFileDoesNotSpin();
    void fileClosedBeforeDisabling();
    void closedBeforeDisabling();
    void closedButAliveElsewhere();
    void closedAndDeletedButAliveElsewhere();
    void numberReusedWhileOldNotifierIsEnabled();
    void invalidDescriptorIsDisabled();
    void secondNotifierOfOneTypeWins();

private:
    /// Turns until nothing happens any more, but no more than a bounded number: true when the loop came to
    /// rest.
    static bool comesToRest()
    {
        for (int round = 0; round < 300; ++round) {
            if (!turn())
                return true;
        }
        return false;
    }
};

void TestEpollNotifiers::activates_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<bool>("send");
    QTest::addColumn<bool>("expected");
    QTest::newRow("read, data") << Type::Read << true << true;
    QTest::newRow("read, nothing") << Type::Read << false << false;
    QTest::newRow("write") << Type::Write << false << true;
    QTest::newRow("exception, plain data") << Type::Exception << true << false;
}

void TestEpollNotifiers::activates()
{
    QFETCH(Type, type);
    QFETCH(bool, send);
    QFETCH(bool, expected);

    SocketPair pair;
    QVERIFY(!send || pair.send());
    QSocketNotifier notifier(pair.here.get(), type);
    int activations = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&](QSocketDescriptor fd, Type activated) {
        ++activations;
        QCOMPARE(int(fd), pair.here.get());
        QCOMPARE(activated, type);
    });
    QCOMPARE(turn(), expected);
    QCOMPARE(activations, expected ? 1 : 0);
    turn();
    QCOMPARE(activations, expected ? 2 : 0);
    notifier.setEnabled(false);
    QVERIFY(!turn());
    notifier.setEnabled(true);
    QCOMPARE(turn(), expected);
}

void TestEpollNotifiers::exceptionOnUrgentData()
{
    const FileDescriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    QCOMPARE(::bind(listener.get(), generic, size), 0);
    QCOMPARE(::listen(listener.get(), 1), 0);
    QCOMPARE(::getsockname(listener.get(), generic, &size), 0);
    const FileDescriptor client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QCOMPARE(::connect(client.get(), generic, size), 0);
    const FileDescriptor server(::accept(listener.get(), nullptr, nullptr));

    QSocketNotifier notifier(server.get(), QSocketNotifier::Exception);
    QSignalSpy activated(&notifier, &QSocketNotifier::activated);
    QVERIFY(!turn());
    QCOMPARE(::send(client.get(), "!", 1, MSG_OOB), 1);
    QTRY_VERIFY(activated.count() > 0);
}

void TestEpollNotifiers::typesOfOneDescriptorAreIndependent()
{
    SocketPair pair;
    QSocketNotifier read(pair.here.get(), QSocketNotifier::Read);
    QSocketNotifier write(pair.here.get(), QSocketNotifier::Write);
    QSocketNotifier exception(pair.here.get(), QSocketNotifier::Exception);
    QSignalSpy reads(&read, &QSocketNotifier::activated);
    QSignalSpy writes(&write, &QSocketNotifier::activated);
    QSignalSpy exceptions(&exception, &QSocketNotifier::activated);

    turn();
    QCOMPARE(writes.count(), 1);
    QCOMPARE(reads.count(), 0);

    write.setEnabled(false);
    QVERIFY(!turn());
    QVERIFY(pair.send());
    turn();
    QCOMPARE(reads.count(), 1);

    read.setEnabled(false);
    write.setEnabled(true);
    turn();
    QCOMPARE(reads.count(), 1);
    QCOMPARE(writes.count(), 2);
    QCOMPARE(exceptions.count(), 0);
}

void TestEpollNotifiers::hangUpReachesEveryType()
{
    SocketPair pair;
    pair.there.reset();
    for (const Type type : {Type::Read, Type::Write, Type::Exception}) {
        QSocketNotifier notifier(pair.here.get(), type);
        QSignalSpy activated(&notifier, &QSocketNotifier::activated);
        turn();
        QCOMPARE(activated.count(), 1);
    }
    QVERIFY(!turn());
}

void TestEpollNotifiers::disabledInTheSameTurn()
{
    SocketPair first;
    SocketPair second;
    QVERIFY(first.send() && second.send());
    QSocketNotifier one(first.here.get(), QSocketNotifier::Read);
    QSocketNotifier two(second.here.get(), QSocketNotifier::Read);
    int activations = 0;
    connect(&one, &QSocketNotifier::activated, this, [&] {
        ++activations;
        two.setEnabled(false);
    });
    connect(&two, &QSocketNotifier::activated, this, [&] {
        ++activations;
        one.setEnabled(false);
    });
    turn();
    QCOMPARE(activations, 1);
    QVERIFY(one.isEnabled() != two.isEnabled());
}

void TestEpollNotifiers::deletedInTheSameTurn()
{
    // Both directions of one descriptor and another descriptor: whichever comes first deletes the rest.
    SocketPair first;
    SocketPair second;
    QVERIFY(first.send() && second.send());
    QList<QSocketNotifier *> all = {new QSocketNotifier(first.here.get(), QSocketNotifier::Read),
                                    new QSocketNotifier(first.here.get(), QSocketNotifier::Write),
                                    new QSocketNotifier(second.here.get(), QSocketNotifier::Read),
                                    new QSocketNotifier(second.here.get(), QSocketNotifier::Write)};
    int activations = 0;
    for (QSocketNotifier *notifier : std::as_const(all)) {
        connect(notifier, &QSocketNotifier::activated, this, [&activations, &all, notifier] {
            ++activations;
            for (QSocketNotifier *other : std::exchange(all, {notifier})) {
                if (other != notifier)
                    delete other;
            }
            notifier->setEnabled(false);
            notifier->deleteLater();
        });
    }
    turn();
    QCOMPARE(activations, 1);
    QVERIFY(comesToRest());
}

void TestEpollNotifiers::numberReusedInTheSameTurn()
{
    SocketPair pairs[2];
    std::unique_ptr<QSocketNotifier> notifiers[2];
    SocketPair fresh;
    std::unique_ptr<QSocketNotifier> newcomer;
    int newcomerActivations = 0;
    int activations = 0;
    for (size_t index = 0; index < 2; ++index) {
        QVERIFY(pairs[index].send());
        notifiers[index] = std::make_unique<QSocketNotifier>(pairs[index].here.get(), QSocketNotifier::Read);
        connect(notifiers[index].get(), &QSocketNotifier::activated, this, [&, index](QSocketDescriptor fd) {
            ++activations;
            SocketPair::drain(fd);
            const size_t other = 1 - index;
            const int number = pairs[other].here.get();
            notifiers[other].reset();
            // Closes the other's file and gives its number to one that has nothing to read.
            QCOMPARE(::dup2(fresh.here.get(), number), number);
            newcomer = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
            connect(newcomer.get(), &QSocketNotifier::activated, this, [&](QSocketDescriptor newFd) {
                ++newcomerActivations;
                SocketPair::drain(newFd);
            });
        });
    }
    turn();
    QCOMPARE(activations, 1);
    QCOMPARE(newcomerActivations, 0);
    QVERIFY(comesToRest());
    QCOMPARE(newcomerActivations, 0);
    QVERIFY(fresh.send());
    QVERIFY(turn());
    QCOMPARE(newcomerActivations, 1);
}

void TestEpollNotifiers::notifierReplacedInTheSameTurn()
{
    // The same descriptor, but the notifier found ready is not the one that is registered now.
    SocketPair pair;
    QVERIFY(pair.send());
    QSocketNotifier read(pair.here.get(), QSocketNotifier::Read);
    auto write = std::make_unique<QSocketNotifier>(pair.here.get(), QSocketNotifier::Write);
    int newActivations = 0;
    connect(&read, &QSocketNotifier::activated, this, [&](QSocketDescriptor fd) {
        SocketPair::drain(fd);
        write.reset();
        write = std::make_unique<QSocketNotifier>(pair.here.get(), QSocketNotifier::Write);
        connect(write.get(), &QSocketNotifier::activated, this, [&newActivations] { ++newActivations; });
    });
    turn();
    QCOMPARE(newActivations, 0);
    turn();
    QCOMPARE(newActivations, 1);
}

void TestEpollNotifiers::mayDisableAndEnableItself()
{
    SocketPair pair;
    QVERIFY(pair.send());
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    int activations = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++activations;
        notifier.setEnabled(false);
        notifier.setEnabled(true);
    });
    for (int round = 1; round <= 5; ++round) {
        QVERIFY(turn());
        QCOMPARE(activations, round);
    }
}

void TestEpollNotifiers::nestedTurnServesTheRest()
{
    // What the nested turn reads must not be announced a second time: the slot of a blocking descriptor
    // would hang in read().
    SocketPair first;
    SocketPair second;
    QVERIFY(first.send() && second.send());
    QSocketNotifier one(first.here.get(), QSocketNotifier::Read);
    QSocketNotifier two(second.here.get(), QSocketNotifier::Read);
    int inVain = 0;
    int useful = 0;
    int depth = 0;
    const auto slot = [&](QSocketDescriptor fd) {
        ++(SocketPair::drain(fd) > 0 ? useful : inVain);
        if (depth == 0) {
            ++depth;
            turn();
        }
    };
    connect(&one, &QSocketNotifier::activated, this, slot);
    connect(&two, &QSocketNotifier::activated, this, slot);
    turn();
    QCOMPARE(useful, 2);
    QCOMPARE(inVain, 0);
}

void TestEpollNotifiers::servesMoreThanOneBatch()
{
    constexpr size_t Count = 600;
    std::vector<FileDescriptor> descriptors;
    std::vector<std::unique_ptr<QSocketNotifier>> notifiers;
    QList<int> served(Count, 0);
    for (size_t index = 0; index < Count; ++index) {
        descriptors.emplace_back(::eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK));
        QVERIFY(descriptors.back().isValid());
        notifiers.push_back(
            std::make_unique<QSocketNotifier>(descriptors.back().get(), QSocketNotifier::Read));
        int &count = served[static_cast<qsizetype>(index)];
        connect(notifiers.back().get(), &QSocketNotifier::activated, this, [&count] { ++count; });
    }
    for (int round = 0; round < 6; ++round)
        turn();
    // All stay ready all the time; still nobody is left out.
    QVERIFY(std::all_of(served.cbegin(), served.cend(), [](int count) { return count >= 1; }));
}

void TestEpollNotifiers::fileIsAlwaysReady_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("flags");
    QTest::newRow("regular file") << QByteArray() << int(O_RDWR);
    QTest::newRow("null device") << QByteArray("/dev/null") << int(O_RDWR);
    QTest::newRow("directory") << QByteArray("/") << int(O_RDONLY | O_DIRECTORY);
}

void TestEpollNotifiers::fileIsAlwaysReady()
{
    QFETCH(QByteArray, path);
    QFETCH(int, flags);

    QTemporaryDir directory;
    if (path.isEmpty()) {
        path = directory.filePath(QStringLiteral("file")).toLocal8Bit();
        flags |= O_CREAT;
    }
    const FileDescriptor file(::open(path.constData(), flags | O_CLOEXEC, 0600));
    QVERIFY(file.isValid());
    QSocketNotifier read(file.get(), QSocketNotifier::Read);
    QSocketNotifier write(file.get(), QSocketNotifier::Write);
    QSocketNotifier exception(file.get(), QSocketNotifier::Exception);
    QSignalSpy reads(&read, &QSocketNotifier::activated);
    QSignalSpy writes(&write, &QSocketNotifier::activated);
    QSignalSpy exceptions(&exception, &QSocketNotifier::activated);
    for (int round = 1; round <= 3; ++round) {
        QVERIFY(turn(QEventLoop::WaitForMoreEvents));
        QCOMPARE(reads.count(), round);
        QCOMPARE(writes.count(), round);
    }
    QCOMPARE(exceptions.count(), 0);
    read.setEnabled(false);
    write.setEnabled(false);
    QVERIFY(!turn());
}

void TestEpollNotifiers::fileAsStandardInput()
{
    QTemporaryDir directory;
    const QByteArray path = directory.filePath(QStringLiteral("input")).toLocal8Bit();
    const FileDescriptor file(::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    const QByteArray content(100, 'c');
    QCOMPARE(::pwrite(file.get(), content.constData(), 100, 0), 100);
    const FileDescriptor before(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3));
    QCOMPARE(::dup2(file.get(), STDIN_FILENO), STDIN_FILENO);

    QByteArray received;
    bool ended = false;
    QEventLoop loop;
    auto notifier = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(notifier.get(), &QSocketNotifier::activated, &loop, [&] {
        char buffer[7];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        received.append(buffer, std::max<ssize_t>(count, 0));
        ended = count == 0;
        if (count <= 0)
            loop.quit();
    });
    loop.exec();
    notifier.reset();
    if (before.isValid())
        ::dup2(before.get(), STDIN_FILENO);
    else
        ::close(STDIN_FILENO);
    QVERIFY(ended);
    QCOMPARE(received, content);
}

void TestEpollNotifiers::exceptionOnFileDoesNotSpin()
{
    const FileDescriptor file(::open("/dev/null", O_RDWR | O_CLOEXEC));
    QSocketNotifier notifier(file.get(), QSocketNotifier::Exception);
    bool fired = false;
    QTimer::singleShot(20, Qt::PreciseTimer, this, [&fired] { fired = true; });
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
    QVERIFY2(fired, "the turn returned before there was anything to do");
}

void TestEpollNotifiers::fileClosedBeforeDisabling()
{
    FileDescriptor file(::open("/dev/null", O_RDWR | O_CLOEXEC));
    QSocketNotifier notifier(file.get(), QSocketNotifier::Read);
    QVERIFY(turn());
    file.reset();
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor \\d+ .*Read")));
    QVERIFY(comesToRest());
    QVERIFY(!notifier.isEnabled());
}

void TestEpollNotifiers::closedBeforeDisabling()
{
    SocketPair pair;
    QVERIFY(pair.send());
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    QSignalSpy activated(&notifier, &QSocketNotifier::activated);
    pair.here.reset();
    QVERIFY(!turn());
    QCOMPARE(activated.count(), 0);
    // Whatever has been done to the descriptor, the object stays harmless.
    notifier.setEnabled(false);
    QVERIFY(!turn());
}

void TestEpollNotifiers::closedButAliveElsewhere()
{
    // epoll goes on reporting the open file under its closed number.
    SocketPair pair;
    QVERIFY(pair.send());
    const FileDescriptor elsewhere(::fcntl(pair.here.get(), F_DUPFD_CLOEXEC, 200));
    QSocketNotifier notifier(pair.here.get(), QSocketNotifier::Read);
    SocketPair other;
    QSocketNotifier otherNotifier(other.here.get(), QSocketNotifier::Read);
    QSignalSpy otherActivated(&otherNotifier, &QSocketNotifier::activated);
    pair.here.reset();
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor \\d+ .*Read")));
    QVERIFY(comesToRest());
    QVERIFY(!notifier.isEnabled());

    QVERIFY(other.send());
    QVERIFY(turn());
    QCOMPARE(otherActivated.count(), 1);
}

void TestEpollNotifiers::closedAndDeletedButAliveElsewhere()
{
    // Nobody is left to be told, and the kernel cannot be asked to forget: only a fresh set helps.
    SocketPair pair;
    QVERIFY(pair.send());
    const FileDescriptor elsewhere(::fcntl(pair.here.get(), F_DUPFD_CLOEXEC, 200));
    auto notifier = std::make_unique<QSocketNotifier>(pair.here.get(), QSocketNotifier::Read);
    SocketPair other;
    QSocketNotifier otherNotifier(other.here.get(), QSocketNotifier::Read);
    QSignalSpy otherActivated(&otherNotifier, &QSocketNotifier::activated);
    pair.here.reset();
    notifier.reset();

    QSignalSpy awakes(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake);
    QEventLoop loop;
    QTimer::singleShot(50, &loop, &QEventLoop::quit);
    loop.exec();
    QVERIFY2(awakes.count() < 10, qPrintable(QString::number(awakes.count())));

    QVERIFY(other.send());
    QVERIFY(turn());
    QCOMPARE(otherActivated.count(), 1);
    // Wake-ups have moved to the fresh set, too.
    QMetaObject::invokeMethod(
        QAbstractEventDispatcher::instance(), [] {}, Qt::QueuedConnection);
    QVERIFY(turn(QEventLoop::WaitForMoreEvents));
}

void TestEpollNotifiers::numberReusedWhileOldNotifierIsEnabled()
{
    SocketPair pair;
    const int number = pair.here.get();
    auto old = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Write);
    SocketPair fresh;
    QCOMPARE(::dup2(fresh.here.get(), number), number);
    QSocketNotifier read(number, QSocketNotifier::Read);
    QSignalSpy reads(&read, &QSocketNotifier::activated);
    old.reset();
    QVERIFY(!turn());
    QVERIFY(fresh.send());
    QVERIFY(turn());
    QCOMPARE(reads.count(), 1);
}

void TestEpollNotifiers::invalidDescriptorIsDisabled()
{
    const FileDescriptor high(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 300));
    const int number = high.get() + 1;
    QSocketNotifier read(number, QSocketNotifier::Read);
    QSocketNotifier write(number, QSocketNotifier::Write);
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor \\d+ .*Read")));
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(QStringLiteral("cannot watch descriptor \\d+ .*Write")));
    turn();
    QVERIFY(!read.isEnabled());
    QVERIFY(!write.isEnabled());
    QVERIFY(comesToRest());
}

void TestEpollNotifiers::secondNotifierOfOneTypeWins()
{
    SocketPair pair;
    QVERIFY(pair.send());
    auto first = std::make_unique<QSocketNotifier>(pair.here.get(), QSocketNotifier::Read);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("has two Read notifiers")));
    QSocketNotifier second(pair.here.get(), QSocketNotifier::Read);
    QSignalSpy activated(&second, &QSocketNotifier::activated);
    turn();
    QCOMPARE(activated.count(), 1);
    first.reset();
    turn();
    QCOMPARE(activated.count(), 2);
}

int main(int argc, char **argv) { return runUnderEpoll<TestEpollNotifiers>(argc, argv); }

#include "tst_epollnotifiers.moc"
