"""What is done to what: repairing, renting out, teaching, cleaning and trading name a category only together.

One line an action: its code where the object is not known, its words, then codes with their objects.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from cases.fields.places import unaccented

_REPAIR = """
7699: repair repairs repairing fix fixes fixing mend mends mending restore restoring servicing
    reparacion reparamos reparar reparo reparation reparer reparons depannage reparatur reparieren
    repariere riparazione ripariamo reparatie repareren conserto consertamos arreglo arreglamos
7622 7699 4812: phone mobile smartphone iphone cell handy telefono movil celular telephone telefon
    telefone
7379 7622: computer laptop pc notebook ordenador ordinateur mac
7538 7699: car auto van truck engine motor vehicle coche voiture carro autos kfz fahrzeug motorbike
    motorcycle moto
7251 7699: shoe boot schuh zapato chaussure scarpa schoen calzado
7631 5944: watch clock uhr reloj montre orologio horloge
7641 5712: furniture chair sofa mobel mueble meuble
7629 7699: appliance fridge oven washing dishwasher boiler lavadora electrodomestico hausgerat
    electromenager
7699 5940: bike bicycle cycle bicicleta bici velo fahrrad fiets
7699 5551: boat yacht ship boot bateau barco
7699 5941: saddle bridle ski surfboard
5697 7251: clothes dress trousers garment ropa kleider vetement
"""
_RENTAL = """
7394: rent rents renting rental rentals hire hires hiring verleih verleihen vermieten vermietung
    vermiete location louons louer alquiler alquilamos aluguel alugamos noleggio noleggiamo verhuur
    verhuren leasing
7999 7394 5940: bike bicycle cycle kayak canoe paddleboard paddle surfboard board ski snowboard fahrrad
    velo bicicleta fiets sup scooter quad segway jetski pony
4457 7999: boat yacht sailboat houseboat boot bateau barco barca
7512 7519: car van vehicle auto voiture coche carro camper motorhome campervan furgoneta
7011 6513: cottage apartment holiday cabin room villa ferienwohnung gite appartement apartamento casa
    chalet
7296 5699: dress suit costume gown tuxedo kostum kleid traje costume
7999 7011: horse
"""
_TEACHING = """
8299: teach teaches teaching lesson lessons tuition tutoring class classes course courses workshop
    school academy instructor unterricht kurs kurse schule lehrer cours ecole enseigne curso cursos
    clases escuela academia enseno aulas escola ensino corso corsi lezioni scuola lessen cursus school
    leraar formation ausbildung
7911 8299: dance ballet salsa tango flamenco tanz danse baile danza dans
7997 7999 8299: yoga pilates fitness boxing karate judo tennis golf gymnastics gym
7999 8299: swimming swim sailing surf ski diving climbing riding kayak snowboard segeln tauch reit
    schwimm surfing kitesurf
7299 0742 8299: dog puppy hund chien perro
8299 8249: driving welding language cooking music piano guitar english maths math art coding drama
    singing
"""
_CLEANING = """
7349: clean cleans cleaning cleaner reinigung reinigen putzen nettoyage nettoyons limpieza limpiamos
    limpeza pulizia pulizie schoonmaak
7217 7349: carpet rug sofa upholstery mattress
7542: car van truck vehicle
7349 7299: window gutter office house home solar chimney oven pool
"""
_TRADING = """
5099 5199 5399: wholesale wholesaler wholesaling importer importing import imports distributor
    distribute distributing exporter export exports supplier grosshandel grossist grossiste mayorista
    atacado atacadista ingrosso groothandel manufacturer manufacture manufacturing distribuidor
    distributeur
5193 5261: flower bulb plant seed rose fleur blume flor bloem
5499 5411 5199: food grocery rice bean fruit vegetable spice meat fish cheese oil beverage drink coffee
    tea snack seafood foodstuff olive sugar flour egg nut fruta verdura alimento gewurz lebensmittel
    obst gemuse epice alimentaire cafe carne pescado alimentari frutta cibo voedsel groente kruiden
    tempero
5441 5499: sweet candy chocolate namkeen
5921 5199: wine beer spirit vin wein vino vinho getrank bebida boisson bevande wijn
5137 5139 5131: clothing clothes garment apparel shoe textile fabric cloth uniform ropa roupa kleidung
    vetement abbigliamento kleding calzado schuh tejido stoff tissu tecido tessuto
5122 5912: medicine drug pharmaceutical cosmetic perfume
5094 5944: jewellery jewelry gold diamond gem watch
5045 5732: computer laptop phone electronics gadget electronic
5021 5712: furniture
5039 5211: brick cement tile timber building construction material wood
5013 5533: tyre tire auto car vehicle part
5065: electrical cable lighting led
5047: medical dental hospital
5085 5046: machine machinery packaging industrial equipment
5051: steel metal aluminium iron
5111: paper stationery
5192: book magazine newspaper
5199 5947: toy gift souvenir
5169: chemical fertiliser fertilizer detergent
"""


class Action(NamedTuple):
    """The code of an action on anything, its words, and the codes by what it is done to."""

    codes: tuple[str, ...]
    words: frozenset[str]
    objects: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def actions() -> tuple[Action, ...]:
    """All actions."""
    return tuple(_action(text) for text in (_REPAIR, _RENTAL, _TEACHING, _CLEANING, _TRADING))


def _action(text: str) -> Action:
    lines = [line.partition(": ") for line in re.sub(r"\n +", " ", text.strip()).splitlines()]
    (codes, _, words), *rest = lines
    objects = {unaccented(word): tuple(some.split()) for some, _, those in rest for word in those.split()}
    return Action(tuple(codes.split()), frozenset(words.split()), objects)


_SHORTEST = 4
"""Letters; what has no more is taken as it stands."""

_COMPOUND = re.compile(
    r"(?P<what>\w{3,}?)(?:s|en|er|n|e)?-?(?P<action>verleih|vermietung|verhuur|reparatur|reparatie|reinigung|schule|school|"
    r"unterricht|kurse?|grosshandel|groothandel|lessen)"
)


def in_compound(word: str) -> tuple[str, ...]:
    """The codes of a word such as "fahrradverleih"; () where it is none."""
    match = _COMPOUND.fullmatch(word)
    if match is None:
        return ()
    action = next(action for action in actions() if match["action"] in action.words)
    return codes_for(match["what"], action) or action.codes


def codes_for(thing: str, action: Action) -> tuple[str, ...]:
    """The codes of an action on a thing, which may be in a plural ("uhren", "fleurs"); () where not known."""
    forms = (thing, thing[:-1], thing[:-2]) if len(thing) > _SHORTEST else (thing,)
    return next((action.objects[form] for form in forms if form in action.objects), ())
