"""Transport, vehicles, travel, leisure, property and money.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

TRAVEL = """
4812 5732: phone shop, mobile phone shop, phone store, mobile phones, cell phone store, phone accessories,
    mobile accessories, handyladen, telefonia, tienda de moviles, boutique de telephonie, loja de
    celulares, telefoonwinkel, cellphone accessories, smartphones, gsm shop
4816 7372: web hosting, hosting, hosting provider, vpn, data hosting, internet service provider, online
    forum, server hosting, isp, domain registration
4814: telecom, telecommunications, telephone service, voip, calling cards
4899: cable tv, satellite tv, streaming service
6513 7349: real estate agency, estate agent, real estate, property management, letting agent, realtor,
    real estate agent, lettings agency, inmobiliaria, agencia inmobiliaria, agence immobiliere,
    immobilier, immobilienmakler, immobilien, imobiliaria, agenzia immobiliare, makelaar,
    makelaarskantoor, property rental, hausverwaltung, apartment rentals, property manager, estate agency,
    estate agents, property agency, vermietung, gestion locative, letting agency
6300: insurance, insurance broker, insurance agency, insurance agent, correduria de seguros, seguros,
    assurance, courtier en assurance, versicherungsmakler, versicherung, corretora de seguros,
    assicurazioni, verzekeringskantoor, insurance brokerage
6051 6211 6012: crypto exchange, cryptocurrency exchange, cryptocurrency, bitcoin exchange, crypto,
    bitcoin atm, crypto broker, currency exchange, foreign exchange, bureau de change, exchange bureau,
    money transfer, remittance, remittance service, nft marketplace, crypto wallet, casa de cambio,
    wechselstube, casa de criptomonedas, digital currency, bitcoin
4829 6051: money remittance, wire transfer, money transfer service, money transfer agent
6211 6051: stockbroker, brokerage, forex broker, forex trading, investment advisor, investment, wealth
    management, financial advisor, financial adviser, securities broker, asset management, financial
    planning, forex, trading platform, trading signals, financial planner, asesor financiero,
    finanzberatung, vermogensverwaltung
6012 6051: lender, payday lender, payday loans, loans, microfinance, mortgage broker, fintech, credit
    union, money lender, kreditvermittlung, courtier en credit, bnpl, factoring, consumer loans,
    kreditvermittler, loan company
5933 6051: pawn shop, pawnshop, pawnbroker, pfandhaus, casa de empenos, mont-de-piete, casa de penhores,
    banco dei pegni, pandjeshuis, pfandleihe
7995: casino, online casino, gambling, betting shop, bookmaker, sports betting, lottery, bingo hall,
    apuestas, casa de apuestas, paris sportifs, wettburo, apostas, scommesse, gokken, online gambling,
    poker room, online poker, fantasy sports, spielothek, spielbank, sportwetten, loteria, betting
7994 7993: arcade, video arcade, gaming arcade, gaming cafe, internet cafe, esports arena, esports bar,
    gaming lounge, sala de juegos
7996 7999: amusement park, theme park, circus, fairground, adventure park, trampoline park, freizeitpark,
    parc d'attractions, parque de atracciones, soft play centre, petting zoo, parque infantil
7999 7991: escape room, escape rooms, axe throwing, paintball, laser tag, go-kart, karting, swimming pool,
    horse riding, riding school, equestrian centre, horse stable, stables, diving centre, diving school,
    dive centre, dive center, whale watching, rafting, zipline, kayaking tours, recreation, riding stable,
    reitschule, reiterhof, centre equestre, hipica, picadero, maneggio, manege, buceo, club de plongee,
    duikschool, tauchschule, tauchbasis, adventure sports, paragliding, skydiving, boat trips, hot air
    balloon, mini golf, crazy golf, kayak tours, surf camp, ice rink, adventure centre, equestrian center,
    outdoor activities
7933: bowling alley, bowling, bowlingbahn, bolera
7932: pool hall, billiards, snooker club, snooker hall
7922 7929: theatre, theater, theatre company, ticket agency, event tickets, teatro, concert promoter,
    concerts, festival, music festival, concert venue, music venue, ticketing, ticket sales, theatre
    group, opera, comedy club
