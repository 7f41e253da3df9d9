import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const categories = ["performance", "accessibility", "best-practices", "seo"];
const runs = 3;

// Lighthouse as it stands: a telephone, slow 4G simulated. Of several runs the middle one by its LCP.
export async function measure(url) {
  const results = [];
  for (let run = 0; run < runs; run++) {
    const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--ignore-certificate-errors"] });
    try {
      results.push((await lighthouse(url, { port: chrome.port, output: "json", logLevel: "error" })).lhr);
    } finally {
      await chrome.kill();
    }
  }

  const value = (result, audit) => result.audits[audit].numericValue;
  const middle = results.sort((left, right) => value(left, "largest-contentful-paint") - value(right, "largest-contentful-paint"))[Math.floor(runs / 2)];
  return {
    scores: categories.map((category) => Math.round(middle.categories[category].score * 100)),
    lcp: value(middle, "largest-contentful-paint"),
    cls: value(middle, "cumulative-layout-shift"),
    tbt: value(middle, "total-blocking-time"),
    lacking: categories.flatMap((category) => middle.categories[category].auditRefs)
      .filter(({ id, weight }) => weight > 0 && middle.audits[id].score !== null && middle.audits[id].score < 0.995)
      .map(({ id }) => `${id}: ${middle.audits[id].displayValue ?? middle.audits[id].title}`),
  };
}
