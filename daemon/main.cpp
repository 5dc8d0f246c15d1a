// daemon-rpcd: serves commands to daemon-rpc clients.
#include "daemon/daemonprogram.h"
#include "translations/programtranslator.h"

#include <daemonrpc/base/version.h>
#include <daemonrpc/eventloop/epolldispatcher.h>
#include <daemonrpc/instance/readiness.h>
#include <daemonrpc/instance/tokenfile.h>
#include <daemonrpc/service/process/processtitle.h>

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace DaemonRpc;
    ProcessTitle title(argc, argv);
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    const QCoreApplication application(argc, argv);
    ProgramTranslator translator(QStringLiteral("daemon-rpcd"));
    translator.install(ProgramTranslator::chosenLanguage(LanguageEnvironment::current()));
    const Result<DaemonArguments> arguments = DaemonArguments::parse(QCoreApplication::arguments());
    if (!arguments) {
        std::fprintf(stderr, "daemon-rpcd: %s\n", qUtf8Printable(arguments.error().message()));
        // The client that started us waits for a word.
        if (const Result<DaemonOptions> options = DaemonOptions::fromArguments(QCoreApplication::arguments()))
            ReadinessChannel(options->readyFd).failed(arguments.error().message());
        return 2;
    }
    if (arguments->wantsHelp) {
        std::fputs(qUtf8Printable(DaemonArguments::helpText()), stdout);
        return 0;
    }
    if (arguments->wantsVersion) {
        const BuildIdentity build = BuildIdentity::current();
        std::printf("daemon-rpcd %s (build %s, %lld ms)\n", qUtf8Printable(libraryVersion()),
                    build.id.constData(), static_cast<long long>(build.timestampMs));
        return 0;
    }
    if (!arguments->newTokenFile.isEmpty()) {
        const Result<void> made = TokenFile::create(arguments->newTokenFile);
        if (!made)
            std::fprintf(stderr, "daemon-rpcd: %s\n", qUtf8Printable(made.error().message()));
        return made ? 0 : 1;
    }
    if (arguments->query.kind != ConfigurationQuery::Kind::None) {
        const ConfigurationQuery::Answer answer = arguments->query.answer(arguments->sources);
        std::fputs(answer.errorOutput.constData(), stderr);
        std::fputs(answer.output.constData(), stdout);
        return std::fflush(stdout) == 0 ? answer.status : 1;
    }
    return runDaemonProgram(*arguments, &title);
}
