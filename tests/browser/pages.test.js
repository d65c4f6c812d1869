// Every kind of page of both sites in a real browser: from file:// and from a server, on a phone and on a desk.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { fileBase, serve, watch } from "./browser.js";
import { read, samples, sites } from "./sites.js";
import { DESK, LIMIT, PHONE, axe, browsing, none, sideways, visit } from "./visit.js";

const browser = browsing();

const mainText = (tab) => tab.evaluate(() => document.querySelector("main")?.innerText.trim() ?? "");

for (const site of sites) {
  const pages = samples(site);
  const file = fileBase(site.folder);
  // The public page of what is not found is served, at any address: its own begin at the host's top.
  const local = pages.filter((page) => site.name !== "public" || page !== "404.html");

  describe(`pages of the ${site.name} site`, { concurrency: 2 }, () => {
    let server;
    before(async () => {
      server = await serve(site.folder);
    });
    after(() => server?.close());

    for (const [device, options] of Object.entries({ phone: PHONE, desk: DESK })) {
      test(`load without error from file:// on a ${device}`, LIMIT, async () => {
        none(await visit(browser, options, file, local, sideways));
      });
      test(`load without error from http on a ${device}`, LIMIT, async () => {
        none(await visit(browser, options, server.base, pages, sideways));
      });
    }

    for (const colorScheme of ["light", "dark"]) {
      test(`have no WCAG 2.2 A or AA violation in ${colorScheme} mode`, LIMIT, async () => {
        none(await visit(browser, { ...DESK, colorScheme, bypassCSP: true }, server.base, pages, axe));
      });
    }

    test("have no WCAG 2.2 A or AA violation on a phone", LIMIT, async () => {
      none(await visit(browser, { ...PHONE, bypassCSP: true }, server.base, pages, axe));
    });

    test("read the same without scripts", LIMIT, async () => {
      const texts = new Map();
      await visit(browser, DESK, file, local, async (tab, page) => {
        texts.set(page, await mainText(tab));
        return [];
      });
      none(
        await visit(browser, { ...DESK, javaScriptEnabled: false }, file, local, async (tab, page) => {
          const text = await mainText(tab);
          if (text.length < 10) return [`main says only “${text}”`];
          return text === texts.get(page) ? [] : ["main differs with scripts off"];
        }),
      );
    });

    test("print a record", LIMIT, async () => {
      const record = pages.find((page) => page.startsWith("records/"));
      assert.ok(record, "there is no record to print");
      const context = await browser.open(DESK);
      try {
        const tab = await context.newPage();
        await tab.goto(file + record);
        const pdf = (await tab.pdf({ format: "A4" })).toString("latin1");
        assert.ok(pdf.startsWith("%PDF-"), "not a PDF");
        assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length >= 1, "a PDF without a page");
        assert.match(pdf, /\/Font/, "a PDF without text");
      } finally {
        await context.close();
      }
    });

    test("screenshots", { ...LIMIT, skip: !process.env.MINGJING_SHOTS && "set MINGJING_SHOTS to a folder" }, async () => {
      const shots = { phone: PHONE, desk: DESK, dark: { ...DESK, colorScheme: "dark" } };
      for (const [name, options] of Object.entries(shots)) {
        const folder = path.join(path.resolve(process.env.MINGJING_SHOTS), site.name, name);
        mkdirSync(folder, { recursive: true });
        await visit(browser, options, file, local, async (tab, page) => {
          await tab.screenshot({ path: path.join(folder, `${page.replaceAll("/", "-")}.png`), fullPage: true });
          return [];
        });
      }
    });
  });
}

describe("the content security policy", () => {
  const [open] = sites;
  const marks = "<style>body { outline: 7px solid }</style><script>document.title = 'ran'</script>";
  const policy = /<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/i;

  /** What injected style and script did to a copy of the home page. */
  async function injected(change) {
    const folder = mkdtempSync(path.join(os.tmpdir(), "mingjing-policy-"));
    const context = await browser.open(DESK);
    try {
      cpSync(open.folder, folder, { recursive: true });
      const html = change(read(open, "index.html"));
      writeFileSync(path.join(folder, "index.html"), html.replace("</body>", `${marks}</body>`));
      const tab = await context.newPage();
      const problems = watch(tab, fileBase(folder));
      await tab.goto(`${fileBase(folder)}index.html`);
      const ran = (await tab.title()) === "ran";
      const styled = await tab.evaluate(() => getComputedStyle(document.body).outlineWidth === "7px");
      return { ran, styled, refused: problems.filter((problem) => /Content Security Policy/.test(problem)).length };
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test("blocks an inline script and style", LIMIT, async () => {
    assert.deepEqual(await injected((html) => html), { ran: false, styled: false, refused: 2 });
  });

  test("is what blocks them: without it both work", LIMIT, async () => {
    assert.match(read(open, "index.html"), policy);
    assert.deepEqual(await injected((html) => html.replace(policy, "")), { ran: true, styled: true, refused: 0 });
  });
});
