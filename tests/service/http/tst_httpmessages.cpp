#include "httptesting.h"

#include <daemonrpc/service/http/httpmessages.h>

#include <QRegularExpression>
#include <QTest>

using namespace DaemonRpc;
using namespace HttpTesting;
using namespace Qt::StringLiterals;

class tst_HttpMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void head();
    void furtherFields();
    void reasons();
};

void tst_HttpMessages::head()
{
    const HttpResponse response = HttpResponse::text(404, u"nöthing"_s);
    const QByteArray bytes = response.head(HttpResponse::Connection::KeepAlive) + response.body;
    QVERIFY(bytes.startsWith("HTTP/1.1 404 Not Found\r\n"));
    const QList<Answer> answers = answersIn(bytes);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0].status, 404);
    QCOMPARE(answers[0].body, u"nöthing\n"_s.toUtf8());
    QCOMPARE(answers[0].field("Content-Length"), QByteArray("9"));
    QCOMPARE(answers[0].field("Content-Type"), QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(answers[0].field("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(answers[0].field("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(answers[0].field("Connection"), QByteArray("keep-alive"));
    const QRegularExpression date(
        u"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$"_s);
    QVERIFY2(date.match(QString::fromUtf8(answers[0].field("Date"))).hasMatch(), answers[0].field("Date"));
}

void tst_HttpMessages::furtherFields()
{
    HttpResponse response = HttpResponse::json(405, "{}");
    response.fields.emplaceBack("Allow", "GET, HEAD");
    const Answer answer = answersIn(response.head(HttpResponse::Connection::Close) + response.body)[0];
    QCOMPARE(answer.field("Allow"), QByteArray("GET, HEAD"));
    QCOMPARE(answer.field("Connection"), QByteArray("close"));
    QCOMPARE(answer.field("Content-Type"), QByteArray("application/json"));
}

void tst_HttpMessages::reasons()
{
    for (const int status : {200, 400, 401, 404, 405, 408, 413, 421, 429, 431, 503, 505})
        QVERIFY2(httpReason(status) != "Error" && !httpReason(status).isEmpty(), QByteArray::number(status));
}

QTEST_GUILESS_MAIN(tst_HttpMessages)
#include "tst_httpmessages.moc"
