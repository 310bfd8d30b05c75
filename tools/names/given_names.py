"""Given names that stand for one another: short forms, and one name in several languages."""

from __future__ import annotations

from functools import cache

_ACROSS_LANGUAGES = """
alexander alexandre aleksandr aleksander alejandro alessandro alexandru oleksandr sasha alex
alexei alexey aleksei oleksiy
andrew andrei andrey andre andreas andrzej andriy andy
anthony antonio antoine anton tony
benjamin ben bibi benny
charles carlos karl carlo charlie
christopher christophe cristobal chris
daniel danilo dan danny
dmitry dmitri dmytro dimitri
edward eduardo edouard eduard ted ed eddie
elizabeth elisabeth isabel elisabetta liz beth betty
francis francisco francois francesco franz frank
frederick frederic federico friedrich frederik fred
george jorge georg georges giorgio georgy yuri
gregory gregorio grigory greg
henry henri heinrich enrique enrico hank harry
james jaime jacques jim jimmy
john juan jean johann johannes ivan giovanni joao jan ian jon johnny jack
joseph jose josef giuseppe yusuf youssef yosef joe
katherine catherine katharina ekaterina catalina kate kathy
lawrence lorenzo laurent lars larry
louis luis luigi ludwig lewis
margaret margarita marguerite margarete maggie peggy
mary maria marie miriam maryam
matthew mateo matthieu matteo matthias matt
michael miguel michel mikhail michele mykhailo mike
muhammad mohammed mohamed mohammad muhammed mohamad mehmet
nicholas nicolas nikolai nikolaus nicola mykola nick
paul pablo paolo pavel pavlo
peter pedro pierre pietro pyotr petr petro pete
philip felipe philippe filippo phil
richard ricardo riccardo dick rick
robert roberto bob rob bobby
samuel samuele sam
serge sergio sergei sergey serhiy
stephen steven esteban etienne stefan stefano stephan steve
theodore teodoro fyodor theodor ted theo
thomas tomas tommaso tom tommy
vladimir volodymyr wladimir vlad
william guillermo guillaume wilhelm guglielmo bill will billy
"""


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_ACROSS_LANGUAGES.split("\n")):
        for name in line.split():
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


def stand_for_each_other(one: str, other: str) -> bool:
    """Whether two lower-case given names are forms of the same one."""
    groups = _groups()
    return not groups.get(one, frozenset()).isdisjoint(groups.get(other, frozenset()))
