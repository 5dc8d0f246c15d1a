// A small table for tests of widgets.
#pragma once

#include "models/recordtable.h"

namespace DaemonRpc::Monitor::Testing {

struct Item
{
    RecordKey key;
    QString name;
    qint64 size = 0;
    QString state = QStringLiteral("running");
    bool isDimmed = false;

    friend bool operator==(const Item &, const Item &) = default;
};

inline constexpr Column<Item> itemColumns[] = {
    {"id", "ID", "Its number", ColumnKind::Number, [](const Item &item) -> QVariant { return item.key.id; }},
    {"name", "Name", "What it is called", ColumnKind::Text,
     [](const Item &item) -> QVariant { return item.name; }},
    {"size", "Size", "How large it is", ColumnKind::Bytes,
     [](const Item &item) -> QVariant { return item.size; }},
    {.key = "state",
     .title = "State",
     .description = "How it is",
     .kind = ColumnKind::State,
     .value = [](const Item &item) -> QVariant { return item.state; },
     .isHidden = true},
};

/// Takes what is put into it at once.
class ItemTable : public RecordTable<Item>
{
public:
    explicit ItemTable(UpdateClock &clock)
        : RecordTable(itemColumns, clock)
        , m_clock(clock)
    {
        setActive(true);
    }

    void take(const std::vector<Item> &items)
    {
        m_toPut = items;
        m_clock.refresh();
    }

    void remove(const std::vector<RecordKey> &keys)
    {
        m_toDrop = keys;
        m_clock.refresh();
    }

protected:
    void collect(Extent) override
    {
        for (const Item &item : std::exchange(m_toPut, {}))
            put(item);
        for (const RecordKey &key : std::exchange(m_toDrop, {}))
            drop(key);
    }

private:
    UpdateClock &m_clock;
    std::vector<Item> m_toPut;
    std::vector<RecordKey> m_toDrop;
};

inline Item item(qint64 id, const QString &name = QStringLiteral("x"), qint64 size = 1)
{
    return {RecordKey{1, id}, name, size};
}

} // namespace DaemonRpc::Monitor::Testing
