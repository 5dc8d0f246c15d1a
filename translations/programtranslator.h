// In which language a program speaks to people.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace DaemonRpc {

/// The variables that name a person's languages, as they are. Value.
struct LanguageEnvironment
{
    QByteArray language;   ///< LANGUAGE: several, the best first, with colons between them.
    QByteArray lcAll;      ///< LC_ALL
    QByteArray lcMessages; ///< LC_MESSAGES
    QByteArray lang;       ///< LANG

    [[nodiscard]] static LanguageEnvironment current();
};

/// Installs one catalogue of those that the program carries, and takes it out again in the end. Thread-bound,
/// to the thread of the QCoreApplication, which has to exist.
///
/// English needs a catalogue, too, for its plural forms, and is used where nothing better is there. Numbers
/// and times are not its business: they follow QLocale.
///
///     QCoreApplication application(argc, argv);
///     ProgramTranslator translator(QStringLiteral("daemon-rpc"));
///     translator.install(ProgramTranslator::chosenLanguage(LanguageEnvironment::current()));
class ProgramTranslator
{
public:
    /// @p program is what the names of its catalogues begin with.
    explicit ProgramTranslator(QString program);
    ~ProgramTranslator();
    Q_DISABLE_COPY_MOVE(ProgramTranslator)

    /// Speaks @p language from now on, one of languages(), instead of what it spoke before. Returns whether
    /// the program carries that catalogue; without it texts are shown as they stand in the sources.
    bool install(const QString &language);

    /// Has the texts of Qt itself (standard buttons, file dialogs) in @p language, too, where the system has
    /// them: on Debian in the package qt6-translations-l10n. Returns whether it has.
    bool installToolkitTexts(const QString &language);

    /// What is installed; empty for nothing.
    [[nodiscard]] QString language() const { return m_language; }

    /// The languages that there are catalogues for: "de", "zh_CN". "en" is the first.
    [[nodiscard]] static QStringList languages();

    /// The best of languages() for somebody with @p environment: the rules of gettext, by which LC_ALL comes
    /// before LC_MESSAGES and LANG, and LANGUAGE before them, but not where they say "C" or "POSIX". A
    /// language of another territory will do ("de_AT" for "de"), one in another script will not ("zh_TW" for
    /// "zh_CN").
    [[nodiscard]] static QString chosenLanguage(const LanguageEnvironment &environment);

private:
    QString m_program;
    QString m_language;
    QTranslator m_catalogue;
    QTranslator m_toolkit;
};

} // namespace DaemonRpc
