import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { HtmlValidate } from "html-validate";
import vnu from "vnu-jar";

// html-validate's own recommendation, but for two: the stylesheet keeps telephone numbers on one line, and where a part of a
// page shows nothing its indentation stays.
const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "tel-non-breaking": "off", "no-trailing-whitespace": "off" } });

// Gives for each tool what is wrong in the pages.
export async function checkHtml(pages) {
  const own = [];
  for (const { url, html } of pages) {
    const report = await validator.validateString(html);
    own.push(...report.results.flatMap((result) => result.messages).map((fault) => `${new URL(url).pathname}:${fault.line}:${fault.column} ${fault.ruleId}: ${fault.message}`));
  }

  return [{ tool: "html-validate", faults: own }, { tool: "Nu", faults: await askNu(pages) }];
}

async function askNu(pages) {
  const folder = await mkdtemp(join(tmpdir(), "nu-"));
  const files = await Promise.all(pages.map(async ({ html }, index) => {
    const file = join(folder, `${index}.html`);
    await writeFile(file, html);
    return file;
  }));
  const answer = await promisify(execFile)("java", ["-jar", vnu, "--format", "json", "--exit-zero-always", ...files], { maxBuffer: 1 << 26 });
  return JSON.parse(answer.stderr).messages
    .map((fault) => `${new URL(pages[Number(/(\d+)\.html$/.exec(fault.url)?.[1] ?? 0)].url).pathname}:${fault.lastLine} ${fault.type}: ${fault.message}`);
}
