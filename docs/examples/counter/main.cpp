// counter: a window onto the counter of the daemon "counter".
#include "counterwindow.h"

#include <QApplication>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    DaemonRpc::ClientOptions options;
    options.daemonId = *DaemonRpc::DaemonId::parse(QStringLiteral("counter"));
    options.daemonProgram = QCoreApplication::applicationDirPath() + QStringLiteral("/counterd");
    CounterWindow window(options);
    window.setWindowTitle(QStringLiteral("Counter"));
    window.show();
    return QApplication::exec();
}
