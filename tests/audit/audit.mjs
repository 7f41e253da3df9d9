// Usage: node audit.mjs https://localhost:PORT. Prints one table; the exit code is 1 if a line of it does not hold.
import { crawl } from "./crawl.mjs";
import { checkHtml } from "./html.mjs";
import { measure } from "./lighthouse.mjs";

const origin = process.argv[2];
const lines = [];
const add = (tool, what, result, holds) => lines.push({ tool, what, result, holds: holds ? "yes" : "NO" });

const { pages, broken } = await crawl(origin);
add("linkinator", `${pages.length} pages, every link and anchor`, broken.length === 0 ? "none broken" : broken.join("; "), broken.length === 0 && pages.length > 40);

for (const { tool, faults } of await checkHtml(pages)) {
  faults.forEach((fault) => console.log(`${tool}: ${fault}`));
  add(tool, `${pages.length} pages`, `${faults.length} errors`, faults.length === 0);
}

const measured = [
  ["home", "/"],
  ["article", "/articles/how-does-botox-help-bells-palsy-and-synkinesis"],
  ["list", "/articles"],
  ["form", "/consultation"],
];
for (const [name, path] of measured) {
  const { scores, lcp, cls, tbt, lacking } = await measure(origin + path);
  lacking.forEach((audit) => console.log(`Lighthouse: ${path}: ${audit}`));
  add("Lighthouse", name, `${scores.join(" ")}, LCP ${(lcp / 1000).toFixed(2)} s, CLS ${cls.toFixed(3)}, TBT ${tbt.toFixed(0)} ms`,
    scores.every((score) => score === 100) && lcp <= 1000 && cls < 0.0005 && tbt <= 10);
}

console.table(lines);
process.exitCode = lines.every((line) => line.holds === "yes") ? 0 : 1;