7929: band, orchestra, dj, musician, entertainer, magician, dj service, wedding band, dj services, wedding
    dj, mobile dj, children's entertainer
7832: cinema, movie theater, movie theatre, kino, cine, bioscoop
7829 7221: film production, video production, film studio, videographer, production company, productora
    audiovisual, production audiovisuelle, filmproduktion, produtora de video, animation studio,
    videography, produccion audiovisual, videoproduktion
7841: video rental, dvd rental
7941: sports team, sports promoter, racetrack, football team
7991 7999: museum, tourist attraction, exhibition, aquarium attraction, zoo, botanical garden, museo,
    musee, museu, heritage site, visitor centre
4722 4723 7991: travel agency, tour operator, travel agent, tour company, tours, tour guide, travel,
    agencia de viajes, agence de voyages, reiseburo, reiseveranstalter, agencia de viagens, agenzia
    viaggi, agenzia di viaggi, reisbureau, walking tours, safari, food tours, city tours, adventure
    travel, guided tours, excursions, boat tours, safaris, travel company, trekking tours, wine tours,
    excursiones, tour agency, visitas guiadas, bike tours, holiday company, reisen
7011 6513: hotel, guest house, guesthouse, bed and breakfast, b&b, hostel, inn, motel, holiday rental,
    vacation rental, holiday rentals, holiday cottage, holiday let, holiday apartments, lodge, pension,
    chambre d'hotes, chambres d'hotes, gite, casa rural, hostal, albergue, posada, pousada, alojamento
    local, agriturismo, albergo, ferienwohnung, ferienwohnungen, serviced apartments, boutique hotel,
    short-term rentals, hotell, ryokan, eco lodge, glamping, glamping site, bed & breakfast, apartamentos
    turisticos, homestay, resort, backpackers, casa vacanze, country hotel, beach resort, short-let
    apartments, shortlet apartments
7033: campground, campsite, caravan park, camping, campingplatz, camping site, rv park, camping municipal,
    trailer park
7032: summer camp, sports camp, colonie de vacances
4121: taxi, taxi company, taxi service, limousine, limo service, chauffeur service, private hire, cab
    company, rideshare, minicab, vtc, taxiunternehmen, taxis, taxibedrijf, car service, airport transfers,
    airport transfer, minicab firm, black car service, transfer service
4111 4131: bus operator, ferry, commuter transport, shuttle service, ferries
4131 4111: coach hire, bus company, coach company, charter bus, autocares, autocariste, reisebus, minibus
    hire, busunternehmen, party bus
4214 4215: removals, moving company, movers, trucking, haulage, freight, removal company, trucking
    company, mudanzas, empresa de mudanzas, demenagement, demenageur, umzugsunternehmen, umzuge,
    spedition, transportes, transporte de mercancias, mudancas, transportadora, traslochi, trasporti,
    verhuisbedrijf, transportbedrijf, delivery service, logistics, logistics company, transport company,
    haulier, freight company, man and van, moving and storage, transport routier, autotrasporti, delivery
    company, hauling, man with a van, furniture removals, removals company, logistica, logistik, moving
    service
4215 4214: courier, courier service, courier company, parcel delivery, mensajeria, coursier, kurierdienst,
    koeriersdienst, corriere, last mile delivery, dispatch rider, package delivery, bike courier, motoboy,
    same-day courier
4225: storage, self storage, warehouse storage, warehousing, self-storage, trasteros, garde-meubles,
    selfstorage, opslag, storage units, storage facility, lagerraume
4411: cruise line, cruises, river cruises
4457 7999: boat rental, boat hire, yacht charter, bootsverleih, location de bateaux, alquiler de barcos,
    bootverhuur, noleggio barche, aluguel de barcos, boat charter, canal boat hire, sailing charter,
    narrowboat hire
