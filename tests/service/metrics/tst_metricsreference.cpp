// docs/METRICS.md is that of the code. After a change of the metrics, write it anew:
//     DAEMONRPC_WRITE_REFERENCE=1 build/dev/tests/tst_metricsreference
#include "metricstesting.h"

#include <daemonrpc/service/metrics/metricdefinition.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace DaemonRpc;
using namespace Qt::StringLiterals;

class tst_MetricsReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void committedText();
    void namesFollowTheConventions();
    void resourcesNameMetricsThatExist_data();
    void resourcesNameMetricsThatExist();
    void promtoolTakesTheRules();
};

static QString inProject(const QString &path) { return QStringLiteral(PROJECT_SOURCE_DIR "/") + path; }

static QByteArray contentOf(const QString &path)
{
    QFile file(inProject(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_MetricsReference::committedText()
{
    const QString path = u"docs/METRICS.md"_s;
    if (qEnvironmentVariableIsSet("DAEMONRPC_WRITE_REFERENCE")) {
        QFile file(inProject(path));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(metricsReference()), metricsReference().size());
    }
    const QByteArrayList committed = contentOf(path).split('\n');
    const QByteArrayList made = metricsReference().split('\n');
    for (qsizetype i = 0; i < std::max(committed.size(), made.size()); ++i) {
        QVERIFY2(committed.value(i) == made.value(i),
                 qPrintable(u"%1 differs from the code in line %2; see the head of this test"_s.arg(path).arg(
                     i + 1)));
    }
}

// https://prometheus.io/docs/practices/naming/
void tst_MetricsReference::namesFollowTheConventions()
{
    const QRegularExpression form(u"^(daemonrpc|process)_[a-z_]+$"_s);
    QSet<QByteArray> names;
    for (const MetricDefinition &definition : metricDefinitions()) {
        const QByteArray name = definition.name;
        QVERIFY2(form.match(QString::fromUtf8(name)).hasMatch(), name.constData());
        QVERIFY2(!names.contains(name), name.constData());
        names.insert(name);
        QVERIFY2(name.endsWith("_total") == (definition.type == MetricDefinition::Type::Counter),
                 name.constData());
        for (const char *unit : {"_ms", "_us", "_milliseconds", "_mb", "_kb", "_percent"})
            QVERIFY2(!name.contains(unit), name.constData());
        if (definition.type == MetricDefinition::Type::Histogram)
            QVERIFY2(name.endsWith("_seconds"), name.constData());
        QVERIFY2(QByteArray(definition.help).size() > 10 && !QByteArray(definition.help).endsWith('.'),
                 name.constData());
    }
}

static void expressionsIn(const QJsonValue &value, QStringList *expressions)
{
    if (value.isArray()) {
        for (const QJsonValue element : value.toArray())
            expressionsIn(element, expressions);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == u"expr")
                expressions->append(it.value().toString());
            else
                expressionsIn(it.value(), expressions);
        }
    }
}

void tst_MetricsReference::resourcesNameMetricsThatExist_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("dashboard") << u"resources/monitoring/grafana-dashboard.json"_s << 20;
    QTest::newRow("alerts") << u"resources/monitoring/prometheus-alerts.yaml"_s << 10;
}

void tst_MetricsReference::resourcesNameMetricsThatExist()
{
    QFETCH(const QString, path);
    QFETCH(const int, atLeast);
    const QByteArray content = contentOf(path);
    QVERIFY2(!content.isEmpty(), qPrintable(path));
    QStringList expressions;
    if (path.endsWith(u".json")) {
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(content, &problem);
        QVERIFY2(problem.error == QJsonParseError::NoError, qPrintable(problem.errorString()));
        expressionsIn(document.object(), &expressions);
    } else {
        QRegularExpressionMatchIterator it =
            QRegularExpression(u"^ *expr: (.*)$"_s, QRegularExpression::MultilineOption)
                .globalMatch(QString::fromUtf8(content));
        while (it.hasNext())
            expressions.append(it.next().captured(1));
    }
    QVERIFY2(expressions.size() >= atLeast, QByteArray::number(expressions.size()));
    QHash<QString, MetricDefinition> known;
    for (const MetricDefinition &definition : metricDefinitions())
        known.insert(QString::fromUtf8(definition.name), definition);
    const QRegularExpression metric(u"\\b((?:daemonrpc|process)_\\w+?)(_bucket|_sum|_count)?\\b(?!\\w)"_s);
    for (const QString &expression : expressions) {
        int found = 0;
        QRegularExpressionMatchIterator it = metric.globalMatch(expression);
        while (it.hasNext()) {
            const QRegularExpressionMatch match = it.next();
            const bool isHistogram = !match.captured(2).isEmpty();
            const QString name = match.captured(1);
            QVERIFY2(known.contains(name), qPrintable(name + u" in "_s + expression));
            QVERIFY2(isHistogram == (known[name].type == MetricDefinition::Type::Histogram),
                     qPrintable(expression));
            ++found;
        }
        QVERIFY2(found > 0, qPrintable(expression));
    }
}

void tst_MetricsReference::promtoolTakesTheRules()
{
    if (!MetricsTesting::Promtool::isThere())
        QSKIP("needs promtool, of the package prometheus");
    QCOMPARE(MetricsTesting::Promtool::check(
                 {u"check"_s, u"rules"_s, inProject(u"resources/monitoring/prometheus-alerts.yaml"_s)}),
             QByteArray());
}

QTEST_GUILESS_MAIN(tst_MetricsReference)
#include "tst_metricsreference.moc"
