// What the suites share: one browser each, pages visited in one tab, and what is wrong with them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";

import { fileBase, launch, watch } from "./browser.js";

export const NARROW = { viewport: { width: 320, height: 700 }, isMobile: true, hasTouch: true };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const DESK = { viewport: { width: 1280, height: 900 } };
export const LIMIT = { timeout: 120_000 };

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** A browser for all tests of a file: `open(options)` gives a context. */
export function browsing() {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  return { open: (options) => browser.newContext(options) };
}

export const none = (problems) => assert.ok(problems.length === 0, `\n  ${problems.slice(0, 40).join("\n  ")}`);

/** Opens each page in one tab and collects what `judge(tab, page)` finds wrong with it. */
export async function visit(browser, options, base, pages, judge) {
  const context = await browser.open(options);
  const found = [];
  try {
    const tab = await context.newPage();
    tab.setDefaultTimeout(15_000);
    const problems = watch(tab, base);
    for (const page of pages) {
      problems.length = 0;
      await tab.goto(base + page, { waitUntil: "load" });
      const judged = await judge(tab, page);
      found.push(...[...problems, ...judged].map((problem) => `${page}: ${problem}`));
    }
  } finally {
    await context.close();
  }
  return found;
}

/** The same from file://. */
export const judged = (browser, options, site, pages, judge) => visit(browser, options, fileBase(site.folder), pages, judge);

/** A judge that runs in the page. */
export const inPage = (judge) => (tab) => tab.evaluate(judge);

/** Several judges of a page that is loaded once. */
export const all =
  (...judges) =>
  async (tab, page) => {
    const found = [];
    for (const judge of judges) found.push(...(await judge(tab, page)));
    return found;
  };

/** The document itself does not scroll sideways; tables may, inside their own box. */
export async function sideways(tab) {
  const { laidOut, scrolls, widest } = await tab.evaluate(() => {
    const right = document.documentElement.clientWidth;
    const over = [...document.querySelectorAll("body *")].find((e) => e.getBoundingClientRect().right > right + 1);
    const widest = over && [over.localName, ...over.classList].join(".");
    return { laidOut: right, scrolls: document.documentElement.scrollWidth, widest };
  });
  const expected = tab.viewportSize().width;
  if (laidOut !== expected) return [`laid out ${laidOut} px wide, not ${expected}: is the viewport meta tag there?`];
  return scrolls > expected ? [`scrolls sideways, ${scrolls} px wide; the first to stick out is ${widest}`] : [];
}

/** What axe finds; the page's own policy must be bypassed. */
export async function axe(tab) {
  await tab.evaluate(AXE);
  const run = (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false });
  const { violations } = await tab.evaluate(run, WCAG);
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.any[0]?.message ?? node.failureSummary})`);
    return `${id}: ${help}: ${where.join(" | ")}`;
  });
}
