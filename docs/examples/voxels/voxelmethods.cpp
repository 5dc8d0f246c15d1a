#include "voxelmethods.h"

#include "modelexport.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <limits>
#include <utility>

namespace Voxels {

using DaemonRpc::Error;
using DaemonRpc::ErrorCode;
using DaemonRpc::MethodParameter;
using DaemonRpc::Result;
using DaemonRpc::RpcParams;
using DaemonRpc::RpcType;
using DaemonRpc::unexpected;
using namespace Qt::StringLiterals;

namespace {

/// Reads parameters and keeps the first complaint.
class Reader
{
public:
    explicit Reader(const RpcParams &params)
        : m_params(params)
    {}

    int integer(QStringView name, int minimum, int maximum, std::optional<int> fallback = std::nullopt)
    {
        const qint64 value = take(fallback ? m_params.integer(name, *fallback) : m_params.integer(name));
        if (!m_error && (value < minimum || value > maximum)) {
            m_error =
                Error(ErrorCode::InvalidArgument,
                      u"parameter \"%1\" must be %2 to %3, not %4"_s.arg(name).arg(minimum).arg(maximum).arg(
                          value));
        }
        return m_error ? minimum : static_cast<int>(value);
    }

    int coordinate(QStringView name) { return integer(name, lowest, highest); }

    Position position(QStringView x, QStringView y, QStringView z)
    {
        const int first = coordinate(x);
        const int second = coordinate(y);
        return {first, second, coordinate(z)};
    }

    Color color()
    {
        const auto part = [this](QStringView name, std::optional<int> fallback = std::nullopt) {
            return static_cast<quint8>(integer(name, 0, 255, fallback));
        };
        const quint8 red = part(u"r");
        const quint8 green = part(u"g");
        const quint8 blue = part(u"b");
        return {red, green, blue, part(u"a", 255)};
    }

    int layer(int fallback) { return integer(u"layer", 0, highest, fallback); }

    QString string(QStringView name) { return take(m_params.string(name)); }

    QString string(QStringView name, const QString &fallback)
    {
        return take(m_params.string(name, fallback));
    }

    bool boolean(QStringView name, bool fallback) { return take(m_params.boolean(name, fallback)); }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    static constexpr int lowest = std::numeric_limits<int>::min();
    static constexpr int highest = std::numeric_limits<int>::max();

    template <typename Value>
    Value take(const Result<Value> &result)
    {
        if (result)
            return *result;
        if (!m_error)
            m_error = result.error();
        return {};
    }

