"""Building, installing, gardens and cleaning.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

BUILDING = """
1740 5039 5211: lavorazione del marmo, marmi, marmista, marbrerie, marbrier, marmoleria, steinmetz,
    steinmetzbetrieb, cantero, marmoraria
0780: landscaping, landscaper, landscape gardener, landscape gardening, gardener, gardening, gardening
    service, lawn care, tree surgeon, arborist, jardinero, jardineria, paisajista, paysagiste, jardinier,
    gartenbau, gartner, galabau, jardineiro, paisagismo, giardiniere, hovenier, tree service, garden
    design, garden maintenance, jardinagem, lawn mowing
1711: plumber, plumbing, plumbing and heating, heating engineer, hvac, heating and cooling, air
    conditioning, plumbing company, plumbing business, heating, boiler repair, fontaneria, fontanero,
    plombier, plomberie, plomberie chauffage, klempner, sanitar, installateur, heizung und sanitar,
    sanitar heizung, heizungsbau, encanador, canalizador, idraulico, loodgieter, loodgietersbedrijf, gas
    engineer, ac repair, climatizacion, refrigeration, plumbing service, heating installation,
    installatiebedrijf
1731: electrician, electrical contractor, electrical services, electrical, solar installer, solar panel
    installer, solar installation, solar panels, electricista, electricien, elektriker,
    elektroinstallation, eletricista, elettricista, elektricien, elektrobetrieb, security system
    installer, ev charger, photovoltaik, alarm installation, solaranlagen, instalaciones electricas, solar
    energy, elektro
1740: masonry, bricklayer, tiler, tiling, plasterer, stonework, insulation, stonemason, drywall,
    fliesenleger, carreleur, maurer, macon, maconnerie, muratore, metselaar, tegelzetter, stucadoor,
    albanil, plastering, stukadoor
1750: carpenter, carpentry, joiner, joinery, cabinet maker, cabinetmaker, carpinteria, carpintero,
    menuiserie, menuisier, tischlerei, schreinerei, tischler, schreiner, marcenaria, carpintaria,
    falegnameria, falegname, timmerman, timmerbedrijf, schreinerbetrieb, ebeniste, woodworking, bespoke
    joinery, fitted kitchens, kitchen fitter
1761: roofer, roofing, roofing contractor, roofing company, dachdecker, couvreur, tejados, telhados,
    dakdekker, sheet metal, siding, dachdeckerei, lattoneria
1771: concrete contractor, concrete, paving, driveways
1799 1520: painter and decorator, painting and decorating, decorator, house painter, house painting,
    painter, painting contractor, malerbetrieb, malermeister, pintor, peintre en batiment, imbianchino,
    schildersbedrijf, fencing contractor, fencing, demolition, swimming pool builder, pool builder,
    scaffolding, glazier, glazing, window fitting, flooring contractor, scaffolding company, vitrier,
    glaserei, flooring installer, groundworks, scaffolder, contractor
1520 1799 8911: builder, building company, construction, construction company, general contractor, home
    builder, renovation, home renovation, home improvement, remodeling, remodelling, empresa de
    construccion, construcciones, constructora, reformas, entreprise de construction, renovation
    interieure, bauunternehmen, baufirma, construtora, impresa edile, aannemer, bouwbedrijf, kitchen
    remodeling, loft conversion, handyman, handyman service, property maintenance, batiment, bouw,
    building contractor, renovations, extension, bathroom fitting, bathroom renovation
8911: architect, architecture studio, architecture, architecture firm, engineering, engineering firm,
    surveyor, surveying, structural engineer, arquitecto, estudio de arquitectura, architecte, cabinet
    d'architecte, architekturburo, architekt, ingenieurburo, arquitetura, studio di architettura,
    architectenbureau, civil engineering, land surveyor, bureau d'etudes, architects, escritorio de
    arquitetura, ingenieria
7217 7349: carpet cleaning, upholstery cleaning
7349 7342: cleaning, cleaning company, cleaning service, cleaning services, cleaner, window cleaning,
    window cleaner, janitorial, office cleaning, house cleaning, domestic cleaning, limpieza, empresa de
    limpieza, servicio de limpieza, entreprise de nettoyage, nettoyage, reinigungsfirma, gebaudereinigung,
    limpeza, empresa de limpeza, impresa di pulizie, pulizie, schoonmaakbedrijf, maid service, commercial
    cleaning, pressure washing, end of tenancy cleaning, putzfirma, schoonmaak, cleaning business,
    domestic cleaner
7342 7349: pest control, exterminator, disinfection, control de plagas, deratisation,
    schadlingsbekampfung, controle de pragas, ongediertebestrijding, fumigation, disinfestazioni,
    dedetizacao, desinsectisation