4468: marina, boatyard, boat services
5551 5085 4468: marine supplies, chandlery, ship chandler, boat equipment, marine supplies wholesaler
4511: airline, air charter, charter flights
4582: airport
4789: transportation service, cable car, horse carriage
4900: utility, electricity supplier, energy supplier, water supplier, waste management, recycling, waste
    collection, recycling company, energieversorger, junk removal, septic service, energy company
5541 5542: petrol station, gas station, service station, tankstelle, gasolinera, station-service, station
    service, posto de gasolina, distributore di benzina, benzinestation, tankstation, fuel station,
    filling station, estacion de servicio
5511 5521: car dealer, car dealership, auto dealer, new cars, concesionario, concessionnaire, autohaus,
    concessionaria, concessionaria auto, autodealer, dealership, motor dealer, new and used cars,
    autohandler, concessionaria de veiculos
5521 5511: used cars, used car dealer, used car dealership, second hand cars, gebrauchtwagen,
    gebrauchtwagenhandel, coches de segunda mano, voitures d'occasion, carros usados, auto usate,
    tweedehands auto, used car lot, used car sales, occasions automobiles, autohandel, compraventa de
    coches
5532: tyre shop, tire shop, tyres, tires, tyre centre, neumaticos, pneus, reifen, reifenhandel,
    reifenservice, gomme, gommista, banden, borracharia, bandencentrale
5533 5531: auto parts, car parts, auto parts store, car accessories, spare parts, motor spares, recambios,
    pieces auto, autoteile, autopecas, pecas automotivas, ricambi auto, auto-onderdelen, automotive parts,
    motor factor, motorcycle parts, car spares
7538 7531 7549: garage, car repair, auto repair, auto repair shop, mechanic, car garage, mot garage, mot
    centre, mechanic shop, auto shop, auto service, taller mecanico, taller de coches, garage automobile,
    garagiste, autowerkstatt, kfz-werkstatt, kfz werkstatt, oficina mecanica, officina, officina
    meccanica, autogarage, car servicing, motorcycle repair, car mechanic, mobile mechanic, motor
    mechanic, meccanico, truck repair, diesel repair, vehicle repair, transmission shop, autobedrijf,
    autoreparatur, car workshop, meisterwerkstatt, taller, auto mechanic, werkstatt
7531 7538: body shop, panel beater, auto body, auto body shop, carrosserie, chapa y pintura, karosserie,
    funilaria, carrozzeria, smash repairs, bodyshop, car body repair, dent repair, lackiererei
7542 7549: car wash, hand car wash, car detailing, auto detailing, mobile car wash, valeting, lavadero de
    coches, lavage auto, station de lavage, autowaschanlage, lava jato, lava rapido, autolavaggio,
    autowasserette, car valeting, autopflege, mobile car detailing, mobile detailing
7549: towing, tow truck, roadside assistance, grua, depannage, abschleppdienst, breakdown recovery,
    vehicle recovery, gruas
7512 7519: car rental, car hire, rent a car, autovermietung, location de voitures, alquiler de coches,
    locadora de veiculos, autonoleggio, autoverhuur, van hire, aluguel de carros, truck rental, van
    rental, rent-a-car, campervan hire agency
7519 7512: rv rental, camper rental, campervan hire, motorhome hire, motorhome rental, campervan rental,
    wohnmobilvermietung, wohnmobilverleih, camperverhuur
7523: parking, car park, parking lot, parking garage, aparcamiento, parkhaus, estacionamento
5571: motorcycle dealer, motorcycle shop, motorbike shop, motorcycles, motos, motorrad, motorradhandel,
    moto shop, concesionario de motos, moto dealership, motorzaak, scooters
5551: boat dealer, boats, yacht broker, yachts
5561: caravan dealer, trailers, camper trailers, caravans
5598: snowmobile dealer
5599: farm machinery, tractor dealer, agricultural machinery, go-karts, tractors, landmaschinen, golf
    carts
4812 5732: mobile phone accessories, phones and accessories, mobile phone sales, sim cards, prepaid sim
    cards, airtime, smartphones and accessories, telefonos moviles, moviles, celulares, handys, handy
    shop, mobiele telefoons
