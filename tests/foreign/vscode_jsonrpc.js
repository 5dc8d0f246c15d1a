// The npm package vscode-jsonrpc, which editors talk to language servers with: Content-Length headers.
//
//     vscode_jsonrpc.js SOCKET
"use strict";

const net = require("net");
const rpc = require("vscode-jsonrpc/node");
const { Checks, assert, longText, rejection } = require("./checks.js");

async function main() {
  const socket = net.connect(process.argv[2]);
  const connection = rpc.createMessageConnection(
    new rpc.SocketMessageReader(socket),
    new rpc.SocketMessageWriter(socket)
  );
  const unexpected = [];
  connection.onError(([error]) => unexpected.push(`error: ${error.message}`));
  connection.onUnhandledNotification((message) => unexpected.push(`notification: ${message.method}`));
  connection.listen();
  const checks = new Checks();

  await checks.run("call without parameters", async () => {
    assert.strictEqual(await connection.sendRequest("ping"), "pong");
  });
  await checks.run("parameters by name", async () => {
    const value = { text: "é", list: [1, 2.5, null, true], nested: { a: {} } };
    assert.deepStrictEqual(await connection.sendRequest("echo", value), value);
  });
  await checks.run("parameters by position", async () => {
    const answer = await connection.sendRequest("echo", rpc.ParameterStructures.byPosition, 1, "two", [3]);
    assert.deepStrictEqual(answer, [1, "two", [3]]);
  });
  await checks.run("64 KiB there and back", async () => {
    assert.deepStrictEqual(await connection.sendRequest("echo", { text: longText() }), { text: longText() });
  });
  await checks.run("unknown method", async () => {
    const error = await rejection(connection.sendRequest("no.such.method"));
    assert.ok(error instanceof rpc.ResponseError);
    assert.strictEqual(error.code, rpc.ErrorCodes.MethodNotFound);
  });
  await checks.run("wrong parameters", async () => {
    const error = await rejection(connection.sendRequest("daemon.cancel", { id: "no number" }));
    assert.strictEqual(error.code, rpc.ErrorCodes.InvalidParams);
  });
  await checks.run("1,000 calls at once", async () => {
    const numbers = [...Array(1000).keys()];
    const answers = await Promise.all(numbers.map((n) => connection.sendRequest("echo", { n })));
    assert.deepStrictEqual(
      answers.map((answer) => answer.n),
      numbers
    );
  });
  await checks.run("notification is not answered", async () => {
    await connection.sendNotification("ping");
    await connection.sendNotification("no.such.method", { a: 1 });
    assert.strictEqual(await connection.sendRequest("ping"), "pong");
  });
  await checks.run("cancelled call is answered all the same", async () => {
    const source = new rpc.CancellationTokenSource();
    const answer = connection.sendRequest("ping", source.token);
    source.cancel();
    const outcome = await answer.catch((error) => error.code);
    assert.ok(["pong", rpc.LSPErrorCodes && rpc.LSPErrorCodes.RequestCancelled, -32800].includes(outcome), outcome);
  });
  await checks.run("describes its methods", async () => {
    const methods = await connection.sendRequest("list_methods");
    const ping = methods.find((method) => method.name === "ping");
    assert.ok(ping && ping.summary, JSON.stringify(ping));
  });
  await checks.run("the daemon sees this connection", async () => {
    const connections = await connection.sendRequest("daemon.connections");
    assert.ok(connections.some((peer) => peer.peer_pid === process.pid));
  });
  await checks.run("subscription tells of another connection", async () => {
    const events = [];
    let told = () => {};
    const listener = connection.onNotification("daemon.event", (event) => {
      events.push(event);
      told();
    });
    const answer = await connection.sendRequest("daemon.subscribe", { topics: ["connections"], interval_ms: 10 });
    assert.strictEqual(answer.snapshot.sequence, 0);
    const known = answer.snapshot.connections.map((peer) => peer.id);
    const news = () => events.flatMap((event) => event.connections || []).find((peer) => !known.includes(peer.id));
    const other = net.connect(process.argv[2]);
    await new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error("no news within 10 s")), 10000);
      told = () => {
        if (news()) {
          clearTimeout(patience);
          resolve();
        }
      };
      told();
    });
    other.destroy();
    assert.strictEqual(news().peer_pid, process.pid);
    assert.deepStrictEqual(
      events.map((event) => event.sequence),
      events.map((_, index) => index + 1)
    );
    assert.strictEqual(
      await connection.sendRequest("daemon.unsubscribe", { subscription: answer.subscription }),
      true
    );
    listener.dispose();
  });
  await checks.run("nothing unexpected was received", async () => {
    assert.deepStrictEqual(unexpected, []);
  });
  checks.finish();
}

main();
