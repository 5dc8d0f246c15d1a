#include "wiretesting.h"

#include <daemonrpc/wire/framelimits.h>

#include <QTest>

using namespace DaemonRpc;
using WireTesting::cbor;
using WireTesting::errorText;

class TestDaemonMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyExitCodeRoundTrips();
    void everySignalRoundTrips();
    void badFinished_data();
    void badFinished();
    void commandErrorRoundTrips_data();
    void commandErrorRoundTrips();
    void everyErrorCodeRoundTrips();
    void longCommandErrorIsCut();
    void textIsCutBetweenCharacters();
    void badCommandError_data();
    void badCommandError();
    void inputWantedRoundTrips();
    void badInputWanted_data();
    void badInputWanted();
    void noticeRoundTrips_data();
    void noticeRoundTrips();
    void unknownNoticeIsInformation();
    void badNotice_data();
    void badNotice();
};

void TestDaemonMessages::everyExitCodeRoundTrips()
{
    for (int exitCode = 0; exitCode <= 255; ++exitCode) {
        CommandFinished message;
        message.exitCode = exitCode;
        message.isCancelled = (exitCode & 1) != 0;
        message.isForced = (exitCode & 2) != 0;
        const Result<CommandFinished> decoded = CommandFinished::decode(message.encode());
        QVERIFY2(decoded, errorText(decoded));
        QVERIFY(*decoded == message);
    }
}

void TestDaemonMessages::everySignalRoundTrips()
{
    for (int signal = 1; signal <= CommandFinished::maxSignal; ++signal) {
        CommandFinished message;
        message.signal = signal;
        const Result<CommandFinished> decoded = CommandFinished::decode(message.encode());
        QVERIFY2(decoded, errorText(decoded));
        QVERIFY(*decoded == message);
    }
}

void TestDaemonMessages::badFinished_data()
{
    QTest::addColumn<QCborMap>("map");
    QTest::addColumn<QByteArray>("mentions");
    const QByteArray exactlyOne("exactly one of key 1 (exit code) and key 2 (signal)");
    QTest::newRow("empty") << QCborMap() << exactlyOne;
    QTest::newRow("flags only") << QCborMap{{3, true}} << exactlyOne;
    QTest::newRow("both") << QCborMap{{1, 0}, {2, 9}} << exactlyOne;
    QTest::newRow("exit code 256") << QCborMap{{1, 256}} << QByteArray("key 1 (exit code)");
    QTest::newRow("exit code -1") << QCborMap{{1, -1}} << QByteArray("key 1 (exit code)");
    QTest::newRow("exit code true") << QCborMap{{1, true}} << QByteArray("key 1 (exit code)");
    QTest::newRow("signal 0") << QCborMap{{2, 0}} << QByteArray("key 2 (signal)");
    QTest::newRow("signal 65") << QCborMap{{2, 65}} << QByteArray("key 2 (signal)");
    QTest::newRow("cancelled 1") << QCborMap{{1, 0}, {3, 1}} << QByteArray("key 3 (is cancelled)");
    QTest::newRow("cancelled null") << QCborMap{{1, 0}, {3, nullptr}} << QByteArray("key 3 (is cancelled)");
    QTest::newRow("forced text") << QCborMap{{1, 0}, {4, QStringLiteral("yes")}}
                                 << QByteArray("key 4 (is forced)");
}

void TestDaemonMessages::badFinished()
{
    QFETCH(QCborMap, map);
    QFETCH(QByteArray, mentions);
    const Result<CommandFinished> decoded = CommandFinished::decode(cbor(map));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY2(errorText(decoded).contains(mentions), errorText(decoded));
}

void TestDaemonMessages::commandErrorRoundTrips_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QStringList>("context");
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("ascii") << QStringLiteral("no command \"x\"") << QStringList{QStringLiteral("running x")};
    QTest::newRow("all planes") << QStringLiteral("ä € 𝄞\n\t")
                                << QStringList{QString(), QStringLiteral("日本")};
    QString latin;
    for (char16_t c = 0; c < 0x100; ++c)
        latin.append(QChar(c));
    QTest::newRow("byte order mark") << QString(2, QChar(u'\ufeff'))
                                     << QStringList{QString(1, QChar(u'\ufeff'))};
    QTest::newRow("every low character") << latin << QStringList{latin};
}

