#!/usr/bin/env python3
"""The checks of translations can fail: each rule meets a catalogue or a source that breaks it."""

import unittest

import check_catalogues
import check_untranslated


def catalogue(language, body):
    return (f'<TS version="2.1" language="{language}" sourcelanguage="en"><context><name>C</name>'
            f"{body}</context></TS>")


def message(source, translation, numerus=False):
    attribute = ' numerus="yes"' if numerus else ""
    return f"<message{attribute}><source>{source}</source>{translation}</message>"


def plain(source, translation):
    return message(source, f"<translation>{translation}</translation>")


def plural(source, *forms):
    text = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
    return message(source, f"<translation>{text}</translation>", numerus=True)


class Catalogues(unittest.TestCase):
    def found(self, language, body):
        return check_catalogues.check_catalogue(catalogue(language, body), language)

    BROKEN = [
        # (language, message, a piece of the complaint)
        ("de", message("a", '<translation type="unfinished"></translation>'), "is unfinished"),
        ("de", message("a", '<translation type="obsolete">b</translation>'), "is obsolete"),
        ("de", message("a", '<translation type="vanished">b</translation>'), "is vanished"),
        ("de", plain("a", ""), "is empty"),
        ("de", plain("a %1 b %2", "a %1 b"), "place markers"),
        ("de", plain("a %1", "a %2"), "place markers"),
        ("de", plain("a %L1", "a %1"), "place markers"),
        ("fr", plain("give --daemon-id", "donnez --demon-id"), "lacks --daemon-id"),
        ("fr", plain("set DAEMON_RPC_ID", "réglez"), "lacks DAEMON_RPC_ID"),
        ("fr", plain("raise limits.open_files", "relevez"), "lacks limits.open_files"),
        ("de", plain("&amp;Open", "Öffnen"), "mnemonics"),
        ("de", plain("Open", "&amp;Öffnen"), "mnemonics"),
        ("zh_CN", plain("Open", "&amp;打开(&amp;O)"), "mnemonics"),
        ("de", plain("Options:", "Optionen"), "ends with"),
        ("de", plain("a\n", "b"), "ends with"),
        ("zh_CN", plain("waiting…", "等待"), "ends with"),
        ("de", plain("  more", "mehr"), "blanks"),
        ("de", plural("%n request(s)", "%n Anfrage"), "1 plural forms, not 2"),
        ("zh_CN", plural("%n request(s)", "%n 个请求", "%n 个请求"), "2 plural forms, not 1"),
        ("fr", plural("%n request(s)", "une requête", "%n requêtes"), "form 1 has the place markers"),
        ("de", plural("%n request(s)", "%n Anfrage", "Anfragen"), "form 2 has the place markers"),
        ("en", plain("a", "a"), "plural forms only"),
        ("de", '<message><location filename="a.cpp" line="1"/><source>a</source><translation>b</translation>'
               "</message>", "names a place"),
    ]
    FINE = [
        ("de", plain("a %1 b %2", "b %2 a %1")),
        ("de", plain("&amp;Open &amp;&amp; more", "Ö&amp;ffnen &amp;&amp; mehr")),
        ("zh_CN", plain("&amp;Open", "打开(&amp;O)")),
        ("zh_CN", plain("Options:", "选项：")),
        ("zh_CN", plain("waiting…", "等待……")),
        ("fr", plain("Options:", "Options\u00a0:")),
        ("en", plural("%n daemon(s)", "one daemon", "%n daemons")),
        ("fr", plural("%n request(s)", "%n requête", "%n requêtes")),
    ]

    def test_what_is_broken_is_found(self):
        for language, body, complaint in self.BROKEN:
            with self.subTest(language=language, body=body):
                found = self.found(language, body)
                self.assertTrue(any(complaint in line for line in found), found)

    def test_what_is_fine_passes(self):
        for language, body in self.FINE:
            with self.subTest(language=language, body=body):
                self.assertEqual(self.found(language, body), [])

    def test_the_language_must_be_its_own(self):
        self.assertTrue(check_catalogues.check_catalogue(catalogue("fr", ""), "de"))

    def test_a_message_that_one_lacks_is_found(self):
        texts = {"de": catalogue("de", plain("a", "b")), "fr": catalogue("fr", ""), "en": catalogue("en", "")}
        self.assertEqual(check_catalogues.check_same_messages(texts), ['fr: C: "a": is missing'])


class Untranslated(unittest.TestCase):
    BROKEN = [
        'QStringLiteral("no daemon is running")',
        'QStringLiteral("no "\n    "daemon")',
        'QLatin1String("Cannot open %1")',
        'fail(u"not found"_s)',
    ]
    FINE = [
        'tr("no daemon is running")',
        'QStringLiteral("daemon_id")',
        'QStringLiteral("%1 %2")',
        'QStringLiteral("chmod 700 %1")',
        '// QStringLiteral("no daemon is running")',
        'auto url = QStringLiteral("http://localhost"); // and no daemon',
    ]

    def test_sentences_are_found(self):
        for code in self.BROKEN:
            with self.subTest(code=code):
                self.assertEqual(len(list(check_untranslated.sentences(code))), 1)

    def test_the_line_is_named(self):
        self.assertEqual(list(check_untranslated.sentences('\n\nQStringLiteral("not here")')), [(3, "not here")])

    def test_marked_texts_in_a_call_of_tr_are_found(self):
        self.assertEqual(list(check_untranslated.hidden('\nreturn tr(QT_TRANSLATE_NOOP("A", "b"));')), [2])
        self.assertEqual(list(check_untranslated.hidden('translate(\n    QT_TRANSLATE_NOOP("A", "b"))')), [2])
        self.assertEqual(list(check_untranslated.hidden('translated(QT_TRANSLATE_NOOP("A", "b"))')), [])

    def test_the_rest_passes(self):
        for code in self.FINE:
            with self.subTest(code=code):
                self.assertEqual(list(check_untranslated.sentences(code)), [])


if __name__ == "__main__":
    unittest.main()
