#include "translations/programtranslator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace DaemonRpc {

LanguageEnvironment LanguageEnvironment::current()
{
    return {qgetenv("LANGUAGE"), qgetenv("LC_ALL"), qgetenv("LC_MESSAGES"), qgetenv("LANG")};
}

ProgramTranslator::ProgramTranslator(QString program)
    : m_program(std::move(program))
{}

// Each translator takes itself out of the application.
ProgramTranslator::~ProgramTranslator() = default;

bool ProgramTranslator::install(const QString &language)
{
    if (language == m_language)
        return true;
    QCoreApplication::removeTranslator(&m_catalogue);
    m_language.clear();
    if (!m_catalogue.load(QStringLiteral(":/translations/%1_%2.qm").arg(m_program, language)))
        return false;
    m_language = language;
    return QCoreApplication::installTranslator(&m_catalogue);
}

bool ProgramTranslator::installToolkitTexts(const QString &language)
{
    QCoreApplication::removeTranslator(&m_toolkit);
    return m_toolkit.load(QStringLiteral("qtbase_%1").arg(language),
                          QLibraryInfo::path(QLibraryInfo::TranslationsPath)) &&
           QCoreApplication::installTranslator(&m_toolkit);
}

QStringList ProgramTranslator::languages() { return QStringLiteral(DAEMONRPC_LANGUAGES).split(u' '); }

static QByteArray withoutEncoding(const QByteArray &name)
{
    return name.split('@').constFirst().split('.').constFirst();
}

// QLocale::uiLanguages() would do but for the exception: it heeds LANGUAGE beside LC_ALL=C, too.
QString ProgramTranslator::chosenLanguage(const LanguageEnvironment &environment)
{
    QString english = QStringLiteral("en");
    const QByteArray locale = !environment.lcAll.isEmpty()        ? environment.lcAll
                              : !environment.lcMessages.isEmpty() ? environment.lcMessages
                                                                  : environment.lang;
    const QByteArray name = withoutEncoding(locale);
    if (name.isEmpty() || name == "C" || name == "POSIX")
        return english;
    QByteArrayList wanted = environment.language.split(':');
    wanted.append(locale);
    for (const QByteArray &each : wanted) {
        const QLocale person(QString::fromLatin1(withoutEncoding(each)));
        // What QLocale does not know is the C locale to it.
        if (person.language() == QLocale::C)
            continue;
        for (const QString &language : languages()) {
            const QLocale catalogue(language);
            if (catalogue.language() == person.language() && catalogue.script() == person.script())
                return language;
        }
    }
    return english;
}

} // namespace DaemonRpc
