// What an iCalendar file must be for the calendars that people use, by RFC 5545.

import assert from "node:assert/strict";

import ICAL from "ical.js";

const LONGEST_LINE = 75; // octets, without the line's end

/** The text of well-formed lines; one that is folded inside a character does not decode. */
function decoded(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  assert.ok(text.endsWith("\r\n"), "ends with CRLF");
  assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/, "every line ends with CRLF");
  for (const line of text.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= LONGEST_LINE, `longer than ${LONGEST_LINE} octets: ${line}`);
  }
  return text;
}

function only(component, name) {
  const found = component.getAllProperties(name);
  assert.equal(found.length, 1, `one ${name} in ${component.toString()}`);
  return found[0].getFirstValue();
}

function alarm(component) {
  assert.equal(only(component, "action"), "DISPLAY");
  assert.notEqual(only(component, "description").trim(), "");
  const trigger = only(component, "trigger");
  assert.ok(trigger instanceof ICAL.Duration && trigger.toSeconds() < 0, `the alarm is before the day: ${trigger}`);
  return trigger.toString();
}

function event(component) {
  const start = only(component, "dtstart");
  assert.equal(component.getFirstProperty("dtstart").type, "date", "DTSTART is a day");
  const end = component.getFirstPropertyValue("dtend");
  assert.ok(!end || end.compare(start) > 0, `DTEND is after DTSTART in ${component.toString()}`);
  const stamp = only(component, "dtstamp");
  assert.equal(stamp.zone, ICAL.Timezone.utcTimezone, "DTSTAMP is in UTC");
  const said = { uid: only(component, "uid"), start: start.toString(), summary: only(component, "summary") };
  assert.notEqual(said.uid.trim(), "");
  assert.notEqual(said.summary.trim(), "");
  return { ...said, alarms: component.getAllSubcomponents("valarm").map(alarm) };
}

/** The events of a file that holds one calendar; fails on whatever a reader of calendars could stumble over. */
export function events(bytes) {
  const text = decoded(bytes);
  assert.equal(text.match(/^BEGIN:VCALENDAR\r$/gm)?.length, 1, "one VCALENDAR");
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.name, "vcalendar");
  assert.equal(only(calendar, "version"), "2.0");
  assert.notEqual(only(calendar, "prodid").trim(), "");
  const events = calendar.getAllSubcomponents("vevent").map(event);
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, "every UID once");
  return events;
}
