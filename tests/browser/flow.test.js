// The flow chart of a procedure: it has a name, says what the list says, and fits a phone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { fileBase, launch, watch } from "./browser.js";
import { read, sites } from "./sites.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LIMIT = { timeout: 60_000 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const none = (problems) => assert.ok(problems.length === 0, `\n  ${problems.slice(0, 40).join("\n  ")}`);
const drawn = (site) => site.pages.filter((page) => page.startsWith("items/") && read(site, page).includes('class="flow"'));

/** What `judge`, run in the page, finds wrong with each page that has a flow chart. */
async function judged(options, site, judge, argument) {
  const context = await browser.newContext(options);
  const base = fileBase(site.folder);
  const found = [];
  try {
    const tab = await context.newPage();
    const problems = watch(tab, base);
    for (const page of drawn(site)) {
      problems.length = 0;
      await tab.goto(base + page);
      if (judge === violations) await tab.evaluate(AXE);
      found.push(...[...problems, ...(await tab.evaluate(judge, argument))].map((problem) => `${page}: ${problem}`));
    }
  } finally {
    await context.close();
  }
  return found;
}

function fits() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} px`] : [];
  const drawing = document.querySelector("svg.flow").getBoundingClientRect();
  if (drawing.left < 0 || drawing.right > clientWidth) found.push(`the drawing reaches from ${drawing.left} to ${drawing.right}`);
  return found;
}

function named() {
  const drawing = document.querySelector("svg.flow");
  const texts = (drawing.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent.trim());
  const found = drawing.getAttribute("role") === "img" && texts.length === 2 && texts.every(Boolean) ? [] : [`no name or description: ${texts}`];
  const steps = [...document.querySelectorAll(".steps > li h3")].map((step) => step.textContent);
  found.push(...steps.filter((step) => !texts[1]?.includes(step)).map((step) => `${step} is not described`));
  const boxes = drawing.querySelectorAll(".box").length;
  if (boxes !== steps.length) found.push(`${boxes} boxes, ${steps.length} steps`);
  return found;
}

/** As the browser's own fonts are, not as the program reckons. */
function overflows() {
  const found = [];
  for (const box of document.querySelectorAll("svg.flow .box, svg.flow .case:not(.upright)")) {
    const shape = box.querySelector("rect, polygon").getBBox();
    for (const text of box.querySelectorAll("text")) {
      const { x, y, width, height } = text.getBBox();
      if (x < shape.x - 2 || x + width > shape.x + shape.width + 2 || y < shape.y - 3 || y + height > shape.y + shape.height + 4) {
        found.push(`“${text.textContent}” sticks out of its box`);
      }
    }
  }
  return found;
}

async function violations(tags) {
  const run = await globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false });
  return run.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].target}`);
}

for (const site of sites) {
  describe(`flow charts on the ${site.name} site`, { concurrency: 2 }, () => {
    test("are there", () => assert.ok(drawn(site).length > 0));
    for (const width of [320, 390]) {
      const options = { viewport: { width, height: 800 }, isMobile: true, hasTouch: true };
      test(`fit into ${width} px`, LIMIT, async () => none(await judged(options, site, fits)));
    }
    test("have a name and say what the list says", LIMIT, async () => none(await judged({}, site, named)));
    test("keep every text in its box", LIMIT, async () => none(await judged({}, site, overflows)));
    for (const colorScheme of ["light", "dark"]) {
      test(`have no WCAG 2.2 A or AA violation in ${colorScheme} mode`, LIMIT, async () => {
        none(await judged({ colorScheme, bypassCSP: true }, site, violations, WCAG));
      });
    }
  });
}
