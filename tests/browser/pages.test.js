// Every kind of page of both sites in a real browser: from file:// and from a server, on a phone and on a desk.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { fileBase, launch, serve, watch } from "./browser.js";
import { read, samples, sites } from "./sites.js";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 900 } };
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const LIMIT = { timeout: 60_000 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const none = (problems) => assert.ok(problems.length === 0, `\n  ${problems.slice(0, 40).join("\n  ")}`);

/** Opens each page in one tab and collects what `judge` finds wrong with it. */
async function visit(options, base, pages, judge) {
  const context = await browser.newContext(options);
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

/** The document itself does not scroll sideways; tables may, inside their own box. */
async function width(tab) {
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

const mainText = (tab) => tab.evaluate(() => document.querySelector("main")?.innerText.trim() ?? "");

async function axe(tab) {
  await tab.evaluate(AXE);
  const run = (tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ["violations"], preload: false });
  const { violations } = await tab.evaluate(run, WCAG);
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.any[0]?.message ?? node.failureSummary})`);
    return `${id}: ${help}: ${where.join(" | ")}`;
  });
}

for (const site of sites) {
  const pages = samples(site);
  const file = fileBase(site.folder);

  describe(`pages of the ${site.name} site`, { concurrency: 2 }, () => {
    let server;
    before(async () => {
      server = await serve(site.folder);
    });
    after(() => server?.close());

    for (const [device, options] of Object.entries({ phone: PHONE, desk: DESK })) {
      test(`load without error from file:// on a ${device}`, LIMIT, async () => {
        none(await visit(options, file, pages, width));
      });
      test(`load without error from http on a ${device}`, LIMIT, async () => {
        none(await visit(options, server.base, pages, width));
      });
    }

    for (const colorScheme of ["light", "dark"]) {
      test(`have no WCAG 2.2 A or AA violation in ${colorScheme} mode`, LIMIT, async () => {
        none(await visit({ ...DESK, colorScheme, bypassCSP: true }, file, pages, axe));
      });
    }

    test("have no WCAG 2.2 A or AA violation on a phone", LIMIT, async () => {
      none(await visit({ ...PHONE, bypassCSP: true }, file, pages, axe));
    });

    test("read the same without scripts", LIMIT, async () => {
      const texts = new Map();
      await visit(DESK, file, pages, async (tab, page) => {
        texts.set(page, await mainText(tab));
        return [];
      });
      none(
        await visit({ ...DESK, javaScriptEnabled: false }, file, pages, async (tab, page) => {
          const text = await mainText(tab);
          if (text.length < 10) return [`main says only “${text}”`];
          return text === texts.get(page) ? [] : ["main differs with scripts off"];
        }),
      );
    });

    test("print a record", LIMIT, async () => {
      const record = pages.find((page) => page.startsWith("records/"));
      assert.ok(record, "there is no record to print");
      const context = await browser.newContext(DESK);
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
        await visit(options, file, pages, async (tab, page) => {
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
    const context = await browser.newContext(DESK);
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