1799: special trade contractor
7349 7217: cleaners, home cleaning, maids, housekeeping, contract cleaning, industrial cleaning, windows
    cleaning, windw cleaner, gutter cleaning, gutters, power washing, janitorial services, chimney sweep,
    chimney sweeping, solar panel cleaning, reinigungsunternehmen, reinigungsdienst, gebaudereiniger,
    unterhaltsreinigung, fensterreinigung, fensterputzer, glasreinigung, buroreinigung, schornsteinfeger,
    kaminkehrer, hausmeisterservice, hausmeisterdienst, societe de nettoyage, menage, menage a domicile,
    laveur de vitres, vitres, ramonage, ramoneur, servicios de limpieza, limpiezas, limpieza de oficinas,
    servicos de limpeza, disinfestazione, glazenwasser, spurghi, hausreinigung, deep cleaning, cleaning
    agency, facility services, facility management, caretaking
7342 7349: exterminating, termite control, bed bug treatment, kammerjager
7217 7349: carpet cleaner, carpet cleaners, rug cleaning, sofa cleaning, teppichreinigung, nettoyage de
    moquettes, lavado de alfombras, mattress cleaning, tapijtreiniging
0780: landscape design, gardeners, garden services, lawn service, tree surgery, tree care, tree services,
    arboriculture, hedge trimming, turf, irrigation, grounds maintenance, gartengestaltung, garten- und
    landschaftsbau, garten und landschaftsbau, landschaftsbau, gartenpflege, gartnermeister, baumpflege,
    baumfallung, jardinage, entretien de jardins, elagage, elagueur, espaces verts, jardines, paisajismo,
    mantenimiento de jardines, poda, giardinaggio, hoveniersbedrijf, tuinman, tuinonderhoud, tuinaanleg,
    boomverzorging, snow removal, snow plowing, snow clearing, winterdienst, yard work, artificial grass,
    artificial turf, weed control
1520: builders, building firm, building work, construction firm, general contracting, house builder, house
    building, home building, home renovations, bathroom remodeling, bathroom fitter, bathrooms, loft
    conversions, extensions, house extensions, handyman services, property repairs, tiny homes, tiny
    houses, log cabins, garden rooms, garden offices, shed builder, conservatories, bauunternehmer,
    hausbau, rohbau, sanierung, altbausanierung, renovierung, innenausbau, trockenbau, handwerker,
    entreprise de batiment, constructeur, constructeur de maisons, renovation de maisons, entreprise
    generale, artisan du batiment, plaquiste, empresa constructora, construccion, reformas integrales,
    empresa de reformas, obras y reformas, albanileria, construcao civil, empreiteira, reforma e
    construcao, edilizia, ristrutturazioni, costruzioni, aannemersbedrijf, verbouwingen, klusbedrijf,
    klussenbedrijf, klusjesman, timmerbedrijf bouw, steel buildings, modular buildings
1711: plumbers, plumbing services, plumbing contractor, heating engineers, gas fitter, boiler
    installation, boilers, hvac contractor, hvac company, air-conditioning, air conditioning installation,
    aircon, air con, ac installation, heat pumps, heat pump installation, ventilation, drainage, drains,
    bathroom plumbing, sanitarinstallation, sanitarbetrieb, heizung, heizung sanitar, sanitar und heizung,
    heizungsbauer, shk, shk-betrieb, klempnerei, gas wasser heizung, klima, klimatechnik, klimaanlagen,
    luftung, warmepumpen, plombiere, plombier-chauffagiste, plombiere-chauffagiste, plombier chauffagiste,
    chauffagiste, plomberie-chauffage, chauffage, chauffage et climatisation, chauffage climatisation,
    climatisation, climatisation et chauffage, fontanera, calefaccion, aire acondicionado, instalaciones
    de gas, fontaneria y calefaccion, instalador de gas, hidraulica, ar condicionado, refrigeracao e
    climatizacao, canalizacoes, termoidraulica, impianti termici, climatizzazione, cv-ketels,
    airconditioning, gasfitter, plomero, plomeria, geyser installation, borehole drilling, boreholes,
    kitchen plumbing
1731: electricians, electrical contracting, electrical contractors, electrical work, electrical
    engineering, electrical installation, electrical installations, residential and commercial electrical
    work, rewiring, solar, solar installations, solar panel installation, ev chargers, ev charger
    installation, ev charging, cctv installation, alarms, burglar alarms, security systems installation,
    fire alarms, smart home installation, network cabling, cabling, data cabling, elektrikerin,
    elektroinstallateur, elektrotechnik, elektromeister, elektrounternehmen, solartechnik, alarmanlagen,
    electricienne, electricite, electricite generale, installation electrique, panneaux solaires,
    photovoltaique, domotique, alarmes, electricista autonomo, electricidad, instalador electrico,
    instalador electricista, placas solares, paneles solares, energia solar, instalacion de placas
    solares, instalaciones, instalacoes eletricas, paineis solares, impianti elettrici, fotovoltaico,
    impianti fotovoltaici, elektrotechnisch bedrijf, zonnepanelen, laadpalen, inverters, generator
    installation, lightning protection, satellite installation
