// The two sites under test: their folders, files and one page of each kind.

import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const given = process.env.MINGJING_SITES;
if (!given) {
  throw new Error("set MINGJING_SITES to a folder with public/ and internal/, as `mingjing build --output` makes it");
}
const root = path.resolve(given);

/** Every file below a folder, as `/`-separated paths relative to it. */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join("/"))
    .sort();
}

function site(name) {
  const folder = path.join(root, name);
  const files = filesBelow(folder);
  return { name, folder, files, pages: files.filter((file) => file.endsWith(".html")) };
}

export const sites = [site("public"), site("internal")];

export const read = (site, file) => readFileSync(path.join(site.folder, file), "utf8");

/** `records/funds/2026-h1.html` is of the kind `records/*`; a page at the top is a kind of its own. */
export function kindOf(page) {
  const parts = page.split("/");
  if (parts[0] === "print") return `print/${parts[1]}/*`;
  return parts.length === 1 ? page : `${parts[0]}/*`;
}

/** The largest page of each kind; of the internal site also the largest that the public has not, and the one with the largest annex. */
export function samples(site) {
  const open = new Set(sites[0].pages);
  const size = (page) => statSync(path.join(site.folder, page)).size;
  const openSize = (page) => (open.has(page) ? statSync(path.join(sites[0].folder, page)).size : 0);
  const views = [size];
  if (site.name === "internal") {
    views.push((page) => (open.has(page) ? 0 : size(page)), (page) => (open.has(page) ? size(page) - openSize(page) : 0));
  }
  const picked = new Set();
  for (const kind of new Set(site.pages.map(kindOf))) {
    const pages = site.pages.filter((page) => kindOf(page) === kind);
    for (const view of views) {
      const best = pages.reduce((a, b) => (view(b) > view(a) ? b : a));
      if (view(best) > 0) picked.add(best);
    }
  }
  return [...picked].sort();
}