7999 7394 5940: bicycle hire, cycle hire, canoe hire, canoe rental, paddle board rental, paddleboard hire,
    sup rental, surfboard rental, ski hire, jet ski rental, jet ski hire, radverleih, kanuverleih, sup
    verleih, location de kayaks, location de canoes, location de skis, alquiler de kayaks, alquiler de
    tablas de surf, aluguel de pranchas, noleggio bici, noleggio sci, kanoverhuur, e-scooter rental,
    segway rental, golf cart rental, atv rental, quad hire, snowmobile rental, snowshoe rental, fishing
    charters, fishing charter, charter fishing, fishing guide, fishing trips, fishing trips and guiding,
    whale watching tours, hunting guide, hunting outfitter, snorkel tours, dive trips, axe throwing venue,
    paintball park, shooting range, shooting club, schiessstand, indoor skydiving, bungee jumping, rope
    course, high ropes, kletterpark, hochseilgarten, accrobranche, parc accrobranche, pony rides, pony
    trekking, horse trekking, rutas a caballo, horseback riding, equitation, ecole d'equitation,
    reitstall, escuela de equitacion, llama trekking, alpaca farm, alpaca walks, quiz nights, laser tag
    arena, escape game, jeu d'evasion, sala de escape, vr arcade, virtual reality arcade, trampolines,
    soft play, indoor playground, indoor play, indoorspielplatz, kinderspielparadies, parc de jeux, parque
    de bolas, ludoteca, speeltuin, golf driving range, driving range, golf course, golfplatz, minigolf,
    ten pin bowling, swimming lessons, swimming school, schwimmschule, surf lessons, sailing school,
    segelschule, ecole de voile, escuela de vela, zeilschool, ski- und snowboardschule, snowboardschule,
    ski lessons, kite school, kitesurf school, kiteschule, kitesurfing lessons, windsurfing school,
    windsurfschule, ecole de surf, ecole de ski, climbing centre, indoor climbing, canyoning, rafting
    tours
4722 7991: tuk-tuk tours, tuk tuk tours, tuktuk tours, tuk-tuk, tuk tuk, sightseeing, sightseeing tours,
    day trips, day tours, bus tours, sailing tours, sunset cruises, boat trips and tours, jeep tours, jeep
    safari, hiking tours, hiking guide, mountain guide, bergfuhrer, wanderfuhrer, stadtfuhrungen,
    stadtfuhrer, guide touristique, visites guidees, circuits touristiques, guia turistico, guia de
    montana, rutas guiadas, turismo activo, turismo de aventura, passeios, passeios turisticos, passeios
    de barco, agencia de turismo, operadora de turismo, turismo receptivo, receptivo, tour guidati, guida
    turistica, escursioni, gite in barca, rondleidingen, stadswandelingen, gids, wine tasting tours, photo
    tours, bird watching tours, ghost tours, pub crawl, food tour, cycling holidays, cycling tours,
    walking holidays, pilgrimages, umrah and hajj, hajj and umrah, umrah travel, visa agency, visa
    services, ticket booking, holidays, honeymoons, study trips, school trips, group travel, incentive
    travel, luxury travel, destination management, excursion company, desert safari, game drives, gorilla
    trekking, trekking agency, travel consultant, reiseagentur, reisebuero, reisen und touristik
7011: guest lodge, b and b, bnb, airbnb, airbnb apartments, short stay apartments, self catering,
    self-catering, self catering cottages, cottage rental, chalets, chalet, cabins, cabin rental,
    treehouses, yurts, shepherds huts, aparthotel, apart-hotel, ferienhaus, ferienhauser, ferienhof,
    gastehaus, pensionszimmer, fremdenzimmer, zimmervermietung, berghotel, jugendherberge, alpengasthof,
    gites, location saisonniere, locations saisonnieres, maison d'hotes, hotel-restaurant, hotel
    restaurant, hotellerie, alojamiento rural, alojamiento turistico, apartamento turistico, casas
    rurales, posada rural, hospederia, hotel rural, casa de campo, hospedaje, alquiler vacacional,
    vivienda vacacional, parador, hospedagem, hotel fazenda, aluguel por temporada, chales, affittacamere,
    bed and breakfast e, locanda, pensione, residence, casa vacanza, vakantiehuis, vakantiehuizen,
    vakantiewoning, vakantiepark, groepsaccommodatie, riad, surf hostel, surf house, surf camp
    accommodation, guest rooms, room rental nightly, lodging, motel and rv park, boutique guesthouse,
    villa rental, villa rentals, student accommodation, ryokan inn, boarding house, wedding venue and
    rooms