1740: bricklaying, stone masonry, plaster, tile setter, stucco, maurerei, maurerbetrieb, verputzer,
    stuckateur, steinmetz, estrich, maconnerie generale, carrelage, platrier, platrerie, isolation,
    tailleur de pierre, alicatador, alicatados, solador, yesero, pladur, canteria, cantero, aislamiento,
    azulejista, gesseiro, gesso, piastrellista, cartongesso, intonaci, metselwerk, isolatiebedrijf,
    rendering, drylining, chimney repair, waterproofing
1750: carpenters, joiners, joinery workshop, cabinet fitting, framing carpentry, staircases, decking,
    decks, deck builder, wood flooring installation, floor fitting, floor layer, flooring installation,
    zimmerei, zimmerer, zimmermann, holzbau, treppenbau, parkettleger, bodenleger, charpentier, charpente,
    charpentiers, agencement, parqueteur, carpinteria de madera, ebanistas, tarimas, parquet, carpinteiro,
    parquettista, timmerwerken, meubelmakerij en timmerwerk, doors fitting, wooden windows, kitchen
    fitting, kitchen installation, woodworker, woodwork
1761: roofers, roof repair, roof repairs, roofs, guttering, siding contractor, flat roofing, thatcher,
    thatching, slater, dachdeckerbetrieb, dachbau, spengler, spenglerei, bauspenglerei, couverture,
    couverture zinguerie, zingueur, couvreur-zingueur, tejador, impermeabilizaciones, cubiertas,
    telhadista, lattoniere, coperture, tetti, dakdekkersbedrijf, dakwerken, leadwork, rietdekker
1771: concrete work, concreting, driveway contractor, asphalt, tarmac, tarmacadam, patios, betonbau,
    pflasterarbeiten, pflasterer, wegebau, enrobes, terrassement, hormigon, pavimentacion, asfaltados,
    calcada, calceteiro, pavimentazioni, betonwerk, bestrating, stratenmaker, concrete cutting, screeding,
    resin driveways, paver, kerbing
1799: scaffolders, scaffold, painters, painting, house painters, decorators, decorating, painters and
    decorators, commercial painting, interior painting, fence company, double glazing, window fitter,
    window installation, windows and doors installer, garage doors, garage door installation, steel
    erection, welding contractor, metal fencing, sandblasting, asbestos removal, mould removal, damp
    proofing, excavation, digger driver, excavating, groundworker, land clearing, shopfitting, shopfitter,
    shop fitting, sign installation, blind fitting, lift maintenance, elevators, elevator maintenance,
    tennis court construction, playground installation, gerustbau, geruestbau, gerustbauer, malerin,
    malerei und lackierer, maler und lackierer, anstreicher, fensterbau, fensterbauer, zaunbau, torbau,
    messebau, abbruch, abbruchunternehmen, tiefbau, erdarbeiten, peintre, peinture en batiment, entreprise
    de peinture, peinture, vitrerie, miroiterie, echafaudage, echafaudages, cloture, clotures, menuiseries
    aluminium, desamiantage, travaux publics, pintores, pintura, pinturas y decoracion, andamios, montaje
    de andamios, cristaleria, cristalero, vidriero, ventanas, ventanas de aluminio, carpinteria de
    aluminio, carpinteria metalica, cerramientos, vallas, excavaciones, demoliciones, ascensores, pintura
    residencial, vidracaria, vidraceiro, andaimes, serralheria, serralheiro, esquadrias, imbianchini,
    tinteggiatura, vetraio, vetreria, infissi, serramenti, ponteggi, scavi, glaszetter, steigerbouw,
    steigerbouwbedrijf, kozijnen, hekwerken, grondwerk, grondverzet, sloopbedrijf, kitchens and bathrooms
    installation, stair lifts installation, epoxy floors, wallpaper hanging, wallpapering, murals,
    plumbing inspections, blacksmith, blacksmithing, ironwork, wrought iron, schmiede, ferronnier,
    ferronnerie, herrero, forja, fabbro ferraio, smederij, metal work
8911: architecture practice, architectural practice, structural engineers, civil engineer, surveyors,
    quantity surveyor, building surveyor, architektin, architekten, ingenieurbuero, statiker,
    vermessungsburo, bauingenieur, cabinet d'architecture, cabinet d'architectes, geometre,
    geometre-expert, ingenieur, arquitecta, arquitectos, arquitectura, topografia, aparejador, arquiteta,
    arquiteto, engenharia, architetto, architetti, geometra, studio tecnico, ingegneria, architect en,
    ingenieursbureau, landmeter, landscape architect, landschaftsarchitekt, draughtsman, cad design,
    drafting
"""
