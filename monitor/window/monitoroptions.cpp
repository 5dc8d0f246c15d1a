#include "window/monitoroptions.h"

#include <daemonrpc/base/daemonid.h>

#include <QCommandLineParser>
#include <QDir>

namespace DaemonRpc::Monitor {

namespace {

/// The options, and the parser that knows them.
struct Parser
{
    Q_DECLARE_TR_FUNCTIONS(DaemonRpc::Monitor::MonitorOptions)

public:
    Parser();

    QCommandLineParser parser;
    QCommandLineOption daemonId{QStringLiteral("daemon-id"),
                                tr("Show only the daemon ID. Can be given several times."),
                                QStringLiteral("ID")};
    QCommandLineOption runtimeDir{QStringLiteral("runtime-dir"),
                                  tr("Look for daemons in DIR instead of the usual places."),
                                  QStringLiteral("DIR")};
    QCommandLineOption page{
        QStringLiteral("page"),
        tr("Show this page: %1.").arg(MonitorOptions::pageIds().join(QStringLiteral(", "))),
        QStringLiteral("PAGE")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"),
                                  tr("Save a picture of the page as the PNG file FILE, and exit."),
                                  QStringLiteral("FILE")};
    QCommandLineOption size{QStringLiteral("size"), tr("The size of the window in pixels, such as 1280x800."),
                            QStringLiteral("WxH")};
    QCommandLineOption theme{QStringLiteral("theme"), tr("The colours: light, dark or system."),
                             QStringLiteral("THEME")};
    QCommandLineOption dump{QStringLiteral("dump"), tr("Record what the daemons tell into FILE."),
                            QStringLiteral("FILE")};
    QCommandLineOption replay{QStringLiteral("replay"),
                              tr("Show what is recorded in FILE, instead of daemons that run."),
                              QStringLiteral("FILE")};
    QCommandLineOption speed{QStringLiteral("speed"), tr("Replay N times as fast."), QStringLiteral("N")};
    QCommandLineOption settings{QStringLiteral("settings"), QString(), QStringLiteral("FILE")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help, and exit.")};
    QCommandLineOption version{QStringLiteral("version"), tr("Show the version, and exit.")};
};

Parser::Parser()
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    settings.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions(
        {daemonId, runtimeDir, page, screenshot, size, theme, dump, replay, speed, settings, help, version});
}

} // namespace

static Error refused(const QString &message) { return Error(ErrorCode::InvalidArgument, message); }

// QApplication reads these from the same arguments; see its documentation.
static QStringList withoutQtOptions(const QStringList &arguments)
{
    static const QStringList withValue{
        QStringLiteral("platform"),        QStringLiteral("platformpluginpath"),
        QStringLiteral("platformtheme"),   QStringLiteral("plugin"),
        QStringLiteral("style"),           QStringLiteral("stylesheet"),
        QStringLiteral("session"),         QStringLiteral("display"),
        QStringLiteral("qwindowgeometry"), QStringLiteral("qwindowicon"),
        QStringLiteral("qwindowtitle")};
    QStringList ours;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const bool isLong = argument.startsWith(QLatin1String("--"));
        const QString name = argument.startsWith(u'-') ? argument.mid(isLong ? 2 : 1) : QString();
        if (withValue.contains(name))
            ++i;
        else if (!withValue.contains(name.section(u'=', 0, 0)) && name != QLatin1String("reverse"))
            ours.append(argument);
    }
    return ours;
}