6513: landlord, property managers, property lettings, letting agents, lettings, real estate broker,
    realtors, realty, rentals agency, block management, co-working, coworking spaces, office space, shared
    office, office rental, venue hire, hall hire, event space, event venue, wedding venue, function room,
    immobilienbuero, immobilienagentur, makler, maklerin, immobilienverwaltung, wohnungsverwaltung, agent
    immobilier, transaction immobiliere, transaction et gestion immobiliere, gestion immobiliere, syndic,
    syndic de copropriete, location de bureaux, location de salles, agente inmobiliario, administracion de
    fincas, administrador de fincas, alquiler de locales, alquiler de oficinas, alquiler de salas,
    corretor de imoveis, corretora de imoveis, administracao de condominios, aluguel de imoveis,
    amministratore di condominio, amministrazione condominiale, makelaardij, vastgoed, vastgoedbeheer,
    kantoorruimte, verhuur van kantoren, realestate, rental agency, house rentals, homestays management,
    holiday let management, strata management, valuation
4121: taxi firm, taxi business, taxi driver, taxi operator, taxicab, cab firm, cabs, minicabs, private
    hire taxis, airport taxi, chauffeur, chauffeurs, chauffeur driven cars, limousines, limo, limo hire,
    wedding car hire, wedding cars, artisan taxi, chauffeur vtc, chauffeur prive, compagnie de taxis,
    taxista, radio taxi, servicio de taxi, traslados, taxibetrieb, mietwagen mit fahrer, chauffeurservice,
    limousinenservice, krankenfahrten, motorista particular, ncc, noleggio con conducente, taxichauffeur,
    rickshaw, auto rickshaw, okada, boda boda, keke, ride hailing, executive cars, non-emergency medical
    transport, pedicab
4131 4111: coaches, coach tours, minibuses, minibus, bus hire, school bus, bus company and tours,
    busreisen, omnibusbetrieb, reisebusunternehmen, transport scolaire, autocars, transporte escolar,
    alquiler de autocares, autobuses, onibus, van escolar, autobus, noleggio bus, touringcar,
    touringcarbedrijf, shuttle bus
4214 4215: removals firm, house removals, house moves, moving services, man & van, hauliers, road haulage,
    hgv transport, truck transport, trucking business, freight forwarding, freight forwarder, freight
    forwarders, logistics services, cold chain logistics, transport services, transport business, cargo,
    container transport, car transport, vehicle transport, umzugsfirma, umzugsservice, mobelspedition,
    transportunternehmen, fuhrunternehmen, kleintransporte, gutertransport, entreprise de transport,
    transporteur, transports routiers, transport de marchandises, demenagements, societe de demenagement,
    transporte, empresa de transporte, transportista, portes, mudanzas y portes, fletes, agencia de
    transportes, mudanca, fretes, frete, transporte de cargas, transportadora de cargas, ditta di
    traslochi, trasloco, spedizioni, trasporto merci, koerier en transport, verhuizingen, verhuizer,
    wegtransport, transportbedrijven, rubbish removal and moves, livestock transport
4215: courier business, couriers, same day courier, same day couriers, parcel service, parcels, express
    delivery, dispatch, dispatch riders, food delivery, grocery delivery, delivery driver, delivery
    drivers, bicycle couriers, cargo bike delivery, paketdienst, kurier, livraison, livreur, livraison de
    colis, coursiers, paqueteria, reparto, repartidor, mensajero, entregas, entregador, entrega rapida,
    corrieri, consegne, pakketdienst, bezorgdienst, fietskoerier, medical courier
