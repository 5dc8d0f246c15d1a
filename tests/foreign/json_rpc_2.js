// The npm package json-rpc-2.0, which leaves the transport to its user: here one connection, one value per line.
//
//     json_rpc_2.js SOCKET
"use strict";

const net = require("net");
const readline = require("readline");
const { JSONRPCClient, createJSONRPCRequest } = require("json-rpc-2.0");
const { Checks, assert, longText, rejection } = require("./checks.js");

async function main() {
  const socket = net.connect(process.argv[2]);
  let linesReceived = 0;
  const client = new JSONRPCClient((request) => {
    socket.write(JSON.stringify(request) + "\n");
  });
  readline.createInterface({ input: socket }).on("line", (line) => {
    linesReceived += 1;
    client.receive(JSON.parse(line));
  });
  const checks = new Checks();

  await checks.run("call without parameters", async () => {
    assert.strictEqual(await client.request("ping"), "pong");
  });
  await checks.run("parameters by name", async () => {
    const value = { text: "é", list: [1, 2.5, null, true], nested: { a: {} } };
    assert.deepStrictEqual(await client.request("echo", value), value);
  });
  await checks.run("parameters by position", async () => {
    assert.deepStrictEqual(await client.request("echo", [1, "two", [3]]), [1, "two", [3]]);
  });
  await checks.run("64 KiB there and back", async () => {
    assert.deepStrictEqual(await client.request("echo", [longText()]), [longText()]);
  });
  await checks.run("unknown method", async () => {
    assert.strictEqual((await rejection(client.request("no.such.method"))).code, -32601);
  });
  await checks.run("wrong parameters", async () => {
    assert.strictEqual((await rejection(client.request("daemon.cancel", { id: "no number" }))).code, -32602);
  });
  await checks.run("1,000 calls at once", async () => {
    const numbers = [...Array(1000).keys()];
    const answers = await Promise.all(numbers.map((n) => client.request("echo", [n])));
    assert.deepStrictEqual(
      answers.map((answer) => answer[0]),
      numbers
    );
  });
  await checks.run("batch", async () => {
    const responses = await client.requestAdvanced([
      createJSONRPCRequest("a", "echo", [1]),
      createJSONRPCRequest("b", "no.such.method"),
      createJSONRPCRequest(3, "ping"),
    ]);
    const byId = new Map(responses.map((response) => [response.id, response]));
    assert.deepStrictEqual(byId.get("a").result, [1]);
    assert.strictEqual(byId.get("b").error.code, -32601);
    assert.strictEqual(byId.get(3).result, "pong");
  });
  await checks.run("notification is not answered", async () => {
    const before = linesReceived;
    client.notify("ping");
    client.notify("no.such.method", [1]);
    assert.strictEqual(await client.request("ping"), "pong");
    assert.strictEqual(linesReceived, before + 1);
  });
  checks.finish();
}

main();
