// The npm package jayson: one value per line, a connection per call, ids that are strings.
//
//     jayson_client.js SOCKET
"use strict";

const jayson = require("jayson/promise");
const { Checks, assert, longText } = require("./checks.js");

async function main() {
  const client = jayson.Client.tcp({ path: process.argv[2] });
  const checks = new Checks();

  await checks.run("call without parameters", async () => {
    const response = await client.request("ping", []);
    assert.strictEqual(response.result, "pong");
    assert.strictEqual(response.jsonrpc, "2.0");
    assert.strictEqual(typeof response.id, "string");
  });
  await checks.run("parameters by name", async () => {
    const value = { text: "é", list: [1, 2.5, null, true], nested: { a: {} } };
    assert.deepStrictEqual((await client.request("echo", value)).result, value);
  });
  await checks.run("parameters by position", async () => {
    assert.deepStrictEqual((await client.request("echo", [1, "two", [3]])).result, [1, "two", [3]]);
  });
  await checks.run("an id of ours", async () => {
    const response = await client.request("ping", [], "\u0001 \"id\" 😀");
    assert.strictEqual(response.id, "\u0001 \"id\" 😀");
  });
  await checks.run("64 KiB there and back", async () => {
    assert.deepStrictEqual((await client.request("echo", [longText()])).result, [longText()]);
  });
  await checks.run("unknown method", async () => {
    assert.strictEqual((await client.request("no.such.method", [])).error.code, -32601);
  });
  await checks.run("wrong parameters", async () => {
    assert.strictEqual((await client.request("daemon.cancel", { id: "no number" })).error.code, -32602);
  });
  await checks.run("notification is not answered", async () => {
    assert.strictEqual(await client.request("ping", [], null), undefined);
  });
  await checks.run("batch", async () => {
    const responses = await client.request([
      client.request("echo", [1], undefined, false),
      client.request("no.such.method", [], undefined, false),
      client.request("ping", [], null, false),
      client.request("echo", [2], undefined, false),
    ]);
    assert.strictEqual(responses.length, 3); // none for the notification
    const results = responses.filter((response) => response.result).map((response) => response.result[0]);
    assert.deepStrictEqual(results.sort(), [1, 2]);
    assert.deepStrictEqual(
      responses.filter((response) => response.error).map((response) => response.error.code),
      [-32601]
    );
  });
  await checks.run("100 connections at once", async () => {
    const numbers = [...Array(100).keys()];
    const answers = await Promise.all(numbers.map((n) => client.request("echo", [n])));
    assert.deepStrictEqual(
      answers.map((answer) => answer.result[0]),
      numbers
    );
  });
  checks.finish();
}

main();
