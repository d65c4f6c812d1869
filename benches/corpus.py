#!/usr/bin/env python3
"""Deterministic benchmark corpus, in Mingjing's form or in Hugo's (stdlib only).

usage: corpus.py mingjing|hugo N DIR [--internal PERCENT] [--inside MIB]
       corpus.py mingjing N DIR --promises

The same N gives the same records, texts and dates in both forms: 500 records an
office over two years, one item per office and category.  DIR must not exist.
Hugo's form is a copy of benches/hugo with the content added.

--internal PERCENT makes that share of the records internal: Mingjing gets them
with audience = "internal"; Hugo, which has no audiences, does not get them.

--inside MIB adds internal records with so many MiB of text, for Mingjing alone:
inside.py says how.

--promises spreads the records over N/100 items that owe something every month,
quarter or half-year or by event, for ten years: promised.py says how.
"""
import argparse
import datetime
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

SEED = 20260101
PER_OFFICE = 500
YEARS = (2024, 2025)
TZ = datetime.timezone(datetime.timedelta(hours=8))
# (part of an item's id, Mingjing's token, name)
CATEGORIES = [
    ("xuke", "xk", "行政许可"), ("chufa", "cf", "行政处罚"), ("qiangzhi", "qz", "行政强制"),
    ("zhengshou", "zs", "行政征收"), ("jifu", "jf", "行政给付"), ("jiancha", "jc", "行政检查"),
    ("queren", "qr", "行政确认"), ("jiangli", "jl", "行政奖励"), ("caijue", "cj", "行政裁决"),
    ("qita", "qt", "其他行政权力")]
DEPARTMENTS = ["住房和城乡建设局", "市场监督管理局", "生态环境局", "自然资源局", "交通运输局",
               "卫生健康局", "教育局", "水利局", "农业农村局", "应急管理局"]
SUBJECTS = ["建设工程施工许可", "食品经营许可证核发", "排污许可证审查", "国有土地使用权审批", "道路运输经营许可",
            "医疗机构执业登记", "民办学校办学许可", "取水许可审批", "种子生产经营许可", "危险化学品经营许可",
            "户外广告设置审批", "城市道路占用审批", "公共场所卫生许可", "特种设备使用登记", "消防安全检查"]
ACTS = ["决定公开", "结果公示", "变更公告", "受理情况公开", "办理结果公告"]
KEYWORDS = ["依法行政", "权力清单", "责任清单", "公开目录", "执法程序", "救济渠道", "监督电话", "办事指南",
            "法定时限", "承诺时限", "申请条件", "审查标准"]
PHRASES = ["依照有关法律法规的规定", "经本机关负责人集体讨论决定", "现将有关情况向社会公开",
           "申请人提交的材料齐全且符合法定形式", "本机关依法对申请事项进行了审查",
           "相关单位和个人如有异议可在公示期内提出", "公示期自发布之日起五个工作日",
           "承办机构应当在法定时限内办结", "对不予批准的事项应当说明理由",
           "当事人享有依法申请行政复议的权利", "也可以依法向人民法院提起行政诉讼",
           "监督检查结果记入信用档案", "行政相对人应当予以配合", "执法人员应当主动出示执法证件",
           "涉及国家秘密商业秘密和个人隐私的内容依法不予公开", "办理流程包括受理审查决定和送达",
           "各有关部门要加强事中事后监管", "本事项不收取任何费用", "权力运行流程图见附件目录",
           "责任科室对办理质量承担直接责任"]
STEPS = ["受理", "审查", "决定", "送达", "归档", "公示"]