4225: self storage units, storage space, document storage, container storage, archive storage, cold
    storage, lagerhaus, einlagerung, guardamuebles, almacenaje, almacen, armazem, guarda-moveis, deposito
    mobili, opslagruimte, warehousing services, boat storage, caravan storage, wine storage, entrepot
4457 7999: boat charter company, boat charters, yacht charters, sailboat charter, houseboat hire,
    houseboats, pontoon rental, hausbootverleih, hausboote, bootsvermietung, yachtcharter, location de
    bateau, charter nautico, alquiler de veleros, passeio de lancha, locacao de lanchas, noleggio gommoni,
    sloepverhuur, zeilbootverhuur, narrowboats, motor boat rental
4789 4111: ambulance transport, wheelchair transport, horse and carriage, carriage rides, school
    transport, cable cars
7512 7513: vehicle hire, vehicle rental, rental cars, car leasing, car sharing, carsharing, mietwagen,
    mietwagenverleih, location voiture, location de vehicules, location d'utilitaires, alquiler de
    furgonetas, alquiler de vehiculos, alquiler de motos, aluguel de veiculos, locadora, noleggio auto,
    noleggio furgoni, busverhuur, bestelbus verhuur, motorbike rental, motorcycle rental, scooter hire,
    moped rental, vespa rental, rollerverleih, lkw vermietung, transportervermietung, truck hire, classic
    car hire, supercar hire
7523: car parks, valet parking, airport parking, parking spaces, parkplatz, parkplatze, parkings,
    parkeergarage, parcheggio, estacionamiento
7538 7531: auto mechanics, auto repairs, car repairs, car servicing and mot, mot testing, mot station,
    motor repairs, car electrics, auto electrician, brakes, exhausts, brakes and exhausts, gearbox
    repairs, transmission repair, oil change, oil changes, lube shop, motorcycle workshop, motorbike
    repairs, motorbike workshop, truck workshop, van repairs, 4x4 specialist, garage mecanique, mecanique,
    mecanique automobile, mecanicien, reparation automobile, reparation auto, centre auto, controle
    technique, mecanico, mecanica, mecanica automotriz, taller de motos, taller de automoviles,
    electromecanica, itv, autocentro, oficina de carros, centro automotivo, mecanica de autos,
    autoriparazioni, autofficina, elettrauto, kfz, kfz-betrieb, kfz-meisterbetrieb, kfz-service, kfz
    meisterbetrieb, autoservice, autoreparaturen, motorradwerkstatt, garagebedrijf, apk, apk-keuring,
    autoreparatie, caravan repairs, ev repair
7531: paintless dent repair, spray shop, car spraying, car painting, autolackiererei, karosseriebau,
    unfallinstandsetzung, carrossier, carrosserie peinture, chapista, chapa, latoneria, carrozziere,
    autoschade, autoschadebedrijf, schadeherstel, lanternagem, bodywork, crash repairs, panel shop
7542: carwash, car washes, car wash and valeting, car cleaning, auto wash, waschstrasse, waschanlage,
    autowasche, fahrzeugaufbereitung, autoaufbereitung, lavage automobile, lavage de voitures, centre de
    lavage, lavadero, lavado de coches, lavado de autos, autolavado, lavagem de carros, lava-jato, lava
    car, estetica automotiva, autolavaggi, carwash bedrijf, poetsbedrijf, wasstraat, detailer, ceramic
    coating, truck wash, steam cleaning cars
7549: breakdown service, breakdown, vehicle breakdown, car recovery, car tow, remolque de vehiculos,
    servicio de grua, pannenhilfe, remorquage, soccorso stradale, guincho, reboque, bergingsbedrijf,
    windscreen repair, windscreen replacement, windscreens, auto glass, window tinting, car tinting,
    autoglas, pare-brise, lunas de coches, parabrisas, insulfilm
