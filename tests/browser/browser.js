// Debian's Chromium, and a small server that knows only the site it is given.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".pdf": "application/pdf",
};

export function launch() {
  const executablePath = process.env.MINGJING_CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: QUIET, timeout: 30_000 });
}

/** The file that a request asks for, if it is in the folder. */
function lookUp(folder, url) {
  const file = path.join(folder, decodeURIComponent(new URL(url, "http://site").pathname));
  if (!file.startsWith(folder + path.sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Serves a folder on a free port of this machine: `{ base, close }`. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const file = request.method === "GET" ? lookUp(folder, request.url) : undefined;
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    return createReadStream(file).pipe(response);
  });
  server.maxConnections = 64;
  server.requestTimeout = 10_000;
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { base: `http://127.0.0.1:${server.address().port}/`, close };
}

export const fileBase = (folder) => `${pathToFileURL(folder).href}/`;

/** Writes down everything that goes wrong on a page, and every request that leaves `base`. */
export function watch(page, base) {
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // The icon is asked for after the page has loaded, and given up when the tab moves on.
    if (request.resourceType() === "other" && why === "net::ERR_ABORTED") return;
    problems.push(`failed: ${request.url()} ${why}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) problems.push(`leaves the site: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
  return problems;
}
