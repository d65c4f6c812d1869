// The flow chart of a procedure: it has a name, says what the list says, and fits a phone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { read, sites } from "./sites.js";
import { LIMIT, all, axe, browsing, inPage, judged, none, sideways } from "./visit.js";

const browser = browsing();

const drawn = (site) => site.pages.filter((page) => page.startsWith("items/") && read(site, page).includes('class="flow"'));

function fits() {
  const { clientWidth } = document.documentElement;
  const { left, right } = document.querySelector("svg.flow").getBoundingClientRect();
  return left < 0 || right > clientWidth ? [`the drawing reaches from ${left} to ${right}`] : [];
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

for (const site of sites) {
  describe(`flow charts on the ${site.name} site`, { concurrency: 2 }, () => {
    test("are there", () => assert.ok(drawn(site).length > 0));
    for (const width of [320, 390]) {
      const options = { viewport: { width, height: 800 }, isMobile: true, hasTouch: true };
      test(`fit into ${width} px`, LIMIT, async () => {
        none(await judged(browser, options, site, drawn(site), all(sideways, inPage(fits))));
      });
    }
    test("have a name and say what the list says", LIMIT, async () => none(await judged(browser, {}, site, drawn(site), inPage(named))));
    test("keep every text in its box", LIMIT, async () => none(await judged(browser, {}, site, drawn(site), inPage(overflows))));
    for (const colorScheme of ["light", "dark"]) {
      test(`have no WCAG 2.2 A or AA violation in ${colorScheme} mode`, LIMIT, async () => {
        none(await judged(browser, { colorScheme, bypassCSP: true }, site, drawn(site), axe));
      });
    }
  });
}
