"""Internal texts beside a corpus of public records, so that the byte barrier has something to look for (stdlib only).

One internal item with records of about 16 KB each: of their sentences every fourth is a phrase of the public records,
as both sides of a house share them, the others stand nowhere else. Each record has a note for insiders.
"""
import random

import corpus

RECORD = 16 * 1024        # bytes of a body, about
COMMON = [chr(0x4e00 + at) for at in range(0, 20000, 7)]   # 2,858 characters


def sentence(rng):
    return "".join(rng.choices(COMMON, k=rng.randint(10, 30))) + "。"


def body(rng):
    sentences, size = [], 0
    while size < RECORD:
        text = rng.choice(corpus.PHRASES) + "。" if rng.random() < 0.25 else sentence(rng)
        sentences.append(text)
        size += len(text.encode())
    return "\n\n".join("".join(sentences[at:at + 12]) for at in range(0, len(sentences), 12)) + "\n"


def item():
    q = corpus.quote
    head = corpus.table(dict(
        name=q("内部事务安排"), audience='"internal"', office=q("u001"), channels='["下发文件"]', status='"在用"',
        started_on="2023-07-01"))
    schedule = corpus.table(dict(on=q("随时"), within=q("20个工作日")))
    return head + "\n[schedule]\n" + schedule


def write(site, mebibytes):
    rng = random.Random(corpus.SEED)
    site.tree.write("items/inside.toml", item())
    for number in range(int(mebibytes * 1024 * 1024 / RECORD)):
        q, day = corpus.quote, f"2025-{1 + number % 12:02d}-{1 + number % 28:02d}"
        front = corpus.table(dict(title=q(f"内部通报第{number:06d}号"), occurred_on=day, formed_on=day, published_on=day))
        review = "\n[review]\n" + corpus.table(dict(by=q("政务公开办公室"), on=day))
        note = "\n[internal]\n" + corpus.table(dict(note=q(sentence(rng)), handler=q("政务公开办公室")))
        site.tree.write(f"records/inside/n{number:06d}.md", corpus.document(front + review + note, body(rng)))
