// Tables and trees, set up in one place.
#pragma once

#include "models/recordkey.h"

#include <QTreeView>

namespace DaemonRpc::Monitor {

class RecordHeader;

/// Shows a table or tree whose rows have keys (KeyRole), through a proxy that sorts it. Thread-bound. All
/// lists of the window are one of these, so that all are sorted, searched, copied and used by keyboard alike.
///
/// A list that is sorted by the newest grows at its top; what a person looks at stays where it is all the
/// same, unless the very top is looked at.
///
///     RecordView *view = new RecordView(this);
///     view->setAccessibleName(tr("Requests"));
///     view->header()->setDefaultSort("age", Qt::AscendingOrder);
///     view->setModel(&m_proxy);
class RecordView : public QTreeView
{
    Q_OBJECT

public:
    explicit RecordView(QWidget *parent = nullptr);
    ~RecordView() override;

    /// Set up the header before.
    void setModel(QAbstractItemModel *model) override;

    /// With branches; all of them are open at first. To be said before setModel().
    void setTree(bool isTree);

    [[nodiscard]] RecordHeader &recordHeader() const { return *m_header; }

    /// As they are shown, from the top; indexes of the view's model.
    [[nodiscard]] QModelIndexList shownSelection() const;
    [[nodiscard]] QList<RecordKey> selectedKeys() const;

    /// Selects the row of @p key alone and scrolls to it; false when it is not there.
    bool selectKey(const RecordKey &key);
    [[nodiscard]] QModelIndex find(const RecordKey &key) const;

    /// As long as the end is in sight it stays in sight, whatever comes; for lists that grow there.
    void setFollowingEnd(bool isFollowing);

    [[nodiscard]] bool isAtEnd() const;

    [[nodiscard]] QByteArray saveState() const;
    /// Takes of @p state what it understands.
    void restoreState(const QByteArray &state);
    void resetState();

Q_SIGNALS:
    /// Of a list that follows its end: it does so, or a person has scrolled away.
    void followingChanged(bool isFollowing);
    void selectedKeysChanged();
    /// Enter, or a double click.
    void rowActivated(const DaemonRpc::Monitor::RecordKey &key);
    /// The context menu is wanted, by mouse or keyboard; currentIndex() is what it is wanted for.
    void menuRequested(const QPoint &globalPosition);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

public Q_SLOTS:
    void doItemsLayout() override;

private:
    [[nodiscard]] QModelIndex neighbour(const QModelIndex &index, int step) const;
    void onScrolled();
    void activate(const QModelIndex &index);
    [[nodiscard]] int topRow() const;

    RecordHeader *m_header;
    bool m_isTree = false;
    bool m_canFollow = false;
    bool m_isFollowing = false;
    bool m_isLayingOut = false;
    int m_rowHeight = 0; ///< As of the last layout.
    int m_shift = 0;     ///< Rows that have come above what is looked at, less those that went, since then.
};

} // namespace DaemonRpc::Monitor
