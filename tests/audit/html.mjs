import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { HtmlValidate } from "html-validate";
import vnu from "vnu-jar";

// html-validate's standard rules, but for matters of taste:
const taste = {
  "doctype-style": "off", // HTML lets it be written small.
  "void-style": "off", // ASP.NET Core's tag helpers write <input />.
  "attribute-boolean-style": "off", // … and checked="checked".
  "long-title": "off", // A title is as long as the question that it answers.
};

const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: taste });

/// Gives for each tool what is wrong in the pages.
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
