// Tables of records: their drawings, the cells that a text quotes, and the files that are offered.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import { fileBase } from "./browser.js";
import { read, sites } from "./sites.js";
import { DESK, LIMIT, NARROW, all, browsing, inPage, judged, none, sideways } from "./visit.js";

const [open, inside] = sites;

const browser = browsing();

const having = (site, text) => site.pages.filter((page) => page.startsWith("records/") && read(site, page).includes(text));

/** Every bar has its words, its figure stands in the page's table, and lengths are in the proportion of the figures. */
function drawings() {
  const found = [];
  const cells = new Set([...document.querySelectorAll("td")].map((cell) => cell.textContent.trim()));
  for (const drawing of document.querySelectorAll("svg.bars")) {
    const texts = (drawing.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    if (drawing.getAttribute("role") !== "img" || texts.length !== 2 || !texts.every((text) => text?.trim())) {
      found.push(`a drawing without a name and a description: ${texts}`);
    }
    const scale = new Set();
    for (const bar of drawing.querySelectorAll(":scope > g")) {
      const [label, value] = [...bar.querySelectorAll("text")].map((text) => text.textContent.trim());
      const figure = value.split(" ")[0];
      if (!label || !cells.has(figure)) found.push(`a bar says what no cell says: ${label} ${value}`);
      const name = label.replace(/…$/, "");
      if (!texts[1]?.includes(name) || !texts[1]?.includes(` ${value}`)) found.push(`the description leaves out ${label} ${value}`);
      const [first, second] = [...bar.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
      if (first.right > second.left && first.bottom > second.top + 1) found.push(`words over words: ${label} ${value}`);
      const amount = Math.abs(Number(figure.replace("−", "-").replaceAll(",", "")));
      const drawn = bar.querySelector("rect:not(.whole)").getBoundingClientRect().width;
      if (amount > 0) scale.add(drawn / amount);
    }
    const [least, most] = [Math.min(...scale), Math.max(...scale)];
    if (most > least * 1.02 && most - least > 1) found.push(`bars of different scales: ${least} to ${most}`);
  }
  return found;
}

function labels() {
  const { clientWidth } = document.documentElement;
  const out = [...document.querySelectorAll("svg.bars text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < 0 || box.right > clientWidth;
  });
  return out.map((text) => `a label leaves the page: ${text.textContent}`);
}

/** The files of an archive that stores them as they are. */
function stored(bytes) {
  const files = new Map();
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    assert.equal(bytes.readUInt16LE(at + 8), 0, "compressed");
    const [size, name, extra] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const begin = at + 30 + name + extra;
    files.set(bytes.toString("utf8", at + 30, at + 30 + name), bytes.toString("utf8", begin, begin + size));
    at = begin + size;
  }
  return files;
}

for (const site of sites) {
  describe(`tables on the ${site.name} site`, { concurrency: 2 }, () => {
    const drawn = having(site, 'class="bars"');
    const quoting = having(site, 'class="cell"');

    test("are there", () => assert.ok(drawn.length > 0 && quoting.length > 0));
    test("are drawn with words, to one scale", LIMIT, async () => none(await judged(browser, DESK, site, drawn, inPage(drawings))));
    test("are drawn with words that fit into 320 px", LIMIT, async () => {
      none(await judged(browser, NARROW, site, drawn, all(sideways, inPage(labels), inPage(drawings))));
    });

    test("have the cell that a text quotes", LIMIT, async () => {
      const context = await browser.open(DESK);
      try {
        const tab = await context.newPage();
        for (const page of quoting) {
          await tab.goto(fileBase(site.folder) + page);
          const links = await tab.$$eval("a.cell", (all) => all.map((a) => [a.href, a.textContent]));
          for (const [href, words] of links) {
            await tab.goto(href);
            const cell = (await tab.textContent(":target")).trim();
            const bare = cell.replace(/^[-−]/, "");
            assert.ok(bare && words.includes(bare), `${page}: “${words}” leads to “${cell}”`);
          }
        }
      } finally {
        await context.close();
      }
    });

    test("are offered as CSV and XLSX with the same cells", () => {
      for (const page of site.pages.filter((page) => page.startsWith("records/"))) {
        for (const [, href] of read(site, page).matchAll(/href="([^"]+\.xlsx)" download/g)) {
          const file = path.posix.join(path.posix.dirname(page), href);
          const files = stored(readFileSync(path.join(site.folder, file)));
          const sheet = files.get("xl/worksheets/sheet1.xml");
          assert.ok(sheet && files.get("[Content_Types].xml"), `${file}: no sheet`);
          assert.ok(!/<f[ >]/.test(sheet), `${file}: a formula`);
          const rows = sheet.match(/<row /g).length;
          const lines = read(site, file.replace(/xlsx$/, "csv")).split(/\r?\n/).filter((line) => line !== "");
          assert.equal(rows, lines.length, `${file}: rows`);
        }
      }
    });
  });
}

test("no table of the inside is offered to the public", () => {
  const tables = (site) => site.files.filter((file) => /\.(xlsx|csv)$/.test(file));
  const own = tables(inside).filter((file) => file.startsWith("records/office-expenses/"));
  assert.ok(own.length > 0, "the internal site has no table of its own");
  none(tables(open).filter((file) => own.includes(file)));
});
