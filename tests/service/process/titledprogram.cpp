// Shows the title that it reads, one per line, and answers each with what it still knows of itself.
#include <daemonrpc/service/process/processtitle.h>

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>

int main(int argc, char **argv)
{
    DaemonRpc::ProcessTitle title(argc, argv);
    const QCoreApplication application(argc, argv);
    QTextStream input(stdin);
    for (QString line; input.readLineInto(&line);) {
        title.show(line);
        std::printf("%d %s %s\n", title.isAvailable() ? 1 : 0,
                    qUtf8Printable(QCoreApplication::arguments().mid(1).join(u'|')),
                    qgetenv("MARKER").constData());
        std::fflush(stdout);
    }
    return 0;
}