5532: tyre fitting, tyre fitter, mobile tyre fitting, tyre dealer, tyre services, wheel alignment, wheels
    and tyres, tire service, tire dealer, reifenhandler, reifendienst, pneumatiques, centre pneus, taller
    de neumaticos, vulcanizadora, llantera, llantas, borracheiro, pneumatici, bandenservice, bandenhandel
5533: car audio, auto accessories, truck parts, tractor parts, car spare parts, spare parts dealer, auto
    spares, autoersatzteile, ersatzteile, kfz-teile, pieces detachees, pieces detachees auto, repuestos,
    refacciones, autopartes, desguace, casse auto, autopecas e acessorios, autoricambi, sloperij, auto
    salvage, salvage yard, scrap yard cars, breakers yard, batteries and tyres, bike parts for
    motorcycles, accesorios para coches
5521 5511: used car sales lot, used vehicles, secondhand cars, pre-owned cars, preowned vehicles, car
    sales, car trader, motor trader, auto sales, van sales, classic cars, classic car dealer, oldtimer,
    oldtimerhandel, autohandler gebraucht, gebrauchtwagenhandler, kfz-handel, kfz handel, vente de
    voitures, vente de vehicules, negoce automobile, vehicules d'occasion, garage vente de vehicules,
    coches de ocasion, coches, vehiculos de ocasion, carros seminovos, revenda de veiculos, seminovos,
    stand de automoveis, automoveis usados, auto usate e nuove, autosalone, occasions, occasion auto's,
    tweedehands auto's
5511: car showroom, main dealer, car dealers, car dealerships, motors dealer, autohauser, konzessionar,
    concessionnaire automobile, concesionario de coches, concessionaria de carros, autovertragshandler,
    new car sales
5571: motorbikes, motorbike dealer, mopeds, atvs, motorrader, tienda de motos, venta de motos,
    motocicletas, motocyclettes, concession moto, loja de motos, moto e scooter, motoren zaak, e-scooters,
    electric scooters, vespas, trikes
5551: boat sales, outboard motors, yacht sales, rib boats, jet skis, bootshandel, venta de barcos,
    embarcaciones, vente de bateaux, boat builder, boatbuilder, bootsbau, bootsbauer, chantier naval,
    astillero, werft, jachtbouw, yachtbau
5561: motorhomes, motorhome dealer, campers, campervans, campervan conversions, camper conversions,
    wohnmobile, wohnwagen, autocaravanas, camping-cars, trailer dealer, horse trailers, horseboxes,
    caravan sales
5599: agricultural machines, tractors and farm machinery, farm equipment, farm machinery dealer,
    forklifts, landtechnik, landmaschinenhandel, machines agricoles, materiel agricole, maquinaria
    agricola, macchine agricole, landbouwmachines, drones dealer agricultural
6300: insurer, insurance brokers, insurance agents, insurance services, insurance company, assurances,
    assureur, agent d'assurances, agence d'assurance, courtage, courtier, courtier en assurances,
    versicherungen, versicherungsagentur, versicherungsburo, corredor de seguros, agente de seguros,
    mediador de seguros, corretor de seguros, seguradora, assicurazione, agenzia di assicurazioni, broker
    assicurativo, verzekeringen, assurantiekantoor, takaful
6211: investment advice, investment firm, stock broker, financial advice, financial advisers, financial
    advisors, independent financial adviser, ifa, wealth manager, wealth advisory, hedge fund, private
    equity, vermogensberatung, finanzberater, anlageberatung, conseiller en gestion de patrimoine, gestion
    de patrimoine, asesoria financiera, consultor financeiro, assessoria de investimentos, consulente
    finanziario, financieel adviseur, prop trading, crowdfunding platform
6012 6051: mortgages, mortgage brokers, mortgage adviser, mortgage advisor, mortgage broking, home loans,
    car finance, invoice finance, credit broker, credit repair, debt collection, debt collector, inkasso,
    recouvrement, loan broker, money lending, microcredit, microloans, kredite, kreditmakler,
    finanzierungsvermittlung, credito, prestamos, prestamista, emprestimos, credito consignado, prestiti,
    mutui, hypotheken, hypotheekadviseur, kredietbemiddeling, payment processor, e-money, prepaid cards,
    neobank, savings bank, cooperative bank, chit fund
