"""Invented persons with everything personal that a disclosure might publish, and the ways in which it writes that."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SURNAMES = ("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "马", "韩", "欧阳", "司马", "才", "多")
GIVEN = ("小一", "大山", "文", "建国", "玉兰", "志强", "卓玛", "丽", "春生", "晓燕")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True)
class Person:
    """One person; every value is a string that may stand in no output."""

    name: str
    mobile: str
    landline: str
    identity: str
    old_identity: str
    card: str
    passport: str
    plate: str
    email: str


@dataclass(frozen=True)
class Written:
    """Lines of a disclosure, tabs between cells, and what of them must not be told again."""

    lines: tuple[str, ...]
    secrets: tuple[str, ...]


def person(number: int) -> Person:
    """The person of this number, always the same."""
    chance = random.Random(number)
    name = f"{SURNAMES[number % len(SURNAMES)]}{GIVEN[(number // 7) % len(GIVEN)]}"
    born = f"{chance.randint(1950, 2001)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}"
    region = chance.choice(("110101", "622901", "630202", "310101"))
    mobile = f"1{chance.choice('3456789')}{chance.randint(0, 10**9 - 1):09}"
    first = f"62{chance.randint(0, 10**16 - 1):016}"
    plate = "".join(chance.choice("ABCDEFGH23456789") for _ in range(4)) + str(chance.randint(2, 9))
    return Person(
        name=name,
        mobile=mobile,
        landline=f"0930-{chance.randint(2_000_000, 8_999_999)}",
        identity=_with_check(f"{region}{born}{chance.randint(0, 999):03}"),
        old_identity=f"{region}{born[2:]}{chance.randint(0, 999):03}",
        card=first + next(digit for digit in "0123456789" if _is_card(first + digit)),
        passport=f"E{chance.randint(10**7, 10**8 - 1)}",
        plate=f"{chance.choice('甘青宁沪')}{chance.choice('ABCN')}{plate}",
        email=f"person{number}.x@example.com",
    )


def written(number: int) -> Written:
    """The person of this number as written in one of the ways, each in its turn."""
    return WAYS[number % len(WAYS)](person(number))


def _telephones(each: Person) -> Iterator[Written]:
    tel = each.mobile
    parts = (tel[:3], tel[3:7], tel[7:])
    for said in (
        tel,
        tel.translate(WIDE),
        "-".join(parts),
        " ".join(parts),
        ".".join(parts),
        f"+86 {tel}",
        f"0086-{tel}",
    ):
        yield Written(
            (f"联系人：{each.name}，电话{said},车辆一览见附表。",), (each.name, said, tel, parts[1] + parts[2])
        )
    other = person(int(tel[-4:])).mobile
    yield Written((f"有意者请电{tel}/{other}。",), (tel, other))
    yield Written((f"手机号码：{' '.join(tel)}",), (" ".join(tel),))
    yield Written((f"慰问老队员{each.name}{tel}等。",), (tel, each.name))
    yield Written((f"项目负责人{each.name} {tel}",), (tel, each.name))
    yield Written((f"{each.name} {tel}",), (tel, each.name))
    yield Written((f"填报人：{each.name}\t联系电话：{each.landline}",), (each.name, each.landline))
    yield Written(
        ("填报人\t联系方式\t审核人", f"{each.name}\t{each.landline}\t{each.name}"), (each.name, each.landline)
    )
    yield Written((f"负责人\t{each.name}\t手机\t{tel}",), (each.name, tel))


def _names(each: Person) -> Iterator[Written]:
    name = each.name
    for label in ("填表人", "联系人", "单位负责人", "审核人", "经办人", "财务负责人（签字）", "制表人", "复核人"):
        yield Written((f"{label}：{name}",), (name,))
        yield Written((f"{label}\t{name}\t备注\t无",), (name,))
    for label in ("项目负责人", "姓名", "经手人"):
        yield Written((f"序号\t{label}\t备注", f"一\t{name}\t无", f"二\t{name}\t无"), (name,))
    yield Written((f"审核\t{name}\t经手人\t{name}",), (name,))
    yield Written((f"单位负责人： {name[0]} {name[1:]}   填表人：{name}",), (f"{name[0]} {name[1:]}", name))
    yield Written((f"联系人为{name}。",), (name,))
    yield Written(("填报人  审核人", f"{name}  {name}"), (name,))


def _numbers(each: Person) -> Iterator[Written]:
    spaced = " ".join(each.card[start : start + 4] for start in range(0, len(each.card), 4))
    yield Written((f"身份证号：{each.identity}。",), (each.identity,))
    yield Written((f"（身份证{each.identity.translate(WIDE)}）",), (each.identity.translate(WIDE),))
    yield Written((f"身份证号码为{each.old_identity}。",), (each.old_identity,))
    yield Written(
        ("姓名\t身份证号码\t银行卡号", f"{each.name}\t{each.identity}\t{each.card}"),
        (each.name, each.identity, each.card),
    )
    yield Written((f"退款账号{each.card}，户名{each.name}。",), (each.card, each.name))
    yield Written((f"卡号：{spaced}",), (spaced,))
    yield Written((f"打入{each.card}。",), (each.card,))
    yield Written((f"护照号{each.passport}。",), (each.passport,))
    yield Written(("姓名\t护照号码", f"{each.name}\t{each.passport}"), (each.name, each.passport))


def _others(each: Person) -> Iterator[Written]:
    plate = each.plate
    for said in (plate, f"{plate[:2]} {plate[2:]}", f"{plate[:2]}·{plate[2:]}", f"{plate[:2]} {' '.join(plate[2:])}"):
        yield Written((f"公务用车牌号为{said}。",), (said, plate[2:]))
    yield Written((f"车牌\t{plate[0]} {plate[1:]}",), (plate[2:],))
    yield Written((f"意见请发至{each.email}。",), (each.email,))
    yield Written((f"邮箱：{each.email.replace('@', '＠')}",), (each.email.replace("@", "＠"),))


def _ways() -> list[Callable[[Person], Written]]:
    """Every way in which a person's data are written, as what writes it."""

    def nth(ways: Callable[[Person], Iterator[Written]], index: int) -> Callable[[Person], Written]:
        return lambda each: list(ways(each))[index]

    some = person(0)
    return [
        nth(ways, index) for ways in (_telephones, _names, _numbers, _others) for index in range(len(list(ways(some))))
    ]


def _with_check(number: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return number + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True)) % 11]


def _is_card(number: str) -> bool:
    digits = [int(each) for each in reversed(number)]
    return (sum(digits[::2]) + sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])) % 10 == 0


WAYS = _ways()
