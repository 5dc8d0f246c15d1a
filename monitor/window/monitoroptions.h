// The command line of daemon-rpc-monitor.
#pragma once

#include <daemonrpc/base/result.h>

#include <QCoreApplication>
#include <QSize>
#include <QStringList>

namespace DaemonRpc::Monitor {

/// The colours of the window.
enum class Theme { System, Light, Dark };

/// What the command line asks for. Value.
///
///     const Result<MonitorOptions> options = MonitorOptions::parse(QCoreApplication::arguments());
struct MonitorOptions
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::MonitorOptions)

public:
    static constexpr double minSpeed = 0.1;
    static constexpr double maxSpeed = 1000;
    static constexpr int minEdge = 200; ///< Of a picture, in pixels.
    static constexpr int maxEdge = 8000;

    QStringList daemonIds;    ///< Only these; empty: all. Valid ids, each once.
    QString runtimeDirectory; ///< Absolute; empty: the usual places.
    QString pageId;           ///< Empty: the one that was shown last.
    QString screenshotFile;   ///< Render the page into it, and end.
    QSize size;               ///< Of the window; empty: as it was.
    Theme theme = Theme::System;
    QString dumpFile;     ///< Record into it from the start.
    QString replayFile;   ///< Show what is recorded there, no daemons.
    double speed = 1;     ///< Of the replay.
    QString settingsFile; ///< Instead of the person's own; for tests.
    bool isHelpWanted = false;
    bool isVersionWanted = false;

    /// The pages that --page knows, in their order.
    static QStringList pageIds();

    /// @p arguments begin with the program; options of Qt's own are passed over. Relative file names are
    /// taken from the working directory. Errors: InvalidArgument, with what to do.
    static Result<MonitorOptions> parse(const QStringList &arguments);

    static QString helpText();
};

} // namespace DaemonRpc::Monitor
