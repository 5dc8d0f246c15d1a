// Formats JavaScript from standard input with Prettier.
//
// Loads parser and printer before it reads: as a warm copy it waits for input and has only the formatting left to do.
import { createRequire } from "node:module";
import process from "node:process";

// Found from the directory that PRETTIER_HOME names, where `npm install prettier` was run.
const prettier = createRequire(`${process.env.PRETTIER_HOME ?? process.cwd()}/`)("prettier");
const options = { parser: "babel" };
for (let round = 0; round < 20; ++round) {
  await prettier.format("const a = { b: [1, 2] }; function f(x) { return a?.b[x] }", options);
}

const chunks = [];
for await (const chunk of process.stdin) {
  chunks.push(chunk);
}
try {
  const text = await prettier.format(Buffer.concat(chunks).toString(), options);
  process.stdout.write(text, () => process.exit(0));
} catch (error) {
  process.stderr.write(`prettierfilter: ${error.message}\n`, () => process.exit(2));
}
