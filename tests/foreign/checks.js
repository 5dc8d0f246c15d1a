// What the JavaScript clients here have in common: named checks, one line each for run.py.
"use strict";

const assert = require("assert");

/** Runs named checks one after the other and ends the process: 0 when all of them held. */
class Checks {
  constructor() {
    this.failures = 0;
  }

  async run(name, check) {
    try {
      await check();
      console.log(`ok ${name}`);
    } catch (error) {
      this.failures += 1;
      const text = String((error && error.message) || error).split("\n").join(" ");
      console.log(`not ok ${name}: ${text.slice(0, 300)}`);
    }
  }

  finish() {
    process.exit(this.failures > 0 ? 1 : 0);
  }
}

/** The error that `promise` is rejected with. */
async function rejection(promise) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: `expected an error, got ${JSON.stringify(value)}` });
}

/** Text of 64 KiB with everything that JSON has to escape and UTF-8 has to encode. */
function longText() {
  const piece = 'quote " backslash \\ tab \t line \n nul \u0000 é € 😀 ';
  return piece.repeat(Math.ceil(65536 / piece.length));
}

module.exports = { Checks, assert, longText, rejection };
