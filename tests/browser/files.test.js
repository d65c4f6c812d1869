// What can be said of the files of both sites without a browser: names, links, policy.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";

import { tags } from "./html.js";
import { read, sites } from "./sites.js";

const ADDRESSES = ["href", "src", "action", "formaction", "poster", "data", "xlink:href", "background"];
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

const none = (problems, help) => assert.ok(problems.length === 0, `${help}\n  ${problems.slice(0, 40).join("\n  ")}`);

/** An address that only a reader's own click follows, or that nothing follows at all. */
function mayLeave(tag, value) {
  const rel = (tag.attributes.get("rel") ?? "").split(/\s+/);
  if (tag.name === "link") return rel.includes("canonical");
  return tag.name === "a" && /^(https?|mailto|tel):/i.test(value);
}

function addresses(page) {
  const found = [];
  for (const tag of page.tags) {
    for (const name of ADDRESSES) {
      if (tag.attributes.has(name)) found.push({ tag, value: tag.attributes.get(name) });
    }
    if (tag.attributes.has("srcset")) {
      for (const one of tag.attributes.get("srcset").split(",")) found.push({ tag, value: one.trim().split(/\s+/)[0] });
    }
  }
  return found.filter(({ tag, value }) => !mayLeave(tag, value));
}

/** The page that a server shows in place of any other: of the public site its addresses begin at the host's top. */
const standsAnywhere = (site, page) => site.name === "public" && page === "404.html";

/** What is wrong with an address on a page, or nothing. */
function wrong(page, value, pages, files) {
  if (value === "") return "empty";
  if (ELSEWHERE.test(value) || value.startsWith("/")) return "not relative";
  const [before, fragment] = value.split("#");
  if (before.includes("?")) return "has a query; state belongs into the hash";
  const target = before === "" ? page.file : path.posix.join(path.posix.dirname(page.file), decodeURIComponent(before));
  if (target.startsWith("..")) return "leaves the site";
  if (before.endsWith("/") || !path.posix.basename(target).includes(".")) return "does not end in a file name";
  if (!files.has(target)) return "no such file";
  if (fragment !== undefined && !pages.get(target)?.ids.has(decodeURIComponent(fragment))) return "no such id";
  return undefined;
}

/** Parts of a page that a strict policy would block. */
function inline(page) {
  const problems = [];
  for (const tag of page.tags) {
    for (const name of tag.attributes.keys()) {
      if (name === "style" || name.startsWith("on")) problems.push(`${page.file}: <${tag.name} ${name}=…>`);
    }
    if (tag.name === "style") problems.push(`${page.file}: <style>`);
    if (tag.name === "script" && !tag.attributes.has("src")) problems.push(`${page.file}: <script> without src`);
    if (tag.name === "script" && tag.attributes.get("type") === "module") problems.push(`${page.file}: module`);
    if (["iframe", "object", "embed", "base"].includes(tag.name)) problems.push(`${page.file}: <${tag.name}>`);
  }
  return problems;
}

function policy(page) {
  const at = page.tags.findIndex((tag) => tag.attributes.get("http-equiv")?.toLowerCase() === "content-security-policy");
  if (at < 0) return "no policy";
  if (page.tags.slice(0, at).some((tag) => ["script", "link", "body", "img"].includes(tag.name))) return "policy comes too late";
  const content = page.tags[at].attributes.get("content") ?? "";
  if (!content.includes("default-src 'none'")) return `default-src is not 'none': ${content}`;
  if (/unsafe|\*|https?:|data:|blob:/.test(content)) return `too wide: ${content}`;
  return undefined;
}

