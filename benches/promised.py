"""Items that promise something, with what came of it, for benches/obligations.rs (stdlib only).

Ten years; of every ten items three are monthly, two quarterly, two half-yearly and three owe by event.  Of the
periods that ended one in twenty has no record, one in ten came late and one in twenty is a nil return.  Holidays of
the years of corpus.py are the official ones; the others are made up and say so.
"""
import datetime
import random
from dataclasses import dataclass

import corpus

YEARS = range(2017, 2027)
PER_ITEM = 100                      # records, on the average
SHAPES = [1, 1, 1, 3, 3, 6, 6, None, None, None]   # months of a period; None: by event
SCHEDULES = {1: ("every", "月"), 3: ("every", "季度"), 6: ("every", "半年"), None: ("on", "随时")}
MADE_UP = [("元旦", "01-01", "01-03", []), ("春节", "02-10", "02-16", []), ("清明节", "04-04", "04-06", []),
           ("劳动节", "05-01", "05-05", []), ("国庆节", "10-01", "10-07", [])]
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Promised(corpus.Item):
    months: int | None


def item(number):
    owner = corpus.office(number // 10)
    category = corpus.CATEGORIES[number % 10]
    base = corpus.item(owner, category)
    return Promised(base.id, base.name, owner, base.category, base.category_name, SHAPES[number % 10])


def periods(months):
    """(name, last day) of every period of the years."""
    for year in YEARS:
        for nth in range(12 // months):
            end = nth * months + months
            last = datetime.date(year + end // 12, end % 12 + 1, 1) - DAY
            name = {1: f"{year}-{nth + 1:02d}", 3: f"{year}-Q{nth + 1}", 6: f"{year}-H{nth + 1}"}[months]
            yield name, last


def write(site, count):
    """`count` records, as near to 100 an item as can be: what the periods leave are events."""
    items = [item(number) for number in range(max(1, count // PER_ITEM))]
    left = count
    for it in items:
        write_item(site, it)
        for name, last in periods(it.months) if it.months else ():
            draw = random.Random(f"{corpus.SEED} {it.id} {name}")
            if left > 0 and draw.random() >= 0.05:
                write_record(site, it, name.lower(), dict(period=corpus.quote(name)), last, draw)
                left -= 1
    by_event = [it for it in items if not it.months] or items[:0]
    first = datetime.date(YEARS[0], 1, 1)
    for number in range(left if by_event else 0):
        it = by_event[number % len(by_event)]
        draw = random.Random(f"{corpus.SEED} {number}")
        day = first + DAY * draw.randrange(len(YEARS) * 365)
        write_record(site, it, f"e{number:06d}", dict(occurred_on=day.isoformat()), day, draw)
    site.finish([corpus.office(number) for number in range(-(-len(items) // 10))])
    for year in [*YEARS, YEARS[-1] + 1]:
        if year not in corpus.CALENDARS:
            site.tree.write(f"calendars/{year}.toml", calendar(year))


def write_item(site, it):
    key, word = SCHEDULES[it.months]
    site.item(it, corpus.table({key: corpus.quote(word)}), f"{YEARS[0]}-01-01", f"{YEARS[0] - 1}-12-20")


def write_record(site, it, name, occasion, day, draw):
    published = day + DAY * (draw.randint(45, 90) if draw.random() < 0.1 else draw.randint(3, 18))
    nil = draw.random() < 0.05
    pairs = dict(title=corpus.quote(f"{it.name}情况（{name}）"), **occasion, formed_on=(day + DAY).isoformat(),
                 published_on=published.isoformat(), index_no=corpus.quote(f"{it.id}-{name}"),
                 summary=corpus.quote(draw.choice(corpus.PHRASES) + "。"),
                 keywords=corpus.array(draw.sample(corpus.KEYWORDS, 4)))
    if nil:
        pairs["nil"] = "true"
    review = "\n[review]\n" + corpus.table(dict(by=corpus.quote("政务公开办公室"), on=(day + DAY * 2).isoformat()))
    site.tree.write(f"records/{it.id}/{name}.md", corpus.document(corpus.table(pairs) + review, corpus.body(draw)))


def calendar(year):
    head = corpus.table(dict(status=corpus.quote("暂定"), notice=corpus.quote("测速用的虚构节假日，不是国务院办公厅的通知")))
    return head + corpus.Mingjing.holidays(year, MADE_UP)