void TestDaemonMessages::commandErrorRoundTrips()
{
    QFETCH(QString, message);
    QFETCH(QStringList, context);
    const Error error(ErrorCode::UnknownCommand, message, context);
    const Result<Error> decoded = decodeCommandError(encodeCommandError(error));
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == error);
}

void TestDaemonMessages::everyErrorCodeRoundTrips()
{
    for (int code : {1, 2, 13, 30, 31, 4711, 65535}) { // the last ones are a newer daemon's
        const Error error(static_cast<ErrorCode>(code), QStringLiteral("text"));
        const Result<Error> decoded = decodeCommandError(encodeCommandError(error));
        QVERIFY2(decoded, errorText(decoded));
        QCOMPARE(static_cast<int>(decoded->code()), code);
    }
}

void TestDaemonMessages::longCommandErrorIsCut()
{
    const QString text(20'000, QChar(u'€'));
    const Error error(ErrorCode::Internal, text, QStringList(100, text));
    const QByteArray payload = encodeCommandError(error);
    QVERIFY(payload.size() <= FrameLimits::controlBytes);
    const Result<Error> decoded = decodeCommandError(payload);
    QVERIFY2(decoded, errorText(decoded));
    QCOMPARE(decoded->message(), text.left(8 * 1024 / 3));
    QCOMPARE(decoded->context().size(), 6);

    const Error manySteps(ErrorCode::Internal, QString(), QStringList(100, QStringLiteral("step")));
    const Result<Error> steps = decodeCommandError(encodeCommandError(manySteps));
    QVERIFY2(steps, errorText(steps));
    QCOMPARE(steps->context().size(), 64);
}

void TestDaemonMessages::textIsCutBetweenCharacters()
{
    const qsizetype limit = 8 * 1024;
    for (const QString &character :
         {QStringLiteral("a"), QStringLiteral("ä"), QStringLiteral("€"), QStringLiteral("𝄞")}) {
        for (qsizetype offset = 0; offset < 5; ++offset) {
            const QString text = QString(limit - offset, QLatin1Char('x')) + character.repeated(5);
            Notice notice;
            notice.text = text;
            const Result<Notice> decoded = Notice::decode(notice.encode());
            QVERIFY2(decoded, errorText(decoded));
            const qsizetype size = decoded->text.toUtf8().size();
            QVERIFY(text.startsWith(decoded->text));
            QVERIFY(size <= limit);
            QVERIFY(size > limit - character.toUtf8().size()); // no more is cut than has to be
        }
    }
}

void TestDaemonMessages::badCommandError_data()
{
    QTest::addColumn<QCborMap>("map");
    QTest::addColumn<QByteArray>("mentions");
    const QString text = QStringLiteral("m");
    QTest::newRow("no code") << QCborMap{{2, text}} << QByteArray("key 1 (code) is missing");
    QTest::newRow("no message") << QCborMap{{1, 1}} << QByteArray("key 2 (message) is missing");
    QTest::newRow("code 0") << QCborMap{{1, 0}, {2, text}} << QByteArray("key 1 (code)");
    QTest::newRow("code 65536") << QCborMap{{1, 65536}, {2, text}} << QByteArray("key 1 (code)");
    QTest::newRow("code text") << QCborMap{{1, text}, {2, text}} << QByteArray("key 1 (code)");
    QTest::newRow("message bytes") << QCborMap{{1, 1}, {2, QByteArray("m")}} << QByteArray("key 2 (message)");
    QTest::newRow("message too long")
        << QCborMap{{1, 1}, {2, QString(8193, QLatin1Char('x'))}} << QByteArray("longer than 8192");
    QTest::newRow("context text") << QCborMap{{1, 1}, {2, text}, {3, text}} << QByteArray("key 3 (context)");
    QTest::newRow("context numbers") << QCborMap{{1, 1}, {2, text}, {3, QCborArray{1}}}
                                     << QByteArray("key 3 (context)");
    QCborArray steps;
    for (int i = 0; i < 65; ++i)
        steps.append(text);
    QTest::newRow("context too long")
        << QCborMap{{1, 1}, {2, text}, {3, steps}} << QByteArray("more than 64");
}

void TestDaemonMessages::badCommandError()
{
    QFETCH(QCborMap, map);
    QFETCH(QByteArray, mentions);
    const Result<Error> decoded = decodeCommandError(cbor(map));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY2(errorText(decoded).contains(mentions), errorText(decoded));
}

void TestDaemonMessages::inputWantedRoundTrips()
{
    for (const qint64 bytes : {qint64(1), qint64(23), qint64(24), qint64(65536), InputWanted::maxBytes}) {
        const Result<InputWanted> decoded = InputWanted::decode(InputWanted{bytes}.encode());
        QVERIFY2(decoded, errorText(decoded));
        QCOMPARE(decoded->bytes, bytes);
    }
}

void TestDaemonMessages::badInputWanted_data()
{
    QTest::addColumn<QCborMap>("map");
    QTest::newRow("missing") << QCborMap();
    QTest::newRow("0") << QCborMap{{1, 0}};
    QTest::newRow("negative") << QCborMap{{1, -1}};
    QTest::newRow("too many") << QCborMap{{1, InputWanted::maxBytes + 1}};
    QTest::newRow("bytes") << QCborMap{{1, QByteArray("1")}};
}

void TestDaemonMessages::badInputWanted()
{
    QFETCH(QCborMap, map);
    const Result<InputWanted> decoded = InputWanted::decode(cbor(map));
    QVERIFY(!decoded);
    QVERIFY2(errorText(decoded).startsWith("malformed InputWanted message: key 1 (bytes)"),
             errorText(decoded));
}

void TestDaemonMessages::noticeRoundTrips_data()
{
    QTest::addColumn<Notice>("notice");
    QTest::newRow("empty") << Notice();
    for (int kind = 0; kind <= static_cast<int>(Notice::Kind::Cancelling); ++kind) {
        QTest::addRow("kind %d", kind)
            << Notice{static_cast<Notice::Kind>(kind), QStringLiteral("waiting: ä"), 5000};
    }
    QTest::newRow("largest value") << Notice{Notice::Kind::Queued, QString(),
                                             std::numeric_limits<qint64>::max()};
}

void TestDaemonMessages::noticeRoundTrips()
{
    QFETCH(Notice, notice);
    const Result<Notice> decoded = Notice::decode(notice.encode());
    QVERIFY2(decoded, errorText(decoded));
    QVERIFY(*decoded == notice);
}

void TestDaemonMessages::unknownNoticeIsInformation()
{
    const Result<Notice> decoded = Notice::decode(cbor({{1, 200}, {2, QStringLiteral("news")}}));
    QVERIFY2(decoded, errorText(decoded));
    QCOMPARE(decoded->kind, Notice::Kind::Information);
    QCOMPARE(decoded->text, QStringLiteral("news"));
}

void TestDaemonMessages::badNotice_data()
{
    QTest::addColumn<QCborMap>("map");
    QTest::addColumn<QByteArray>("mentions");
    const QString text = QStringLiteral("t");
    QTest::newRow("no kind") << QCborMap{{2, text}} << QByteArray("key 1 (kind) is missing");
    QTest::newRow("no text") << QCborMap{{1, 0}} << QByteArray("key 2 (text) is missing");
    QTest::newRow("kind 256") << QCborMap{{1, 256}, {2, text}} << QByteArray("key 1 (kind)");
    QTest::newRow("kind text") << QCborMap{{1, text}, {2, text}} << QByteArray("key 1 (kind)");
    QTest::newRow("text bytes") << QCborMap{{1, 0}, {2, QByteArray("t")}} << QByteArray("key 2 (text)");
    QTest::newRow("text too long") << QCborMap{{1, 0}, {2, QString(4097, QChar(u'ä'))}}
                                   << QByteArray("longer than 8192");
    QTest::newRow("value negative") << QCborMap{{1, 0}, {2, text}, {3, -1}} << QByteArray("key 3 (value)");
    QTest::newRow("value double") << QCborMap{{1, 0}, {2, text}, {3, 1.5}} << QByteArray("key 3 (value)");
}

void TestDaemonMessages::badNotice()
{
    QFETCH(QCborMap, map);
    QFETCH(QByteArray, mentions);
    const Result<Notice> decoded = Notice::decode(cbor(map));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().code(), ErrorCode::ProtocolViolation);
    QVERIFY2(errorText(decoded).contains(mentions), errorText(decoded));
}

QTEST_APPLESS_MAIN(TestDaemonMessages)
#include "tst_daemonmessages.moc"
