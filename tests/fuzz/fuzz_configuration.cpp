// Any file is either a configuration that survives being printed and read again, or refused with a reason.
#include <daemonrpc/service/config/configurationloader.h>
#include <daemonrpc/service/config/configurationprinter.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace DaemonRpc;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    ConfigurationSources sources;
    sources.reservedCommands = {"echo"};
    sources.baseEnvironment = {"PATH=/bin"};
    ConfigurationLoader loader(sources);
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<LoadedConfiguration> loaded = loader.loadText(text, QStringLiteral("file"));
    if (!loaded) {
        if (loaded.error().code() != ErrorCode::InvalidArgument || loader.diagnostics().isEmpty() ||
            loader.diagnostics().size() > 20)
            std::abort();
        const qsizetype lineCount = text.count('\n') + 1;
        for (const ConfigurationDiagnostic &problem : loader.diagnostics()) {
            if (problem.message.isEmpty() || problem.line < 0 || problem.line > lineCount ||
                problem.column < 0)
                std::abort();
        }
        return 0;
    }
    const Result<LoadedConfiguration> again =
        loader.loadText(printedConfiguration(*loaded), QStringLiteral("printed"));
    // What is large when printed may exceed the limits of a file; all else is the same.
    if (again ? !(again->configuration == loaded->configuration) : size < 4096)
        std::abort();
    return 0;
}
