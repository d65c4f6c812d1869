// Just enough HTML to check the tags of well-formed pages; no dependency.

const COMMENT = /<!--[\s\S]*?-->/g;
const TAG = /<([a-zA-Z][\w:-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal));
  });
}

/** Every start tag of a page: `{ name, attributes, end }`, where `end` is the offset behind the tag. */
export function tags(html) {
  const text = html.replace(COMMENT, (comment) => " ".repeat(comment.length));
  return Array.from(text.matchAll(TAG), (found) => ({
    name: found[1].toLowerCase(),
    attributes: new Map(
      Array.from(found[2].matchAll(ATTRIBUTE), (a) => [a[1].toLowerCase(), decode(a[2] ?? a[3] ?? a[4] ?? "")]),
    ),
    end: found.index + found[0].length,
  }));
}
