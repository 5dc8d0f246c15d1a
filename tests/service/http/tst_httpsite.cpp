#include "httptesting.h"

#include <daemonrpc/service/http/httpsite.h>

#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_HttpSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages();
    void methods();
    void counts();
    void closed();
};

static HttpRequest request(const QByteArray &path, HttpRequest::Method method = HttpRequest::Method::Get)
{
    HttpRequest request;
    request.path = path;
    request.method = method;
    return request;
}

void tst_HttpSite::pages()
{
    HttpSite site;
    site.add("/b", [] { return HttpResponse::text(200, u"b"_s); });
    site.add("/a", [] { return HttpResponse::text(503, u"a"_s); });
    QCOMPARE(site.answer(request("/b")).body, QByteArray("b\n"));
    QCOMPARE(site.answer(request("/a")).status, 503);
    QCOMPARE(site.answer(request("/a", HttpRequest::Method::Head)).status, 503);
    for (const char *path : {"/", "/c", "/a/", "/A", "//a", "/../a"}) {
        const HttpResponse response = site.answer(request(path));
        QCOMPARE(response.status, 404);
        QVERIFY2(response.body.contains("/a /b"), response.body);
    }
}

void tst_HttpSite::methods()
{
    HttpSite site;
    site.add("/a", [] { return HttpResponse::text(200, u"a"_s); });
    const HttpResponse response = site.answer(request("/a", HttpRequest::Method::Other));
    QCOMPARE(response.status, 405);
    QCOMPARE(response.fields.size(), 1);
    QCOMPARE(response.fields[0].first, QByteArray("Allow"));
    QCOMPARE(response.fields[0].second, QByteArray("GET, HEAD"));
}

void tst_HttpSite::counts()
{
    HttpSite site;
    site.count(nullptr, 400); // nobody asks
    QStringList counted;
    site.add("/a", [] { return HttpResponse::text(200, u"a"_s); });
    site.setObserver(
        [&counted](const QString &path, int status) { counted.append(u"%1 %2"_s.arg(path).arg(status)); });
    const HttpRequest known = request("/a");
    const HttpRequest unknown = request("/whatever");
    site.count(&known, 200);
    site.count(&unknown, 404);
    site.count(nullptr, 431);
    QCOMPARE(counted, (QStringList{u"/a 200"_s, u"other 404"_s, u"other 431"_s}));
}

void tst_HttpSite::closed()
{
    HttpSite site;
    int count = 0;
    site.add("/a", [&count] { return HttpResponse::text(++count, u"a"_s); });
    site.setObserver([&count](const QString &, int) { ++count; });
    site.close();
    const HttpRequest asked = request("/a");
    QCOMPARE(site.answer(asked).status, 503);
    site.count(&asked, 503);
    QCOMPARE(count, 0);
}

QTEST_GUILESS_MAIN(tst_HttpSite)
#include "tst_httpsite.moc"