    const RpcParams &m_params;
    std::optional<Error> m_error;
};

MethodParameter needed(const QString &name, RpcType type, const QString &summary)
{
    return {name, type, true, summary};
}

MethodParameter optional(const QString &name, RpcType type, const QString &summary)
{
    return {name, type, false, summary};
}

QList<MethodParameter> placeParameters()
{
    return {needed(u"x"_s, RpcType::Integer, u"From 0 to the project's width, not included."_s),
            needed(u"y"_s, RpcType::Integer, u"From 0 to its height."_s),
            needed(u"z"_s, RpcType::Integer, u"From 0 to its depth."_s)};
}

QList<MethodParameter> colorParameters()
{
    return {needed(u"r"_s, RpcType::Integer, u"Red, 0 to 255."_s),
            needed(u"g"_s, RpcType::Integer, u"Green, 0 to 255."_s),
            needed(u"b"_s, RpcType::Integer, u"Blue, 0 to 255."_s)};
}

QList<MethodParameter> colorRestParameters()
{
    return {optional(u"a"_s, RpcType::Integer, u"Alpha, 0 to 255; 255 when left out, 0 removes."_s),
            optional(u"layer"_s, RpcType::Integer, u"A layer's id; 1 when left out."_s)};
}

QJsonObject toJson(const Color &color)
{
    return {{u"r"_s, color.red}, {u"g"_s, color.green}, {u"b"_s, color.blue}, {u"a"_s, color.alpha}};
}

QJsonValue orNull(const Color &color)
{
    return color.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(toJson(color));
}

QJsonObject toJson(const Project &project)
{
    return {{u"name"_s, project.name()},
            {u"width"_s, project.size().width},
            {u"height"_s, project.size().height},
            {u"depth"_s, project.size().depth},
            {u"layers"_s, static_cast<qint64>(project.layers().size())},
            {u"voxels"_s, project.voxelCount()},
            {u"memory_bytes"_s, project.cubeCount() * qint64(sizeof(VoxelGrid::Cube))}};
}

// What follows is one function for each method. The registry has checked that what is needed is there.

Result<QJsonValue> createProject(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const QString name = reader.string(u"name", u"untitled"_s);
    const auto side = [&reader](QStringView which) {
        return reader.integer(which, 1, Project::maximumSide, Size().width);
    };
    const int width = side(u"width");
    const int height = side(u"height");
    const int depth = side(u"depth");
    if (reader.error())
        return unexpected(*reader.error());
    if (const Result<void> created = engine.createProject(name, {width, height, depth}); !created)
        return unexpected(created.error());
    return toJson(**engine.project());
}

Result<QJsonValue> putVoxel(VoxelEngine &engine, int layer, const Position &place, const Color &color)
{
    const Result<Project *> project = engine.project();
    if (!project)
        return unexpected(project.error());
    const Result<Color> before = (*project)->setVoxel(layer, place, color);
    return before ? Result<QJsonValue>(QJsonObject{{u"before"_s, orNull(*before)}})
                  : unexpected(before.error());
}

Result<QJsonValue> addVoxel(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const Position place = reader.position(u"x", u"y", u"z");
    const Color color = reader.color();
    const int layer = reader.layer(1);
    return reader.error() ? unexpected(*reader.error()) : putVoxel(engine, layer, place, color);
}

Result<QJsonValue> removeVoxel(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const Position place = reader.position(u"x", u"y", u"z");
    const int layer = reader.layer(1);
    return reader.error() ? unexpected(*reader.error()) : putVoxel(engine, layer, place, {});
}

Result<QJsonValue> getVoxel(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const Position place = reader.position(u"x", u"y", u"z");
    const int layer = reader.layer(0);
    const Result<Project *> project = engine.project();
    if (reader.error() || !project)
        return unexpected(reader.error() ? *reader.error() : project.error());
    const Result<Color> color = (*project)->voxel(layer, place);
    return color ? Result<QJsonValue>(orNull(*color)) : unexpected(color.error());
}

Result<QJsonValue> fill(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const Position from = reader.position(u"x1", u"y1", u"z1");
    const Position to = reader.position(u"x2", u"y2", u"z2");
    const Color color = reader.color();
    const int layer = reader.layer(1);
    const Result<Project *> project = engine.project();
    if (reader.error() || !project)
        return unexpected(reader.error() ? *reader.error() : project.error());
    const Result<qint64> count = (*project)->fill(layer, from, to, color);
    return count ? Result<QJsonValue>(QJsonObject{{u"voxels"_s, *count}}) : unexpected(count.error());
}

Result<QJsonValue> listLayers(VoxelEngine &engine, const RpcParams &)
{
    const Result<Project *> project = engine.project();
    if (!project)
        return unexpected(project.error());
    QJsonArray layers;
    for (const Layer &layer : (*project)->layers()) {
        layers.append(QJsonObject{{u"id"_s, layer.id},
                                  {u"name"_s, layer.name},
                                  {u"visible"_s, layer.isVisible},
                                  {u"voxels"_s, layer.grid.voxelCount()}});
    }
    return layers;
}

Result<QJsonValue> createLayer(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const QString name = reader.string(u"name");
    const bool isVisible = reader.boolean(u"visible", true);
    const Result<Project *> project = engine.project();
    if (reader.error() || !project)
        return unexpected(reader.error() ? *reader.error() : project.error());
    const Result<int> id = (*project)->createLayer(name, isVisible);
    return id ? Result<QJsonValue>(QJsonObject{{u"id"_s, *id}}) : unexpected(id.error());
}

Result<QJsonValue> projectInfo(VoxelEngine &engine, const RpcParams &)
{
    const Result<Project *> project = engine.project();
    return project ? Result<QJsonValue>(toJson(**project)) : unexpected(project.error());
}

Result<QJsonValue> saveProject(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const QString path = reader.string(u"path");
    const Result<QString> saved =
        reader.error() ? Result<QString>(unexpected(*reader.error())) : engine.saveProject(path);
    return saved ? Result<QJsonValue>(QJsonObject{{u"path"_s, *saved}}) : unexpected(saved.error());
}

Result<QJsonValue> loadProject(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const QString path = reader.string(u"path");
    const Result<QString> loaded =
        reader.error() ? Result<QString>(unexpected(*reader.error())) : engine.loadProject(path);
    return loaded ? Result<QJsonValue>(toJson(**engine.project())) : unexpected(loaded.error());
}

Result<QJsonValue> exportModel(VoxelEngine &engine, const RpcParams &params)
{
    Reader reader(params);
    const QString path = reader.string(u"path");
    const QString format = reader.string(u"format", {});
    const Result<QString> written =
        reader.error() ? Result<QString>(unexpected(*reader.error())) : engine.exportModel(path, format);
    return written ? Result<QJsonValue>(QJsonObject{{u"path"_s, *written}}) : unexpected(written.error());
}

QList<VoxelMethod> voxelEditing()
{
    const MethodParameter layer = optional(u"layer"_s, RpcType::Integer, u"A layer's id; 1 when left out."_s);
    const MethodParameter seen =
        optional(u"layer"_s, RpcType::Integer, u"A layer's id; 0, or left out: the topmost visible voxel."_s);
    const auto corner = [](const QString &name) {
        return needed(name, RpcType::Integer, u"A corner of the box, included."_s);
    };
    return {
        {{u"goxel.add_voxel"_s, u"Puts a voxel, in the place of the one that is there."_s,
          placeParameters() + colorParameters() + colorRestParameters(),
          u"An object: before, the color that was there, or null."_s},
         addVoxel},
        {{u"goxel.get_voxel"_s, u"Tells the color of a voxel."_s, placeParameters() + QList{seen},
          u"An object: r, g, b, a; null where there is no voxel."_s},
         getVoxel},
        {{u"goxel.remove_voxel"_s, u"Takes a voxel away."_s, placeParameters() + QList{layer},
          u"An object: before, the color that was there, or null."_s},
         removeVoxel},
        {{u"goxel.fill"_s, u"Sets every voxel of a box."_s,
          QList{corner(u"x1"_s), corner(u"y1"_s), corner(u"z1"_s), corner(u"x2"_s), corner(u"y2"_s),
                corner(u"z2"_s)} +
              colorParameters() + colorRestParameters(),
          u"An object: voxels, how many were set."_s},
         fill},
    };
}

QList<VoxelMethod> projectMethods()
{
    const auto side = [](const QString &name) {
        return optional(name, RpcType::Integer, u"In voxels, 1 to 4096; 64 when left out."_s);
    };
    const MethodParameter path =
        needed(u"path"_s, RpcType::String, u"Absolute, or below the directory of the settings."_s);
    return {
        {{u"goxel.create_project"_s,
          u"Begins an empty project; the last one is gone unless it was saved."_s,
          {optional(u"name"_s, RpcType::String, u"\"untitled\" when left out."_s), side(u"width"_s),
           side(u"height"_s), side(u"depth"_s)},
          u"An object: name, width, height, depth, layers, voxels, memory_bytes."_s},
         createProject},
        {{u"goxel.project_info"_s, u"Tells about the project."_s, {}, u"As of goxel.create_project."_s},
         projectInfo},
        {{u"goxel.list_layers"_s,
          u"Lists the layers, the lowest first."_s,
          {},
          u"An array of objects: id, name, visible, voxels."_s},
         listLayers},
        {{u"goxel.create_layer"_s,
          u"Adds a layer on top."_s,
          {needed(u"name"_s, RpcType::String, u"1 to 128 characters."_s),
           optional(u"visible"_s, RpcType::Boolean, u"true when left out."_s)},
          u"An object: id."_s},
         createLayer},
        {{u"goxel.save_project"_s,
          u"Writes the project to a file, whole or not at all."_s,
          {path},
          u"An object: path."_s},
         saveProject},
        {{u"goxel.load_project"_s,
          u"Reads a project; when that fails, the current one stays."_s,
          {path},
          u"As of goxel.create_project."_s},
         loadProject},
        {{u"goxel.export_model"_s,
          u"Writes what is seen of the project as text."_s,
          {path,
           optional(u"format"_s, RpcType::String, u"txt, obj or ply; the path's ending when left out."_s)},
          u"An object: path."_s},
         exportModel},
    };
}

} // namespace

QList<VoxelMethod> voxelMethods() { return projectMethods() + voxelEditing(); }

} // namespace Voxels
