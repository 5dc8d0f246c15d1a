#include "jsonscanner_p.h"

namespace DaemonRpc {

// The index of the quote that ends the string whose content starts at @p from, or the text's size.
static qsizetype endOfString(QByteArrayView text, qsizetype from)
{
    qsizetype i = from;
    while (i < text.size() && text[i] != '"')
        i += text[i] == '\\' ? 2 : 1;
    return i;
}

JsonShape scanJson(QByteArrayView text, const RpcLimits &limits)
{
    int depth = 0;
    qint64 values = 1;
    int batch = 1;
    bool isArray = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '"': i = endOfString(text, i + 1); break;
        case '[':
        case '{':
            if (depth == 0)
                isArray = text[i] == '[';
            if (++depth > limits.maxDepth)
                return JsonShape::TooDeep;
            ++values;
            break;
        case ']':
        case '}': --depth; break;
        case ',':
            ++values;
            if (depth == 1 && isArray && ++batch > limits.maxBatch)
                return JsonShape::BatchTooLong;
            break;
        default: break;
        }
        if (values > limits.maxValues)
            return JsonShape::TooManyValues;
    }
    return JsonShape::Acceptable;
}

} // namespace DaemonRpc