SITE_NAME = "行政权力公开"
FEE = "不收费"
BASIS = dict(kind="规范性文件", title="示例市行政权力清单管理办法", doc_no="示政发〔2023〕12号", article="第八条")
COMMITMENTS_TITLE = "公开承诺"
COMMITMENTS_SUMMARY = "本机关对行政权力公开透明运行的承诺。"
COMMITMENTS = """严格按照法律法规和政策规定办理，规范运作程序和工作人员的行为。

- 除依法不予公开的以外，在规定的时间内如实公开；
- 公开基本运行程序、办结时限、监督制约环节和投诉举报途径；
- 接受社会监督，及时调查处理并反馈结果。
"""
CALENDARS = {
    2024: ("国务院办公厅关于2024年部分节假日安排的通知", "国办发明电〔2023〕7号", "2023-10-25", [
        ("元旦", "01-01", "01-01", []), ("春节", "02-10", "02-17", ["02-04", "02-18"]),
        ("清明节", "04-04", "04-06", ["04-07"]), ("劳动节", "05-01", "05-05", ["04-28", "05-11"]),
        ("端午节", "06-10", "06-10", []), ("中秋节", "09-15", "09-17", ["09-14"]),
        ("国庆节", "10-01", "10-07", ["09-29", "10-12"])]),
    2025: ("国务院办公厅关于2025年部分节假日安排的通知", "国办发明电〔2024〕12号", "2024-11-12", [
        ("元旦", "01-01", "01-01", []), ("春节", "01-28", "02-04", ["01-26", "02-08"]),
        ("清明节", "04-04", "04-06", []), ("劳动节", "05-01", "05-05", ["04-27"]),
        ("端午节", "05-31", "06-02", []), ("国庆节、中秋节", "10-01", "10-08", ["09-28", "10-11"])]),
    2026: ("国务院办公厅关于2026年部分节假日安排的通知", "国办发明电〔2025〕7号", "2025-11-04", [
        ("元旦", "01-01", "01-03", ["01-04"]), ("春节", "02-15", "02-23", ["02-14", "02-28"]),
        ("清明节", "04-04", "04-06", []), ("劳动节", "05-01", "05-05", ["05-09"]),
        ("端午节", "06-19", "06-21", []), ("中秋节", "09-25", "09-27", []),
        ("国庆节", "10-01", "10-07", ["09-20", "10-10"])]),
}


# --- the records, the same for both programs -------------------------------


@dataclass(frozen=True)
class Office:
    id: str
    name: str


@dataclass(frozen=True)
class Item:
    id: str
    name: str
    office: Office
    category: str        # Mingjing's token
    category_name: str

    @property
    def content(self):
        return f"{self.office.name}办理{self.category_name}的依据、条件、程序、时限和结果。"


@dataclass(frozen=True)
class Record:
    id: str
    item: Item
    title: str
    stamp: datetime.datetime
    index_no: str
    audience_draw: float   # in [0, 1): internal when below the share asked for
    keywords: list
    summary: str
    body: str

    @property
    def date(self):
        return self.stamp.date().isoformat()


def paragraph(rng, low, high):
    wanted, phrases, length = rng.randint(low, high), [], 0
    while length < wanted:
        phrase = rng.choice(PHRASES)
        phrases.append(phrase)
        length += len(phrase) + 1
    return "，".join(phrases) + "。"


def body(rng):
    paragraphs = [paragraph(rng, 45, 85) for _ in range(3)]
    rows = ["| 环节 | 责任岗位 | 法定时限 | 承诺时限 |", "| --- | --- | --- | --- |"]
    for step in rng.sample(STEPS, 4):
        days = rng.randint(2, 20)
        rows.append(f"| {step} | {step}岗 | {days}个工作日 | {max(1, days // 2)}个工作日 |")
    points = [f"- {rng.choice(KEYWORDS)}：{rng.choice(PHRASES)}" for _ in range(4)]
    return "\n\n".join([*paragraphs[:2], "\n".join(rows), paragraphs[2], "\n".join(points)]) + "\n"


def office(number):
    return Office(f"u{number + 1:03d}", f"第{number + 1:03d}{DEPARTMENTS[number % 10]}")


def item(owner, category):
    part, token, name = category
    return Item(f"{owner.id}-{part}", owner.name + name, owner, token, name)