static QString absolute(const QString &path)
{
    return path.isEmpty() ? QString() : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

static Result<QSize> parseSize(const QString &text)
{
    const QStringList edges = text.split(u'x');
    QSize size;
    bool isWidth = false;
    bool isHeight = false;
    if (edges.size() == 2)
        size = QSize(edges.at(0).toInt(&isWidth), edges.at(1).toInt(&isHeight));
    const auto isFine = [](int edge) {
        return edge >= MonitorOptions::minEdge && edge <= MonitorOptions::maxEdge;
    };
    if (!isWidth || !isHeight || !isFine(size.width()) || !isFine(size.height())) {
        return unexpected(
            refused(MonitorOptions::tr("\"%1\" is no size for --size: give width and height from %2 "
                                       "to %3 pixels, such as 1280x800.")
                        .arg(text)
                        .arg(MonitorOptions::minEdge)
                        .arg(MonitorOptions::maxEdge)));
    }
    return size;
}

static Result<Theme> parseTheme(const QString &text)
{
    if (text == QLatin1String("system"))
        return Theme::System;
    if (text == QLatin1String("light"))
        return Theme::Light;
    if (text == QLatin1String("dark"))
        return Theme::Dark;
    return unexpected(
        refused(MonitorOptions::tr("\"%1\" is no theme: give light, dark or system to --theme.").arg(text)));
}

static Result<double> parseSpeed(const QString &text)
{
    bool isNumber = false;
    const double speed = text.toDouble(&isNumber);
    if (!isNumber || !(speed >= MonitorOptions::minSpeed && speed <= MonitorOptions::maxSpeed)) {
        return unexpected(
            refused(MonitorOptions::tr("\"%1\" is no speed for --speed: give a number from %2 to %3.")
                        .arg(text)
                        .arg(MonitorOptions::minSpeed)
                        .arg(MonitorOptions::maxSpeed)));
    }
    return speed;
}

static Result<void> takeChoices(const Parser &known, MonitorOptions &options)
{
    const QCommandLineParser &given = known.parser;
    for (const QString &text : given.values(known.daemonId)) {
        const Result<DaemonId> id = DaemonId::parse(text);
        if (!id)
            return unexpected(refused(MonitorOptions::tr("--daemon-id: %1").arg(id.error().message())));
        if (!options.daemonIds.contains(text))
            options.daemonIds.append(text);
    }
    options.pageId = given.value(known.page);
    if (given.isSet(known.page) && !MonitorOptions::pageIds().contains(options.pageId)) {
        return unexpected(
            refused(MonitorOptions::tr("There is no page \"%1\": give one of %2 to --page.")
                        .arg(options.pageId, MonitorOptions::pageIds().join(QStringLiteral(", ")))));
    }
    if (given.isSet(known.size)) {
        const Result<QSize> size = parseSize(given.value(known.size));
        if (!size)
            return unexpected(size.error());
        options.size = *size;
    }
    if (given.isSet(known.theme)) {
        const Result<Theme> theme = parseTheme(given.value(known.theme));
        if (!theme)
            return unexpected(theme.error());
        options.theme = *theme;
    }
    if (given.isSet(known.speed)) {
        const Result<double> speed = parseSpeed(given.value(known.speed));
        if (!speed)
            return unexpected(speed.error());
        options.speed = *speed;
    }
    return {};
}

static Result<void> takeFiles(const Parser &known, MonitorOptions &options)
{
    const QCommandLineParser &given = known.parser;
    const std::pair<const QCommandLineOption *, QString MonitorOptions::*> files[] = {
        {&known.runtimeDir, &MonitorOptions::runtimeDirectory},
        {&known.screenshot, &MonitorOptions::screenshotFile},
        {&known.dump, &MonitorOptions::dumpFile},
        {&known.replay, &MonitorOptions::replayFile},
        {&known.settings, &MonitorOptions::settingsFile},
    };
    for (const auto &[option, member] : files) {
        if (given.isSet(*option) && given.value(*option).isEmpty()) {
            return unexpected(
                refused(MonitorOptions::tr("--%1 is given an empty path: give one, or leave it out.")
                            .arg(option->names().constFirst())));
        }
        options.*member = absolute(given.value(*option));
    }
    if (!options.replayFile.isEmpty() && !options.dumpFile.isEmpty())
        return unexpected(refused(MonitorOptions::tr(
            "--dump records daemons that run, so it cannot go with --replay: give one of them.")));
    if (given.isSet(known.speed) && options.replayFile.isEmpty())
        return unexpected(refused(MonitorOptions::tr("--speed is of a replay: give --replay FILE as well.")));
    return {};
}

QStringList MonitorOptions::pageIds()
{
    return {QStringLiteral("overview"),      QStringLiteral("connections"), QStringLiteral("requests"),
            QStringLiteral("cancellations"), QStringLiteral("health"),      QStringLiteral("charts"),
            QStringLiteral("logs")};
}

Result<MonitorOptions> MonitorOptions::parse(const QStringList &arguments)
{
    Parser known;
    if (!known.parser.parse(withoutQtOptions(arguments)))
        return unexpected(refused(known.parser.errorText()));
    MonitorOptions options;
    options.isHelpWanted = known.parser.isSet(known.help);
    options.isVersionWanted = known.parser.isSet(known.version);
    if (options.isHelpWanted || options.isVersionWanted)
        return options;
    if (const QStringList operands = known.parser.positionalArguments(); !operands.isEmpty())
        return unexpected(
            refused(tr("\"%1\" is not understood: there are only options.").arg(operands.first())));
    if (const Result<void> taken = takeChoices(known, options); !taken)
        return unexpected(taken.error());
    if (const Result<void> taken = takeFiles(known, options); !taken)
        return unexpected(taken.error());
    return options;
}

QString MonitorOptions::helpText()
{
    const Parser known;
    QString text =
        tr("Usage: daemon-rpc-monitor [OPTION...]\n\n"
           "Shows every daemon of yours, its connections, requests and cancellations, as they are.\n\n"
           "Options:\n");
    for (const QCommandLineOption *option :
         {&known.daemonId, &known.runtimeDir, &known.page, &known.screenshot, &known.size, &known.theme,
          &known.dump, &known.replay, &known.speed, &known.help, &known.version}) {
        const QString term = QStringLiteral("--%1 %2").arg(option->names().constLast(), option->valueName());
        text += QStringLiteral("  %1 %2\n").arg(term, -20).arg(option->description());
    }
    return text;
}

} // namespace DaemonRpc::Monitor
