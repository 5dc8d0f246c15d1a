#include <daemonrpc/base/error.h>

#include <QSet>
#include <QTest>

using namespace DaemonRpc;

class tst_Error : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasAName();
    void beforeStart_data();
    void beforeStart();
    void beforeStartIsRetryable();
    void contextRunsOutwards();

private:
    static constexpr int lastCode = static_cast<int>(ErrorCode::VersionMismatch);
};

void tst_Error::everyCodeHasAName()
{
    QSet<QString> names;
    for (int code = 1; code <= lastCode; ++code) {
        const QString name = errorCodeName(static_cast<ErrorCode>(code));
        QVERIFY2(!name.startsWith(u"error_"), qPrintable(name));
        names.insert(name);
    }
    QCOMPARE(names.size(), lastCode);
    QCOMPARE(errorCodeName(static_cast<ErrorCode>(9999)), QStringLiteral("error_9999"));
}

void tst_Error::beforeStart_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("isBefore");
    QTest::newRow("no daemon") << ErrorCode::NotRunning << true;
    QTest::newRow("turned away") << ErrorCode::QueueFull << true;
    QTest::newRow("unread") << ErrorCode::ConnectionReset << true;
    QTest::newRow("may have run") << ErrorCode::ConnectionLost << false;
    QTest::newRow("ran out of time") << ErrorCode::Timeout << false;
    QTest::newRow("ran out of memory") << ErrorCode::ResourceExhausted << false;
    QTest::newRow("never retryable") << ErrorCode::UnknownCommand << false;
    QTest::newRow("of the future") << static_cast<ErrorCode>(9999) << false;
}

void tst_Error::beforeStart()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const bool, isBefore);
    QCOMPARE(isBeforeStart(code), isBefore);
}

void tst_Error::beforeStartIsRetryable()
{
    for (int code = 1; code <= lastCode; ++code) {
        if (isBeforeStart(static_cast<ErrorCode>(code)))
            QVERIFY2(isRetryable(static_cast<ErrorCode>(code)),
                     qPrintable(errorCodeName(static_cast<ErrorCode>(code))));
    }
}

void tst_Error::contextRunsOutwards()
{
    const Error error = Error(ErrorCode::IoError, QStringLiteral("it broke"))
                            .withContext(QStringLiteral("inner"))
                            .withContext(QStringLiteral("outer"));
    QCOMPARE(error.context(), QStringList({QStringLiteral("inner"), QStringLiteral("outer")}));
    const QString text = error.toString();
    QVERIFY2(text.startsWith(u"it broke"), qPrintable(text));
    QVERIFY2(text.indexOf(u"inner") < text.indexOf(u"outer"), qPrintable(text));
}

QTEST_GUILESS_MAIN(tst_Error)
#include "tst_error.moc"
