import { LinkChecker } from "linkinator";

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
  for (const path of ["/nothing-here", "/consultation/received?reference=FP-4KX7-9M2R"]) {
    const response = await fetch(origin + path);
    pages.push({ url: origin + path, html: await response.text() });
  }

  return { pages, broken };
}
