import { LinkChecker } from "linkinator";

// Nothing that was looked for, results, a slip that was corrected, no results; no such page; received.
const states = ["/search", "/search?q=botox", "/search?q=bels+palsey", "/search?q=xyzzyq", "/nothing-here", "/consultation/received?reference=FP-4KX7-9M2R"];

// Follows every link from the first page. Other hosts are not asked: staff check them, and the clinic's readers do not
// pay for it. Gives the addresses and the HTML of all pages, and what is broken.
export async function crawl(origin) {
  const { links } = await new LinkChecker().check({
    path: origin, recurse: true, checkFragments: true, concurrency: 4,
    linksToSkip: async (link) => !link.startsWith(origin) || link.startsWith(`${origin}/blogs/`),
  });
  const broken = links.filter((link) => link.state === "BROKEN").map((link) => `${link.url} (on ${link.parent}): ${link.status}`);

  const pages = [];
  for (const url of new Set(links.filter((link) => link.state === "OK").map((link) => link.url.split("#")[0]))) {
    const response = await fetch(url);
    if (response.headers.get("content-type")?.startsWith("text/html")) {
      pages.push({ url, html: await response.text() });
    }
  }

  // States that no link leads to.
  for (const path of states) {
    const response = await fetch(origin + path);
    pages.push({ url: origin + path, html: await response.text() });
  }

  pages.push({ url: `${origin}/consultation?sent`, html: await sendEmptyForm(origin) });

  return { pages, broken };
}

async function sendEmptyForm(origin) {
  const form = await fetch(`${origin}/consultation`);
  const cookie = form.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  const fields = [...(await form.text()).matchAll(/<input type="hidden" name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
  const answer = await fetch(`${origin}/consultation?sent`, { method: "POST", headers: { cookie }, body: new URLSearchParams(fields) });
  if (answer.status !== 422) {
    throw new Error(`An empty form was answered with ${answer.status}.`);
  }

  return answer.text();
}
