// Printed forms and sheets as PDF, and the pages of the registers: on the site where they belong, and on no other.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import jsQR from "jsqr";

import { read, samples, sites } from "./sites.js";
import { LIMIT, NARROW, browsing, judged, none, sideways } from "./visit.js";

const [open, inside] = sites;
const below = (folder) => inside.pages.filter((page) => page.startsWith(folder));

const browser = browsing();

/** How many pages a PDF has, and their sizes in points. */
async function printed(tab) {
  const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  return { pages: (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, sizes: boxes.map(([, x, y]) => [x, y].map(Number)) };
}

/** What the code on a page says, and its name; nothing where there is none. */
function decoded(html) {
  const found = /viewBox="0 0 (\d+) \d+"[^>]*aria-label="([^"]*)"[\s\S]*?<path d="([^"]+)"/.exec(html);
  if (!found) return undefined;
  const [, modules, name, path] = found;
  const [scale, width] = [4, 4 * modules];
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let at = 0; at < scale * scale; at++) {
      const row = y * scale + Math.floor(at / scale);
      pixels.fill(0, (row * width + x * scale + (at % scale)) * 4, (row * width + x * scale + (at % scale)) * 4 + 3);
    }
  }
  const read = jsQR.default ?? jsQR;
  return { name, address: read(pixels, width, width)?.data };
}

const isA4 = ([x, y]) => Math.abs(x - 595.28) < 1 && Math.abs(y - 841.89) < 1;

describe("printed forms and sheets", () => {
  test("are there, of each kind", () => {
    const folders = ["print/exercises/", "print/filings/", "print/boards/", "print/documents/"];
    none(folders.filter((folder) => below(folder).length === 0));
  });

  for (const folder of ["print/exercises/", "print/filings/", "print/boards/"]) {
    test(`${folder} fills one page of A4`, LIMIT, async () => {
      const judge = async (tab) => {
        const { pages, sizes } = await printed(tab);
        return [...(pages === 1 ? [] : [`${pages} pages`]), ...sizes.filter((size) => !isA4(size)).map((size) => `${size}`)];
      };
      none(await judged(browser, {}, inside, below(folder), judge));
    });
  }

  test("a document is the letter, and a page for each table", LIMIT, async () => {
    const judge = async (tab) => {
      const { pages, sizes } = await printed(tab);
      const tables = await tab.locator("section.attached").count();
      const lines = await tab.evaluate(() => Math.ceil(document.querySelector(".text").textContent.length / 28));
      const found = sizes.filter((size) => !isA4(size)).map((size) => `${size}`);
      if (lines < 8 && pages !== 1 + tables) found.push(`${pages} pages with ${tables} tables`);
      return pages < 1 + tables ? [...found, `only ${pages} pages`] : found;
    };
    none(await judged(browser, {}, inside, below("print/documents/"), judge));
  });

  test("a document has 22 lines of 28 characters of the third size", LIMIT, async () => {
    const judge = (tab) =>
      tab.evaluate(() => {
        const { fontSize, lineHeight, letterSpacing } = getComputedStyle(document.querySelector(".text p"));
        const [size, line, space] = [fontSize, lineHeight, letterSpacing].map((length) => (parseFloat(length) * 3) / 4);
        const mm = (points) => (points * 25.4) / 72;
        const found = Math.abs(size - 16) > 0.05 ? [`${size} pt`] : [];
        const [height, width] = [mm(line * 22), mm((size + space) * 28)];
        if (height > 225 || height < 223) found.push(`22 lines are ${height} mm high`);
        if (width > 156.05 || width < 154) found.push(`28 characters are ${width} mm wide`);
        return found;
      });
    none(await judged(browser, {}, inside, below("print/documents/").slice(0, 1), judge));
  });

  test("show no navigation on paper, and no emblem ever", LIMIT, async () => {
    const judge = async (tab) => {
      await tab.emulateMedia({ media: "print" });
      const found = (await tab.locator("header").isVisible()) ? ["its way back is printed"] : [];
      return (await tab.locator("main img, main nav").count()) > 0 ? [...found, "an image or navigation"] : found;
    };
    none(await judged(browser, {}, inside, below("print/"), judge));
  });

  test("a code, read by another's decoder, leads to a page that the public has", () => {
    const codes = new Map(below("print/boards/").map((page) => [page, decoded(read(inside, page))]).filter(([, code]) => code));
    assert.ok(codes.size > 0, "no sheet has a code");
    for (const [page, { address, name }] of codes) {
      assert.ok(address && name.endsWith(address), `${page}: ${address} is not what ${name} says`);
    }
    const wrong = below("print/boards/").filter((page) => {
      const record = page.replace("print/boards/", "records/");
      return Boolean(codes.get(page)?.address.endsWith(`/${record}`)) !== open.pages.includes(record);
    });
    none(wrong);
  });

  test("stand on the internal site alone, with the filings", () => {
    none(open.files.filter((file) => /^(print|filings)\b/.test(file)));
    none(open.pages.filter((page) => /href="[^"]*(print\/|filings)/.test(read(open, page))));
    assert.ok(inside.files.some((file) => /^filings\/.+\.csv$/.test(file)));
  });
});

for (const site of sites) {
  describe(`registers and archive on the ${site.name} site`, () => {
    const kind = /^(exercises|archive|changes|filings|print)[./]/;
    const pages = samples(site).filter((page) => kind.test(page));

    test("are there", () => {
      const names = ["exercises.html", "archive.html", "changes.html"];
      none(names.filter((name) => !pages.includes(name)));
      assert.ok(pages.some((page) => page.startsWith("exercises/")) && pages.some((page) => page.startsWith("archive/")));
    });

    test("fit into 320 px", LIMIT, async () => {
      none(await judged(browser, NARROW, site, pages, sideways));
    });

    test("tables open in a spreadsheet as text", () => {
      const tables = site.files.filter((file) => /^(archive|filings)\/.+\.csv$/.test(file));
      assert.ok(tables.length > 0);
      const wrong = tables.filter((file) => {
        const text = read(site, file);
        return !text.startsWith("\ufeff") || /(^|,)"?[=+@-]/m.test(text);
      });
      none(wrong);
    });

    test("an archive stands in the order of disclosure", () => {
      for (const file of site.files.filter((name) => /^archive\/\d{4}\.csv$/.test(name))) {
        const days = [...read(site, file).matchAll(/^(?:[^,\n]*,)?(\d{4}-\d\d-\d\d),/gm)].map(([, day]) => day);
        assert.ok(days.length > 0);
        assert.deepEqual(days, days.toSorted());
      }
    });
  });
}
