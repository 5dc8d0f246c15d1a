#!/usr/bin/env python3
"""Checks the catalogues of one program: complete, true to the source texts, and up to date with the sources.

    check_catalogues.py ROOT PROGRAM [--sources DIR...]

Without --sources: every message is translated, in all plural forms of its language, and nothing that a
translator must keep is lost: place markers, names of options and variables, the mnemonic, the colon or line feed at
the end.
With --sources: what lupdate finds in each DIR is what the catalogues hold. Ends with 77 when there is no lupdate.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

# Language, and how many plural forms it has.
LANGUAGES = {"en": 2, "de": 2, "fr": 2, "zh_CN": 1}
# The languages whose first form is for exactly one: "one daemon" needs no %n.
ONE_IS_ALONE = {"en", "de"}
NO_LUPDATE = 77

MARKER = re.compile(r"%L?(?:\d{1,2}|n)")
# What is typed as it stands: options, environment variables and keys of the configuration.
VERBATIM = re.compile(r"(?<![\w-])--[a-z][a-z-]+|\b[A-Z]+(?:_[A-Z]+)+\b|\b[a-z]+(?:\.[a-z_]+)*\.[a-z]+_[a-z_]+\b")
# The letter behind the sign is the key that reaches a menu or a field; "&&" is the sign itself.
MNEMONIC = re.compile(r"(?<!&)(?:&&)*&(?=[^\s&])")
SAME_ENDS = {"：": ":", "。": ".", "？": "?", "！": "!", "；": ";"}


def end_of(text):
    """What the text ends with, as far as it matters: line feeds, and one of : . ? ! …"""
    body = text.rstrip("\n")
    feeds = len(text) - len(body)
    if body.endswith(("…", "……", "...")):
        return "…", feeds
    last = SAME_ENDS.get(body[-1:], body[-1:])
    return (last if last in (":", ".", "?", "!", ";") else ""), feeds


def blanks_around(text):
    return len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))


def check_text(source, text, is_for_one=False):
    """Yields what is wrong with one translation of source."""
    if not text.strip():
        yield "is empty"
        return
    wanted = set(MARKER.findall(source))
    found = set(MARKER.findall(text))
    if is_for_one:
        wanted.discard("%n")
        found.discard("%n")
    if wanted != found:
        yield f"has the place markers {sorted(found)}, not {sorted(wanted)}"
    for word in set(VERBATIM.findall(source)):
        if word not in text:
            yield f"lacks {word}"
    mnemonics = len(MNEMONIC.findall(text))
    if mnemonics != len(MNEMONIC.findall(source)):
        yield f"has {mnemonics} mnemonics"
    if end_of(source) != end_of(text):
        yield f"ends with {end_of(text)}, not {end_of(source)}"
    if blanks_around(source) != blanks_around(text):
        yield "has other blanks around it"


def check_message(context, message, language):
    """Yields what is wrong with one message of a catalogue."""
    source = message.findtext("source") or ""
    where = f"{language}: {context}: \"{source}\""
    translation = message.find("translation")
    if message.find("location") is not None:
        yield f"{where}: names a place in the sources"
    if translation is None or translation.get("type"):
        yield f"{where}: is {translation.get('type') if translation is not None else 'not translated'}"
        return
    if message.get("numerus") != "yes":
        for problem in check_text(source, translation.text or ""):
            yield f"{where}: {problem}"
        return
    forms = [form.text or "" for form in translation.findall("numerusform")]
    if len(forms) != LANGUAGES[language]:
        yield f"{where}: has {len(forms)} plural forms, not {LANGUAGES[language]}"
    for number, form in enumerate(forms):
        for problem in check_text(source, form, number == 0 and language in ONE_IS_ALONE):
            yield f"{where}: form {number + 1} {problem}"


def messages(root):
    """Every message of a parsed catalogue, with its context."""
    for context in root.findall("context"):
        for message in context.findall("message"):
            yield context.findtext("name"), message


def keys(root):
    """What tells messages apart."""
    return {(context, message.findtext("source"), message.findtext("comment"), message.get("numerus") == "yes")
            for context, message in messages(root)}


def check_catalogue(text, language):
    """Every complaint about the text of one catalogue."""
    root = xml.etree.ElementTree.fromstring(text)
    found = []
    if root.get("language") != language:
        found.append(f"{language}: says that its language is {root.get('language')}")
    for context, message in messages(root):
        found += check_message(context, message, language)
        if language == "en" and message.get("numerus") != "yes":
            found.append(f"en: {context}: \"{message.findtext('source')}\": English holds plural forms only")
    return found


def check_same_messages(texts):
    """Every complaint about catalogues that do not hold the same messages; texts by language."""
    by_language = {language: keys(xml.etree.ElementTree.fromstring(text)) for language, text in texts.items()}
    everything = set().union(*by_language.values())
    found = []
    for language, own in by_language.items():
        wanted = {key for key in everything if language != "en" or key[3]}
        found += [f"{language}: {key[0]}: \"{key[1]}\": is missing" for key in sorted(wanted - own, key=str)]
    return found


def check_current(root, program, sources):
    """Every message that is in the catalogues and not in the sources, or the other way round; None without
    lupdate."""
    catalogues = root / "translations"
    with tempfile.TemporaryDirectory(prefix="drt-") as name:
        folder = pathlib.Path(name)
        for language in LANGUAGES:
            shutil.copy(catalogues / f"{program}_{language}.ts", folder)
        update = [root / "resources/scripts/update-translations.sh", program, folder, *sources]
        result = subprocess.run(update, capture_output=True, text=True, check=False)
        if result.returncode == NO_LUPDATE:
            return None
        found = [line for line in result.stderr.splitlines() if line.strip()]
        if result.returncode != 0:
            found.append(f"{update[0].name} failed: {result.returncode}")
        for language in LANGUAGES:
            file = f"{program}_{language}.ts"
            before = keys(xml.etree.ElementTree.parse(catalogues / file).getroot())
            after = keys(xml.etree.ElementTree.parse(folder / file).getroot())
            found += [f"{file}: {key[0]}: \"{key[1]}\": new in the sources" for key in sorted(after - before, key=str)]
            found += [f"{file}: {key[0]}: \"{key[1]}\": gone from the sources"
                      for key in sorted(before - after, key=str)]
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("program")
    parser.add_argument("--sources", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    root = options.root.resolve()
    if options.sources:
        found = check_current(root, options.program, [folder.resolve() for folder in options.sources])
        if found is None:
            print("there is no lupdate of Qt 6", file=sys.stderr)
            return NO_LUPDATE
        if found:
            found.append("run \"make translations\", and translate what is new")
    else:
        texts = {language: (root / "translations" / f"{options.program}_{language}.ts").read_text(encoding="utf-8")
                 for language in LANGUAGES}
        found = check_same_messages(texts)
        for language, text in texts.items():
            found += check_catalogue(text, language)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
