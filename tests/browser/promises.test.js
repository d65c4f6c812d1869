// The pages of obligations: figures, tables and calendars that can be read without seeing a colour.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { fileBase } from "./browser.js";
import { read, sites } from "./sites.js";
import { DESK, LIMIT, NARROW, browsing, inPage, judged, none, sideways } from "./visit.js";

const [open, inside] = sites;

const browser = browsing();

const years = (site) => site.pages.filter((page) => /^timeliness\/\d{4}\.html$/.test(page));

/** An item that owes something. */
const item = (site) => site.pages.find((page) => page.startsWith("items/") && read(site, page).includes('id="promises"'));
const kinds = (site) => [
  "index.html",
  "timeliness.html",
  ...site.pages.filter((page) => page.startsWith("timeliness/") || page === "due.html"),
  item(site),
];

function tables() {
  const found = [];
  for (const table of document.querySelectorAll("table")) {
    if (!table.caption?.textContent.trim()) found.push("a table without a caption");
    const box = table.closest("[role=region][tabindex='0']");
    if (!box?.getAttribute("aria-label")) found.push("a table whose box has no name or no place in the tab order");
    const heads = [...table.querySelectorAll("thead th")];
    if (heads.some((head) => head.scope !== "col")) found.push("a head of a column without scope");
    const width = heads.reduce((sum, head) => sum + head.colSpan, 0);
    for (const row of table.querySelectorAll("tbody tr")) {
      const [head] = row.cells;
      if (head?.tagName !== "TH" || !["row", "rowgroup"].includes(head.scope)) found.push(`no head: ${row.textContent}`);
      const cells = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
      if (cells !== width) found.push(`${cells} cells below ${width} heads: ${row.textContent}`);
    }
  }
  return found;
}

function calendars() {
  const found = [];
  const drawings = [...document.querySelectorAll("svg.heat")];
  if (drawings.length !== 12) found.push(`${drawings.length} months`);
  for (const drawing of drawings) {
    const texts = (drawing.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    if (drawing.getAttribute("role") !== "img" || texts.length !== 2 || !texts.every((text) => text?.trim())) {
      found.push(`a month without a name and a description: ${texts}`);
    }
    for (const cell of drawing.querySelectorAll(":scope > g")) {
      const state = [...cell.classList].find((name) => !["worked", "off", "made-up", "unknown"].includes(name));
      if (Boolean(state) !== Boolean(cell.querySelector("path.mark"))) found.push(`a sign is missing or too many: ${state}`);
    }
  }
  const days = new Set([...document.querySelectorAll("tr.day time")].map((time) => time.dateTime));
  const drawn = document.querySelectorAll("svg.heat path.mark").length;
  const isWhole = !document.querySelector(".pager");
  if (isWhole && drawn !== days.size) found.push(`${drawn} days are drawn, ${days.size} are in the table`);
  return found;
}

function states() {
  const bare = [...document.querySelectorAll(".badge.state")].filter(
    (badge) => !badge.textContent.trim() || !badge.querySelector("svg[aria-hidden=true] path"),
  );
  return bare.map((badge) => `a state without a word or a sign: ${badge.outerHTML}`);
}

for (const site of sites) {
  describe(`obligations on the ${site.name} site`, { concurrency: 2 }, () => {
    test("are there", () => {
      assert.ok(site.pages.includes("timeliness.html"));
      assert.ok(years(site).length > 0, "no year");
      assert.ok(item(site), "no item with a timeline");
    });

    test("fit into 320 px", LIMIT, async () => none(await judged(browser, NARROW, site, kinds(site), sideways)));
    test("stand in tables that say what each cell is", LIMIT, async () => {
      none(await judged(browser, DESK, site, ["timeliness.html", ...years(site)], inPage(tables)));
    });
    test("are drawn in calendars with a name, a sign and a table of the same", LIMIT, async () => {
      none(await judged(browser, DESK, site, years(site), inPage(calendars)));
    });
    test("show a state by a word and a sign", LIMIT, async () => none(await judged(browser, DESK, site, kinds(site), inPage(states))));

    test("are reached from the navigation and from the home page's figure", LIMIT, async () => {
      const context = await browser.open(DESK);
      try {
        const tab = await context.newPage();
        for (const place of ["nav[aria-label] a[href='timeliness.html']", ".counts a[href='timeliness.html']"]) {
          await tab.goto(`${fileBase(site.folder)}index.html`);
          await tab.click(place);
          await tab.waitForURL(/timeliness\.html$/);
          await tab.click(".years a");
          await tab.waitForURL(/timeliness\/\d{4}\.html$/);
          await tab.click("table.deadlines tbody tr:not(.day) th a");
          await tab.waitForURL(/(items\/[\w-]+|filings)\.html$/);
        }
      } finally {
        await context.close();
      }
    });
  });
}

describe("what is due", () => {
  test("stands on the internal site alone", () => {
    assert.ok(inside.files.includes("due.html"));
    const foreign = (file) => file === "due.html" || file.endsWith(".ics");
    assert.deepEqual(open.files.filter(foreign), []);
    none(open.pages.filter((page) => /due\.html|\.ics/.test(read(open, page))));
  });

  test("names who acts next and links a calendar of each office", () => {
    const page = read(inside, "due.html");
    const calendars = [...page.matchAll(/href="(calendars\/[a-z0-9-]+\.ics)"/g)].map(([, file]) => file);
    assert.ok(calendars.length > 0);
    none(calendars.filter((file) => !inside.files.includes(file)).map((file) => `${file} is missing`));
    assert.match(page, /class="act"/);
  });
});