for (const site of sites) {
  describe(`files of the ${site.name} site`, () => {
    const files = new Set(site.files);
    const pages = new Map(
      site.pages.map((file) => {
        const all = tags(read(site, file));
        return [file, { file, tags: all, ids: new Set(all.map((tag) => tag.attributes.get("id")).filter(Boolean)) }];
      }),
    );
    const each = (judge) => [...pages.values()].flatMap(judge);

    test("there are pages, and each is a document", () => {
      assert.ok(pages.has("index.html") && pages.has("404.html") && pages.size > 10, `only ${pages.size} pages`);
      const bare = each((page) => {
        const names = new Set(page.tags.map((tag) => tag.name));
        const lacking = ["html", "title", "main", "h1"].filter((name) => !names.has(name));
        return lacking.length > 0 ? [`${page.file}: no ${lacking.join(", ")}`] : [];
      });
      none(bare, "every page has a title, a main part and a heading");
    });

    test("every link leads to a file and an id that are there", () => {
      none(
        each((page) =>
          addresses(page).flatMap(({ tag, value }) => {
            const anywhere = standsAnywhere(site, page.file) && !value.startsWith("#");
            if (anywhere && !value.startsWith("/")) return [`${page.file}: <${tag.name}> ${value}: found from nowhere but the top`];
            const problem = wrong(page, anywhere ? value.slice(1) : value, pages, files);
            return problem ? [`${page.file}: <${tag.name}> ${value}: ${problem}`] : [];
          }),
        ),
        "links are relative, end in a file name and lead somewhere:",
      );
    });

    test("every page is reached from the first", () => {
      const seen = new Set(["index.html", "404.html"]);
      const queue = ["index.html"];
      while (queue.length > 0) {
        const page = pages.get(queue.pop());
        for (const { value } of page ? addresses(page) : []) {
          const target = path.posix.join(path.posix.dirname(page.file), value.split("#")[0]);
          if (pages.has(target) && !seen.has(target)) queue.push(target);
          seen.add(target);
        }
      }
      none(site.pages.filter((page) => !seen.has(page)), "nothing links to these pages:");
    });

    test("ids are unique within a page", () => {
      none(
        each((page) => {
          const ids = page.tags.map((tag) => tag.attributes.get("id")).filter(Boolean);
          return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${page.file}: #${id}`);
        }),
        "an id stands once:",
      );
    });

    test("no inline script, style or handler", () => none(each(inline), "move it into a file of the theme:"));

    test("every page has the strict policy before anything it governs", () => {
      none(
        each((page) => (policy(page) ? [`${page.file}: ${policy(page)}`] : [])),
        "every page carries the content security policy of base.html:",
      );
    });

    test("styles and scripts ask nobody for anything", () => {
      const asks = (file) => {
        const text = read(site, file).replace(/\/\*[\s\S]*?\*\//g, "");
        const words = file.endsWith(".css") ? /@import|@font-face|url\(/ : /\b(fetch|XMLHttpRequest|WebSocket|import|eval)\s*\(|^import\b/m;
        return words.test(text) ? [`${file}: ${words.exec(text)[0]}`] : [];
      };
      none(site.files.filter((file) => /\.(css|js)$/.test(file)).flatMap(asks), "works from file:// and asks no host:");
    });

    test("sitemap and feeds name files that are there", () => {
      const dead = [];
      for (const file of site.files.filter((name) => name.endsWith(".xml"))) {
        const text = read(site, file);
        const found = [...text.matchAll(/<loc>([^<]+)<\/loc>/g), ...text.matchAll(/<link\b[^>]*\bhref="([^"]+)"/g)];
        for (const [, url] of found) {
          const parts = url.replace(/^https?:\/\/[^/]+\//, "").split("#")[0].split("/");
          const tails = parts.map((_, at) => parts.slice(at).join("/") || "index.html");
          if (!tails.some((tail) => files.has(tail))) dead.push(`${file}: ${url}`);
        }
      }
      none(dead, "addresses in XML:");
    });

    test("file names work on every disk and share", () => {
      const problems = site.files.filter(
        (file) =>
          !/^[a-z0-9._/-]+$/.test(file) ||
          file.length > 180 ||
          file.split("/").some((part) => part.startsWith(".") || part.endsWith(".") || RESERVED.test(part.split(".")[0])),
      );
      none(problems, "lower-case ASCII, at most 180 characters, no reserved name:");
      const folded = site.files.map((file) => file.toLowerCase());
      none(folded.filter((file, at) => folded.indexOf(file) !== at), "names that differ in case only:");
      const inFolder = new Map();
      for (const file of site.files) {
        const folder = path.posix.dirname(file);
        inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1);
      }
      none([...inFolder].filter(([, count]) => count > 1000).map(([folder]) => folder), "over 1,000 files in a folder:");
    });
  });
}

test("the public site has no page that the internal site lacks", () => {
  const [open, inside] = sites;
  none(open.pages.filter((page) => !existsSync(path.join(inside.folder, page))), "the internal site is a superset:");
});