def moment(number, offices):
    """When record `number` was published: no two at the same second."""
    owner, nth_of_office = divmod(number, PER_OFFICE)
    year, nth = divmod(nth_of_office, PER_OFFICE // 2)
    month = 1 + nth * 12 // (PER_OFFICE // 2)
    start = datetime.datetime(YEARS[year], month, 1, 8, 0, 0, tzinfo=TZ)
    nth_in_month = (nth - -(-(month - 1) * (PER_OFFICE // 2) // 12)) * offices + owner
    return start + datetime.timedelta(seconds=nth_in_month * (27 * 86400 // (21 * offices)))


def record(number, offices):
    """The order of the draws is part of the corpus: changing it changes every text."""
    rng = random.Random(SEED * 1000003 + number)
    category = CATEGORIES[rng.randrange(10)]
    title = f"关于{rng.choice(SUBJECTS)}{rng.choice(ACTS)}（第{number:06d}号）"
    ref = f"QL-{category[0].upper()}-{rng.randrange(10000):04d}"
    draw = rng.random()
    keywords = rng.sample(KEYWORDS, 4)
    summary = rng.choice(PHRASES) + "，" + rng.choice(PHRASES) + "。"
    return Record(f"r{number:06d}", item(office(number // PER_OFFICE), category), title,
                  moment(number, offices), f"{ref}-{number:06d}", draw, keywords, summary, body(rng))


# --- writing ---------------------------------------------------------------


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array(texts):
    return "[" + ", ".join(map(quote, texts)) + "]"


def table(pairs):
    """TOML lines; values are given as TOML."""
    return "".join(f"{key} = {value}\n" for key, value in pairs.items())


def document(front, text=""):
    return f"+++\n{front}+++\n" + (f"\n{text}" if text else "")


class Tree:
    """Writes texts under one folder and makes the folders that they need."""

    def __init__(self, root):
        self.root = Path(root)
        self.made = set()

    def write(self, path, text):
        target = self.root / path
        if target.parent not in self.made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self.made.add(target.parent)
        target.write_text(text, encoding="utf-8", newline="\n")


class Mingjing:
    def __init__(self, root, share):
        Path(root).mkdir(parents=True)
        self.tree = Tree(Path(root) / "content")
        self.share = share

    def record(self, r):
        pairs = dict(title=quote(r.title), occurred_on=r.date, formed_on=r.date, published_on=r.date,
                     index_no=quote(r.index_no), summary=quote(r.summary), keywords=array(r.keywords))
        if r.audience_draw < self.share:
            pairs["audience"] = '"internal"'
        review = "\n[review]\n" + table(dict(by=quote("政务公开办公室"), on=r.date))
        self.tree.write(f"records/{r.item.id}/{r.id}.md", document(table(pairs) + review, r.body))

    def item(self, it, schedule=None, started_on="2023-07-01", decided_on="2023-06-20"):
        schedule = schedule or table(dict(on=quote("随时"), within=quote("20个工作日")))
        head = table(dict(
            name=quote(it.name), category=quote(it.category), audience='"public"', office=quote(it.office.id),
            channels='["网络公开"]', content=quote(it.content), fee=quote(FEE), status='"在用"',
            started_on=started_on))
        importance = dict(level=quote("非重要"), decided_by=quote("政务公开领导小组"),
                          document=quote("行政权力分类认定表"), on=decided_on)
        self.tree.write(f"items/{it.id}.toml", "\n".join([
            head, "[schedule]\n" + schedule,
            "[importance]\n" + table(importance),
            "[[basis]]\n" + table({key: quote(value) for key, value in BASIS.items()}),
            "[review]\n" + table(dict(by=quote("政务公开办公室"), on=decided_on))]))

    def finish(self, offices):
        self.tree.write("site.toml", table(dict(
            name=quote(SITE_NAME), language='"zh-CN"', base_url='"https://quanli.example.gov.cn/"',
            domain='"quanli.example.gov.cn"', site_code='"0000000000"',
            description=quote("行政权力运行公开透明，接受社会监督。"))))
        self.tree.write("agency.toml", self.agency(offices))
        front = dict(title=quote(COMMITMENTS_TITLE), audience='"public"', order="10",
                     summary=quote(COMMITMENTS_SUMMARY), formed_on="2024-01-01", published_on="2024-01-01")
        review = "\n[review]\n" + table(dict(by=quote("政务公开办公室"), on="2024-01-01"))
        self.tree.write("pages/commitments.md", document(table(front) + review, COMMITMENTS))
        for year, calendar in CALENDARS.items():
            self.tree.write(f"calendars/{year}.toml", self.calendar(year, *calendar))

    @staticmethod
    def agency(offices):
        head = dict(name=quote("示例市人民政府办公室"), address=quote("示例市示例路1号"), phone=quote("000-12345"),
                    hours=quote("工作日 8:30—17:30"), duties=quote("负责全市行政权力公开透明运行工作。"),
                    superior=quote("示例市行政权力公开透明运行工作领导小组办公室"))
        parts = [
            table(head),
            "[leading_group]\n" + table(dict(duties=quote("领导行政权力公开透明运行工作。"))),
            "[[leading_group.member]]\n" + table(dict(role=quote("组长"), post=quote("主任"))),
            "[disclosure_office]\n" + table(dict(name=quote("政务公开办公室"), head=quote("副主任"))),
            *("[[office]]\n" + table(dict(id=quote(o.id), name=quote(o.name))) for o in offices),
            "[[supervisor]]\n" + table(dict(name=quote("政务公开监督员"))),
            "[[complaint]]\n" + table(dict(kind=quote("举报电话"), contact=quote("000-12345")))]
        return "\n".join(parts)

    @staticmethod
    def calendar(year, notice, doc_no, issued_on, holidays):
        head = table(dict(status=quote("正式"), notice=quote(notice), doc_no=quote(doc_no), issued_on=issued_on))
        return head + Mingjing.holidays(year, holidays)

    @staticmethod
    def holidays(year, holidays):
        return "".join(
            "\n[[holiday]]\n" + table({
                "name": quote(name), "from": f"{year}-{first}", "to": f"{year}-{last}",
                "workdays": "[" + ", ".join(f"{year}-{day}" for day in workdays) + "]"})
            for name, first, last, workdays in holidays)


class Hugo:
    def __init__(self, root, share):
        shutil.copytree(Path(__file__).resolve().parent / "hugo", root)
        self.tree = Tree(Path(root) / "content")
        self.share = share
        self.categories = {}

    def record(self, r):
        if r.audience_draw < self.share:
            return
        pairs = dict(title=quote(r.title), date=r.stamp.isoformat(), description=quote(r.summary),
                     items=array([r.item.id]), offices=array([r.item.office.id]),
                     categories=array([r.item.category]), years=array([str(r.stamp.year)]))
        params = "[params]\n" + table(dict(index_no=quote(r.index_no), keywords=array(r.keywords)))
        self.tree.write(f"records/{r.item.id}/{r.id}.md", document(table(pairs) + params, r.body))

    def item(self, it):
        self.categories[it.category] = it.category_name
        params = dict(
            category=quote(it.category), category_name=quote(it.category_name), office=quote(it.office.id),
            office_name=quote(it.office.name), audience=quote("社会"), schedule=quote("随时，20个工作日内"),
            channels=array(["网络公开"]), content=quote(it.content), fee=quote(FEE),
            basis=quote("《{title}》（{doc_no}）{article}".format(**BASIS)))
        self.term("items", it.id, it.name, "[params]\n" + table(params))

    def term(self, taxonomy, name, title, more=""):
        self.tree.write(f"{taxonomy}/{name}/_index.md", document(f"title = {quote(title)}\n" + more))

    def page(self, path, title, layout):
        self.tree.write(path, document(f"title = {quote(title)}\nlayout = {quote(layout)}\n"))

    def unrendered(self, *folders):
        for folder in folders:
            self.tree.write(f"{folder}/_index.md", document('[build]\nrender = "never"\n'))

    def finish(self, offices):
        self.tree.write("_index.md", document(f"title = {quote(SITE_NAME)}\n"))
        self.tree.write("items/_index.md", document(table(dict(title=quote("职权事项"), url='"/items.html"'))))
        self.unrendered("records", "pages", "offices", "categories", "years")
        for o in offices:
            self.term("offices", o.id, o.name)
        for token, name in self.categories.items():
            self.term("categories", token, name)
        for year in YEARS:
            self.term("years", str(year), f"{year}年")
        self.page("items-by-office.md", "职权事项（按承办科室）", "items-by-office")
        self.page("items-by-audience.md", "职权事项（按公开范围）", "items-by-audience")
        self.page("agency.md", "本机关", "agency")
        front = dict(title=quote(COMMITMENTS_TITLE), description=quote(COMMITMENTS_SUMMARY))
        self.tree.write("pages/commitments.md", document(table(front), COMMITMENTS))


def write_corpus(peer, count, root, internal_percent, inside_mib=0):
    site = dict(mingjing=Mingjing, hugo=Hugo)[peer](root, internal_percent / 100)
    offices = -(-count // PER_OFFICE)
    items = {}
    for number in range(count):
        r = record(number, offices)
        site.record(r)
        items[r.item.id] = r.item
    for it in items.values():
        site.item(it)
    site.finish([office(number) for number in range(offices)])
    if peer == "mingjing" and inside_mib:
        import inside    # it builds on this file
        inside.write(site, inside_mib)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=["mingjing", "hugo"])
    parser.add_argument("count", metavar="N", type=int)
    parser.add_argument("root", metavar="DIR")
    parser.add_argument("--internal", metavar="PERCENT", type=float, default=0)
    parser.add_argument("--inside", metavar="MIB", type=float, default=0)
    parser.add_argument("--promises", action="store_true")
    args = parser.parse_args()
    if not args.promises:
        return write_corpus(args.peer, args.count, args.root, args.internal, args.inside)
    if args.peer != "mingjing" or args.internal:
        parser.error("--promises is for mingjing, without --internal")
    import promised    # it builds on this file
    promised.write(Mingjing(args.root, 0), args.count)


if __name__ == "__main__":
    main()
