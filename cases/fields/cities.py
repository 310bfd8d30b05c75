"""Larger cities by country: enough to know "in Nantes" for a place, and its country where it is unique."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import cast

import pycountry
from babel.core import get_global

_CITIES: dict[str, str] = {
    "US": "New York|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|"
    "San Jose|Austin|Jacksonville|Fort Worth|Columbus|Charlotte|San Francisco|Indianapolis|Seattle|"
    "Denver|Nashville|Oklahoma City|Boston|El Paso|Detroit|Las Vegas|Memphis|Louisville|Baltimore|"
    "Milwaukee|Albuquerque|Tucson|Fresno|Sacramento|Mesa|Kansas City|Atlanta|Omaha|Raleigh|Miami|"
    "Long Beach|Virginia Beach|Oakland|Minneapolis|Tulsa|Tampa|New Orleans|Wichita|Cleveland|Honolulu|"
    "Anaheim|Savannah|Pittsburgh|Cincinnati|St. Louis|Orlando|Buffalo|Boise|Pocatello|Spokane|Tacoma|"
    "Salt Lake City|Reno|Brooklyn|Queens|Asheville|Santa Fe|Anchorage|Des Moines|Madison|Boulder|"
    "Ann Arbor|Chattanooga|Knoxville|Little Rock|Baton Rouge|Providence|Wilmington|Portland|Scottsdale",
    "GB": "London|Birmingham|Manchester|Leeds|Liverpool|Sheffield|Bristol|Newcastle upon Tyne|Newcastle|"
    "Nottingham|Leicester|Edinburgh|Glasgow|Cardiff|Belfast|Swansea|Aberdeen|Dundee|Southampton|"
    "Portsmouth|Brighton|Hove|Plymouth|Exeter|Norwich|Oxford|Cambridge|Bath|York|Hull|Bradford|"
    "Wolverhampton|Coventry|Derby|Stoke-on-Trent|Sunderland|Reading|Milton Keynes|Luton|Preston|"
    "Blackpool|Bournemouth|Cheltenham|Gloucester|Worcester|Walsall|Huddersfield|Halifax|Inverness|"
    "Perth|Stirling|Falmouth|Truro|Canterbury|Margate|Ipswich|Colchester|Chester|Lancaster|Durham|"
    "Harrogate|Whitby|Salford|Stockport|Bolton|Wrexham|Newport|Shrewsbury|Hereford|Totnes|Lincoln",
    "IE": "Dublin|Cork|Limerick|Galway|Waterford|Kilkenny|Sligo|Tralee|Killarney|Dundalk|Drogheda|"
    "Athlone|Wexford|Ennis|Letterkenny|Westport|Dingle|Kinsale|Tullamore|Naas|Bray|Swords|Navan",
    "DE": "Berlin|Hamburg|München|Munich|Köln|Cologne|Frankfurt am Main|Frankfurt|Stuttgart|Düsseldorf|"
    "Leipzig|Dortmund|Essen|Bremen|Dresden|Hannover|Nürnberg|Nuremberg|Duisburg|Bochum|Wuppertal|"
    "Bielefeld|Bonn|Münster|Karlsruhe|Mannheim|Augsburg|Wiesbaden|Mainz|Kiel|Lübeck|Freiburg|"
    "Freiburg im Breisgau|Heidelberg|Erfurt|Rostock|Kassel|Potsdam|Regensburg|Würzburg|Ulm|Göttingen|"
    "Aachen|Braunschweig|Magdeburg|Halle|Jena|Weimar|Tübingen|Konstanz|Passau|Bamberg|Osnabrück",
    "AT": "Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Villach|Wels|St. Pölten|Dornbirn|Bregenz",
    "CH": "Zürich|Zurich|Genève|Geneva|Basel|Bern|Lausanne|Luzern|Lucerne|Winterthur|St. Gallen|Lugano",
    "FR": "Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|"
    "Toulon|Saint-Étienne|Le Havre|Grenoble|Dijon|Angers|Nîmes|Villeurbanne|Aix-en-Provence|Brest|"
    "Limoges|Tours|Amiens|Perpignan|Metz|Besançon|Orléans|Rouen|Mulhouse|Caen|Nancy|Avignon|Poitiers|"
    "La Rochelle|Annecy|Pau|Bayonne|Biarritz|Cannes|Antibes|Quimper|Saint-Malo|Colmar|Chambéry",
    "ES": "Madrid|Barcelona|Valencia|València|Sevilla|Seville|Zaragoza|Málaga|Murcia|Palma|Bilbao|"
    "Alicante|Córdoba|Valladolid|Vigo|Gijón|Granada|A Coruña|Vitoria|Elche|Oviedo|Cartagena|"
    "Pamplona|San Sebastián|Donostia|Santander|Almería|Burgos|Salamanca|Cádiz|Logroño|Badajoz|Huelva|"
    "Tarragona|Girona|Lleida|León|Toledo|Marbella|Ronda|Ibiza|Santiago de Compostela|Palma de Mallorca",
    "PT": "Lisboa|Lisbon|Porto|Braga|Coimbra|Faro|Aveiro|Évora|Setúbal|Funchal|Guimarães|Cascais",
    "IT": "Roma|Rome|Milano|Milan|Napoli|Naples|Torino|Turin|Palermo|Genova|Bologna|Firenze|Florence|"
    "Bari|Catania|Venezia|Venice|Verona|Messina|Padova|Trieste|Brescia|Parma|Modena|Perugia|Pisa|"
    "Lucca|Siena|Bergamo|Cagliari|Salerno|Lecce|Ravenna|Rimini|Ferrara|Trento|Bolzano|Como",
    "NL": "Amsterdam|Rotterdam|Den Haag|The Hague|'s-Gravenhage|Utrecht|Eindhoven|Groningen|Tilburg|"
    "Almere|Breda|Nijmegen|Enschede|Haarlem|Arnhem|Amersfoort|Apeldoorn|Den Bosch|'s-Hertogenbosch|"
    "Maastricht|Leiden|Dordrecht|Zwolle|Delft|Deventer|Leeuwarden|Gouda|Alkmaar|Hilversum|Zaandam",
    "BE": "Bruxelles|Brussels|Brussel|Antwerpen|Antwerp|Gent|Ghent|Liège|Brugge|Bruges|Leuven|Namur",
    "LU": "Luxembourg",
    "DK": "København|Copenhagen|Aarhus|Odense|Aalborg",
    "SE": "Stockholm|Göteborg|Gothenburg|Malmö|Uppsala",
    "NO": "Oslo|Bergen|Trondheim|Stavanger",
    "FI": "Helsinki|Tampere|Turku|Espoo",
    "PL": "Warszawa|Warsaw|Kraków|Krakow|Wrocław|Poznań|Gdańsk|Łódź",
    "CZ": "Praha|Prague|Brno|Ostrava",
    "GR": "Athens|Thessaloniki|Heraklion",
    "IN": "Mumbai|Delhi|New Delhi|Bengaluru|Bangalore|Hyderabad|Ahmedabad|Chennai|Kolkata|Pune|Jaipur|"
    "Surat|Lucknow|Kanpur|Nagpur|Indore|Bhopal|Patna|Vadodara|Kochi|Coimbatore|Visakhapatnam|Mysuru|"
    "Mysore|Chandigarh|Gurugram|Gurgaon|Noida|Thiruvananthapuram|Udaipur|Varanasi|Amritsar|Madurai|"
    "Panaji|Guwahati|Ludhiana|Nashik|Rajkot|Kozhikode|Mangaluru|Jodhpur|Dehradun|Agra|Puducherry",
    "CA": "Toronto|Montréal|Montreal|Vancouver|Calgary|Edmonton|Ottawa|Winnipeg|Québec|Quebec City|"
    "Hamilton|Kitchener|London|Halifax|Victoria|Saskatoon|Regina|St. John's|Kelowna|Mississauga|"
    "Brampton|Surrey|Burnaby|Laval|Gatineau|Kingston|Guelph|Moncton|Fredericton|Charlottetown|Banff",
    "AU": "Sydney|Melbourne|Brisbane|Perth|Adelaide|Hobart|Darwin|Canberra|Gold Coast|Newcastle|"
    "Wollongong|Geelong|Townsville|Cairns|Toowoomba|Ballarat|Bendigo|Launceston|Fremantle|Byron Bay|"
    "Coolangatta|Fitzroy|Parramatta|Noosa Heads|Mackay|Albury|Alice Springs|Bondi",
    "NZ": "Auckland|Wellington|Christchurch|Hamilton|Dunedin|Queenstown|Tauranga|Napier|Nelson",
    "NG": "Lagos|Abuja|Ibadan|Kano|Port Harcourt|Benin City|Kaduna|Enugu|Jos|Ilorin|Abeokuta|Calabar|"
    "Uyo|Owerri|Warri|Onitsha|Aba|Akure|Asaba|Lekki|Ikeja",
    "GH": "Accra|Kumasi|Tema",
    "KE": "Nairobi|Mombasa|Kisumu",
    "ZA": "Johannesburg|Cape Town|Durban|Pretoria|Stellenbosch|Gqeberha",
    "BR": "São Paulo|Sao Paulo|Rio de Janeiro|Brasília|Salvador|Fortaleza|Belo Horizonte|Manaus|Curitiba|"
    "Recife|Porto Alegre|Belém|Goiânia|Campinas|São Luís|Maceió|Natal|Florianópolis|Vitória|João Pessoa|"
    "Santos|Niterói|Joinville|Blumenau|Ribeirão Preto|Londrina|Cuiabá|Campo Grande|Aracaju|Ouro Preto",
    "MX": "Ciudad de México|Mexico City|Guadalajara|Monterrey|Puebla|Tijuana|Mérida|Cancún|Oaxaca",
    "AR": "Buenos Aires|Rosario|Mendoza",
    "CL": "Santiago|Valparaíso",
    "CO": "Bogotá|Medellín|Cali",
    "SG": "Singapore",
    "HK": "Hong Kong",
    "JP": "Tokyo|Osaka|Kyoto|Yokohama|Nagoya|Sapporo|Fukuoka|Kobe|Hiroshima|Sendai|Nara|Kanazawa|"
    "Kawasaki|Naha|Kamakura|東京|大阪|京都",
    "KR": "Seoul|Busan|Incheon",
    "MY": "Kuala Lumpur|George Town|Johor Bahru",
    "TH": "Bangkok|Chiang Mai",
    "AE": "Dubai|Abu Dhabi|Sharjah",
    "IL": "Tel Aviv|Jerusalem|Haifa",
    "TR": "Istanbul|Ankara|Izmir",
}  # fmt: skip


def _zone_cities() -> Iterator[tuple[str, str]]:
    """The cities that time zones are called after, in parts of the world that the list leaves thin (CLDR)."""
    territories = cast("Mapping[str, str]", get_global("zone_territories"))
    for zone, country in territories.items():
        continent, _, city = zone.partition("/")
        if continent in ("Africa", "Asia") and pycountry.countries.get(name=city) is None:
            yield city.replace("_", " ").casefold(), country


def _unaccented(name: str) -> str:
    """As people write it who have no accents on their keys."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


@lru_cache(maxsize=1)
def countries_by_city() -> dict[str, tuple[str, ...]]:
    """City in lower case → the countries it may be in."""
    found: dict[str, tuple[str, ...]] = {}
    for country, cities in _CITIES.items():
        for city in cities.split("|"):
            plain = city.casefold()
            for name in {plain, _unaccented(plain)}:
                found[name] = (*found.get(name, ()), country)
    for city, country in _zone_cities():
        found.setdefault(city, (country,))
    return found