6051: currency dealer, money exchange, money changer, moneychanger, forex bureau, bureaux de change,
    cambio de divisas, crypto atm, crypto trading platform, nft, nfts, token sale, crypto mining,
    stablecoin, krypto, kryptowahrungen, kryptoborse, criptomonedas, criptomoedas, cryptomonnaies,
    cryptovalute, gift card marketplace, otc crypto
5933 6051: pawn, pawn broker, pawn brokers, pawnbrokers, leihhaus, pfandkredit, empeno, casa de empeno,
    compro oro, oro y empenos, pret sur gage, penhores, compro ouro, banco pegni, pandhuis, gold buyer,
    cash for gold, goldankauf, achat d'or, buy and sell gold
7995: gaming site, sportsbook, online betting, bookie, bookmakers, casino games, slots, slot machines,
    lotto, raffles, raffle, prize competitions, online raffles, bingo, bingo club, poker club, tombola,
    wetten, wettbuero, spielhalle, spielothek betrieb, casas de apuestas, salon de juegos, juegos de azar,
    bets, loteria e apostas, jogos de azar, sala scommesse, sala slot, kansspelen, tipster, betting tips,
    horse racing tips
7929 7922: disco dj, live music, live band, covers band, musicians, singer, singers, wedding singer,
    string quartet, entertainment, party entertainment, kids entertainer, face painting, face painter,
    clown, balloon modelling, puppeteer, puppet theatre, zauberer, magicien, mago, alleinunterhalter,
    hochzeits-dj, hochzeitsband, musikband, musico, musicos, orquesta, mariachi, mariachis, mariachi band,
    animacion infantil, animaciones infantiles, animation enfants, animation de soirees, dj mariage, dj
    para bodas, dj para eventos, musica ao vivo, animacao de festas, dj e animazione, musicista, muzikant,
    feestband, drive-in show, comedian, stand-up comedy, theatergruppe, compagnie de theatre, compagnie de
    danse, compania de teatro, theatergezelschap, dance company, event entertainment, karaoke hire, circus
    school, fire show, agency for artists, konzertveranstalter, konzerte, concert series, tickets for
    concerts, ticketing platform, ticket shop, ticket resale, film festival, sound engineer, sound system,
    recording studio, tonstudio, studio d'enregistrement, estudio de grabacion, music studio, music
    production, music label, record label, podcast studio
7829 7221 7333: video, video editing, video editor, corporate video, wedding video, wedding videography,
    wedding films, video company, video agency, film maker, filmmaker, filmemacher, imagefilme,
    videographe, realisateur, productora, productora de video, videografo, produtora, filmmaker e,
    audiovisual, produzione video, videoproductie, post production, film company
7832: film screenings, drive-in cinema, arthouse cinema, programmkino, cinema associatif
7991 7996: museums, stately home, visitor attraction, wildlife park, tierpark, zoo park, wildpark, parc
    animalier, petting farm, maize maze, pumpkin patch, light trail, planetarium, gardens open to the
    public, schloss, chateau, castillo, ghost walk
7996 7999: theme parks, water park, waterpark, aquapark, funfair, fair rides, fairground rides,
    fahrgeschaft, schausteller, forain, manege enfant, feriante, trampoline centre, bounce park, play
    park, adventure playground
4900: bin cleaning, rubbish removal, waste removal, waste clearance, house clearance, junk hauling, skip
    waste, scrap metal, scrap dealer, schrotthandel, entrumpelung, entsorgung, gestion de residuos,
    reciclaje, chatarra, chatarreria, reciclagem, sucata, riciclo, rottami, recyclage, ferraille,
    debarras, afvalverwerking, ontruimingen, water utility, electric utility, biogas, stadtwerke, eau
    potable, solar farm, energy cooperative, internet and energy
4812 4814: internet provider, broadband, fibre broadband, wifi provider, telecoms, telecom provider,
    telekommunikation, operateur telecom, provedor de internet, telecomunicaciones, isp and broadband
"""
