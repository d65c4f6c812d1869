// The pages of supervision: what the public may read, what only insiders have, and a card that fits on one sheet.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { fileBase } from "./browser.js";
import { read, sites } from "./sites.js";
import { LIMIT, NARROW, browsing, judged, none, sideways } from "./visit.js";

const [open, inside] = sites;
const INNER = /^(feedback|accountability|assessments?|inspections|print)(_\d+)?(\.html|\/)/;

const browser = browsing();

const kinds = (site) => site.pages.filter((page) => page === "supervision.html" || INNER.test(page));

describe("supervision", () => {
  test("has one page on the public site, and its register on the internal one", () => {
    assert.deepEqual(kinds(open), ["supervision.html"]);
    for (const page of ["feedback.html", "accountability.html", "assessments.html", "inspections.html", "print/opinion-card.html"]) {
      assert.ok(inside.pages.includes(page), `no ${page}`);
    }
    none(open.pages.filter((page) => /(feedback|accountability|assessments|inspections)(\.html|\/)|opinion-card/.test(read(open, page))));
  });

  for (const site of sites) {
    test(`is found from home, agency and every footer of the ${site.name} site`, () => {
      const linked = (page) => /href="(\.\.\/|\/)*supervision\.html"/.test(read(site, page));
      none(site.pages.filter((page) => !page.startsWith("print/") && !linked(page))); // forms have no footer
      assert.match(read(site, "agency.html").split("<footer")[0], /href="supervision\.html"/);
    });

    test(`does not scroll sideways at 320 px on the ${site.name} site`, LIMIT, async () => {
      none(await judged(browser, NARROW, site, kinds(site), sideways));
    });
  }

  test("never names a complainant outside its own page", LIMIT, async () => {
    const names = inside.pages
      .filter((page) => page.startsWith("feedback/"))
      .map((page) => [page, /id="complainant"[\s\S]*?<dd>([^<]*)<\/dd>/.exec(read(inside, page))?.[1]])
      .filter(([, name]) => name && name !== "没有署名");
    for (const [page, name] of names) {
      none(open.pages.filter((other) => read(open, other).includes(name)));
      none(inside.pages.filter((other) => other !== page && !other.startsWith("feedback/") && read(inside, other).includes(name)));
    }
  });

  test("prints its opinion cards on one sheet, without the site's frame", LIMIT, async () => {
    const context = await browser.open({ viewport: { width: 1280, height: 900 } });
    try {
      const tab = await context.newPage();
      await tab.goto(`${fileBase(inside.folder)}print/opinion-card.html`);
      const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
      assert.equal((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, 1);
      await tab.emulateMedia({ media: "print" });
      const shown = await tab.evaluate(() =>
        [...document.querySelectorAll("header.site, footer.site, .band, header.back")].filter((e) => e.checkVisibility()).map((e) => e.className),
      );
      assert.deepEqual(shown, []);
      assert.equal(await tab.locator(".opinion-cards > section").count(), 4);
    } finally {
      await context.close();
    }
  });
});
