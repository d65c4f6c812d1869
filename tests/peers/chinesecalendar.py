"""Compares every day of the site's calendars with the package chinesecalendar.

usage: chinesecalendar.py PROGRAM SITE
"""

import csv
import datetime
import pathlib
import subprocess
import sys

import chinese_calendar
from chinese_calendar import constants


def days_of(year):
    day = datetime.date(year, 1, 1)
    while day.year == year:
        yield day
        day += datetime.timedelta(days=1)


def shown(program, site, year):
    """What the program says: whether one works on a day, by date."""
    command = [program, "calendar", "show", str(year), "--format", "csv", "--root", site]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    rows = list(csv.reader(text.splitlines()))
    if rows[:1] != [["date", "workday", "name"]]:
        sys.exit(f"{year}: the first line is not date,workday,name")
    words = {"true": True, "false": False}
    said = {datetime.date.fromisoformat(date): words[workday] for date, workday, _ in rows[1:]}
    if len(said) != len(rows) - 1 or list(said) != list(days_of(year)):
        sys.exit(f"{year}: not every day of the year once and in order")
    return said


def main(program, site):
    ours = {int(file.stem) for file in pathlib.Path(site, "content", "calendars").glob("*.toml")}
    # Of a year that it does not hold the package would say nothing true.
    held = {day.year for day in constants.holidays}
    years = sorted(ours & held)
    if len(years) < 2:
        sys.exit(f"chinesecalendar holds too few of the site's years: {years}")
    compared = different = 0
    for year in years:
        for day, workday in shown(program, site, year).items():
            compared += 1
            if chinese_calendar.is_workday(day) != workday:
                different += 1
                print(f"{day}: {'a workday' if workday else 'off'} here, not in chinesecalendar")
    print(f"chinesecalendar: {compared} days of {', '.join(map(str, years))} compared, {different} differ")
    return 1 if different or not compared else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
