#include "core/daemonrpc/service/logging/streamoutput_p.h"

#include <daemonrpc/base/filedescriptor.h>

#include <QTest>

#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

using namespace DaemonRpc;

class tst_StreamOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes();
    void neverWaitsForAReader();
    void closedDescriptor();

private:
    static QByteArray takeAll(int descriptor)
    {
        QByteArray all;
        QByteArray block(65536, Qt::Uninitialized);
        ssize_t n = 0;
        while ((n = ::read(descriptor, block.data(), static_cast<size_t>(block.size()))) > 0)
            all.append(block.constData(), n);
        return all;
    }
};

void tst_StreamOutput::writes()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const FileDescriptor reader(ends[0]);
    FileDescriptor writer(ends[1]);
    StreamOutput output(writer.get());
    const QByteArray longLine = QByteArray(3 * PIPE_BUF + 7, 'x') + '\n';
    QVERIFY(output.write("one\n"));
    QVERIFY(output.write(longLine));
    writer.reset();
    QCOMPARE(takeAll(reader.get()), "one\n" + longLine);
}

void tst_StreamOutput::neverWaitsForAReader()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0); // blocking, as a supervisor's are
    const FileDescriptor reader(ends[0]);
    FileDescriptor writer(ends[1]);
    StreamOutput output(writer.get());
    const QByteArray line = QByteArray(1000, 'x') + '\n';
    int taken = 0;
    while (output.write(line)) {
        ++taken;
        QVERIFY(taken < 10000);
    }
    QVERIFY(!output.write(line));
    ::fcntl(reader.get(), F_SETFL, O_NONBLOCK);
    QVERIFY(takeAll(reader.get()).startsWith(line.repeated(taken)));
    QVERIFY(output.write("again\n"));
    const QByteArray rest = takeAll(reader.get());
    QVERIFY2(rest == "again\n" || rest == "\nagain\n", rest);
}

void tst_StreamOutput::closedDescriptor()
{
    StreamOutput output(-1);
    QVERIFY(!output.write("x\n"));
}

QTEST_GUILESS_MAIN(tst_StreamOutput)

#include "tst_streamoutput.moc"
