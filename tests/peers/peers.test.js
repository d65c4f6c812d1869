// The program beside public packages of others: its calendars beside chinese-days, its iCalendar files read by ical.js.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import peer from "chinese-days";

import { events } from "./calendars.js";

const given = (name) => path.resolve(process.env[name] || assert.fail(`set ${name}`));
const program = given("MINGJING_PROGRAM");
const sites = given("MINGJING_SITES");
const root = fileURLToPath(new URL("../..", import.meta.url));
const today = "2026-11-24";
const tomorrow = "2026-11-25";
const office = "finance-office";

const run = (...given) => execFileSync(program, [...given, "--root", root], { maxBuffer: 64 << 20 });
const folder = path.join(root, "content", "calendars");
const ours = readdirSync(folder).map((file) => Number(path.basename(file, ".toml"))).sort();

const iso = (date) => date.toISOString().slice(0, 10);
const after = (date, days) => iso(new Date(Date.parse(date) + days * 86_400_000));

function daysOf(year) {
  const days = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = after(day, 1)) days.push(day);
  return days;
}

/** What the program says of each day of a year. */
function shown(year) {
  const [head, ...rows] = run("calendar", "show", String(year), "--format", "csv").toString().trimEnd().split(/\r?\n/);
  assert.equal(head, "date,workday,name");
  const days = rows.map((row) => row.match(/^([\d-]{10}),(true|false),(.*)$/) ?? assert.fail(`not a day: ${row}`));
  assert.deepEqual(days.map(([, date]) => date), daysOf(year), "every day of the year once and in order");
  return new Map(days.map(([, date, workday, name]) => [date, { workday: workday === "true", name }]));
}

/** The years that the package has data of; of others it would only count Monday to Friday. */
function held() {
  const data = createRequire(import.meta.url)("chinese-days/dist/chinese-days.json");
  return new Set(Object.keys(data.holidays).map((day) => Number(day.slice(0, 4))));
}

/** What the package says of a day: `National Day,国庆节,3` is the name of a day off or made up for, `Monday` of any other. */
function theirs(date) {
  const { work, name } = peer.getDayDetail(date);
  return { workday: work, name: name.split(",")[1] ?? "" };
}

function different(date, { workday, name }) {
  const other = theirs(date);
  const named = other.name === "" ? name === "" : name.includes(other.name);
  return other.workday !== workday || !named ? [`${date}: ${workday} ${name}; chinese-days: ${other.workday} ${other.name}`] : [];
}

/** The days that 《全国年节及纪念日放假办法》 (2024) gives to all, with words of the names they may have. */
function statutory(year) {
  const lunar = (month, day) => peer.getSolarDateFromLunar(`${year}-${month}-${day}`).date;
  const spring = lunar("01", "01");
  return [
    [`${year}-01-01`, "元旦"],
    ...[-1, 0, 1, 2].map((days) => [after(spring, days), "春节"]),
    [peer.getSolarTermDate(year, 4, "pure_brightness"), "清明"],
    ...["05-01", "05-02"].map((day) => [`${year}-${day}`, "劳动节"]),
    [lunar("05", "05"), "端午"],
    [lunar("08", "15"), "中秋"],
    ...["10-01", "10-02", "10-03"].map((day) => [`${year}-${day}`, "国庆"]),
  ];
}

describe("calendars", () => {
  test("every day is what chinese-days says", (t) => {
    const there = held();
    const years = ours.filter((year) => there.has(year));
    assert.ok(years.length >= 2, `chinese-days holds too few of the site's years: ${years}`);
    const days = years.flatMap((year) => [...shown(year)]);
    t.diagnostic(`${days.length} days of ${years.join(", ")} compared`);
    assert.deepEqual(days.flatMap(([date, day]) => different(date, day)), []);
  });

  test("every statutory day is off, provisional years too", () => {
    const years = ours.filter((year) => year >= 2025);
    assert.ok(years.length > 0);
    for (const year of years) {
      const days = shown(year);
      for (const [date, name] of statutory(year)) {
        const day = days.get(date);
        assert.ok(!day.workday && day.name.includes(name), `${date} should be off for ${name}: ${JSON.stringify(day)}`);
      }
    }
  });
});

describe("iCalendar", () => {
  const due = (day) => run("due", "--format", "ics", "--as-of", day, "--office", office);

  test("what is due reads as a calendar, and rings before its day", () => {
    const found = events(due(today));
    assert.ok(found.length > 0, `nothing is due at ${office}`);
    const open = found.filter(({ start, summary }) => start >= today && !summary.startsWith("【按期】")); // what came needs none
    assert.ok(open.length > 0, "nothing is still ahead");
    for (const event of open) assert.ok(event.alarms.length > 0, `no alarm: ${event.summary}`);
  });

  test("the same day gives the same bytes", () => assert.deepEqual(due(today), due(today)));

  test("an event keeps its UID from day to day", () => {
    const key = ({ start, summary }) => `${start} ${summary}`;
    const before = new Map(events(due(today)).map((event) => [key(event), event.uid]));
    const both = events(due(tomorrow)).filter((event) => before.has(key(event)));
    assert.ok(both.length > 0, "no event is in both");
    for (const event of both) assert.equal(event.uid, before.get(key(event)), event.summary);
  });

  test("every calendar of the internal site reads as one", () => {
    const folder = path.join(sites, "internal", "calendars");
    const files = readdirSync(folder).filter((file) => file.endsWith(".ics"));
    assert.ok(files.length > 0, "the internal site has no calendar");
    for (const file of files) {
      assert.doesNotThrow(() => events(readFileSync(path.join(folder, file))), undefined, file);
    }
  });
});
