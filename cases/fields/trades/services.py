"""Repairs, rental, advice, design, software and other services.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

SERVICES = """
4214 4225: piano moving, piano movers, furniture movers, moving and storage, movers
7999 7929: falconry, falconry displays, bird of prey centre, escape room, escape rooms
7299 8999 5999: taxidermy, taxidermist, praparator, taxidermiste
7922 7929: puppet theatre, puppet theater, puppetry, theatre de marionnettes, puppentheater, teatro de
    titeres, teatro di burattini, theatre company, theater company, compagnie de theatre
7299 0742: dog bathing, hunde scheren, hunde baden, scheren und baden, hundesalon, hundefriseur, hundepflege
5733 7699: klavierbau, klavierbauer, klaviere, piano maker, instrument maker, luthier, geigenbau,
    geigenbauer, liutaio
7251 7699: cordonnier, cordonnerie, cordonniere, zapatero, schuster, schuhmacher, calzolaio, sapateiro,
    schoenmaker, schuhreparatur
7699 7622 5940: bike repair, bicycle repair, shoe repair, cobbler, watch repair, repair shop, locksmith,
    key cutting, cerrajero, cerrajeria, serrurier, schlusseldienst, slotenmaker, chaveiro, fabbro,
    furniture repair,
    instrument repair, piano tuner, knife sharpening, phone repair, phone repair shop, mobile phone
    repair, handyreparatur, reparation de telephone, reparacion de moviles, appliance repair, tool repair,
    sewing machine repair, boat repair, repair cafe, guitar repair
7622 7699 7629: tv repair, electronics repair, radio repair
7379 7622: computer repair, pc repair, computer repair shop, it repair, laptop repair, computer
    maintenance, reparacion de ordenadores
0763: agricultural cooperative, farm cooperative, farming cooperative, farmers cooperative
7299 5995 0742: dog grooming, pet grooming, dog groomer, pet groomer, dog walking, dog walker, pet
    sitting, hundesalon, toilettage, peluqueria canina, banho e tosa, toelettatura, hondentrimsalon,
    trimsalon, dog daycare, doggy daycare, kennel, boarding kennel, dog boarding, dog training, dog
    trainer, hundeschule, cattery, mobile dog grooming
7641 5712: upholsterer, upholstery, furniture restoration, tapicero, tapiceria, tapissier, polsterei,
    tappezziere, stoffeerder, estofador
7372 5734 5817 5818: saas, software, software company, software development, software subscription, app
    development, app developer, software house, web app, mobile app, software developer, saas platform,
    logiciel, editeur de logiciels, desarrollo de software, softwareentwicklung, desenvolvimento de
    software, sviluppo software, softwareontwikkeling, software-as-a-service, software as a service,
    developpement web, bookkeeping software, accounting software, booking software, scheduling software,
    saas company, app, programming, game studio, online software, invoicing software, project management
    tool, crm, software startup, payroll software
7372 7379 7311: web design, web design agency, web designer, web development, website design, web
    developer, web agency, diseno web, agence web, webdesign, webagentur, agencia digital, web studio, ux
    studio, webdesign agentur, website builder
7379 7372 7392: it support, it services, it consultancy, it consulting, computer services, managed
    services, cybersecurity, cyber security, it company, it-dienstleister, it service, informatique
    services, servicios informaticos, servicos de ti, it-beratung, it support company, assistance
    informatique, soporte informatico, it-dienstverlening, it-systemhaus, managed it services, consulenza
    informatica
7296 5699: costume hire, costume rental, formal wear hire, tuxedo rental, dress hire, suit rental, dress
    rental
7210 7211: laundry, laundry service, laverie, lavanderia self service, waschsalon, wasserij
7211 7210 7216: laundromat, launderette, coin laundry, self-service laundry, wasserette, laverie
    automatique
7216 7211: dry cleaner, dry cleaning, dry cleaners, tintoreria, pressing, reinigung, textilreinigung,
    lavanderia, stomerij, tinturaria, lavasecco
7221 7333: portrait studio, photo studio, photographer, photography, wedding photography, wedding
    photographer, photography studio, fotografo, fotografia, photographe, fotograf, fotostudio, fotograaf,
    estudio fotografico, fotografa, fotografie, videographer wedding, newborn photography, fotografin
7333 7338 2741: graphic design, graphic designer, design studio, commercial photography, illustration,
    illustrator, diseno grafico, graphisme, graphiste, grafikdesign, design grafico, grafisch ontwerp,
    branding studio, logo design, studio de design, grafica, branding agency, estudio de diseno
7311 7392: advertising agency, marketing agency, digital marketing, advertising, marketing, seo agency,
    social media agency, pr agency, agencia de marketing, agencia de publicidad, agence de communication,
    agence de publicite, agence marketing, werbeagentur, marketingagentur, agencia de marketing digital,
    agenzia pubblicitaria, agenzia di marketing, reclamebureau, marketingbureau, creative agency,
    influencer marketing, online marketing, marketing digital, digital agency, publicidad,
    communicatiebureau, social media marketing, content marketing agency, online-marketing-agentur
2741 7338 7333: printing, print shop, printer, printing company, publishing, publisher, screen printing,
    t-shirt printing, imprenta, imprimerie, druckerei, grafica impressao, tipografia, drukkerij, copy
    shop, copyshop, sign maker, sign shop, editorial, maison d'edition, verlag, editora, casa editrice,
    uitgeverij, print on demand, signage, printing business, embroidery, digital printing, poster
    printing, custom t-shirts, sign writing
7338 2741: photocopying, blueprint, copy centre, copy center
7392 7399: consultancy, consulting, management consulting, management consultancy, business consulting,
    consultant, consultoria, cabinet de conseil, conseil, unternehmensberatung, beratung, consulenza,
    consulenza aziendale, adviesbureau, business coach, coaching, hr consultancy, public relations,
    strategy consulting, consulting firm, life coach, business consultancy, life coaching, consultora,
    career coaching, executive coaching
8999 7392: translation, translation agency, translation services, translator, traducciones, agence de
    traduction, traduction, ubersetzungsburo, traducao, traduzioni, vertaalbureau, freelance writer,
    copywriting, copywriter, notary, auctioneer, auction house, appraiser, interiorismo,
    architecte d'interieur, innenarchitektur, design de interiores, interieurontwerp,
    proofreading, interior decorator, ubersetzungen, auktionshaus,
    interpreter
8931 7276 7392: accountant, accounting, bookkeeper, bookkeeping, accountancy, accountancy firm, accounting
    firm, bookkeeping services, asesoria fiscal, gestoria, contable, expert-comptable, cabinet comptable,
    comptabilite, steuerberater, steuerberatung, steuerkanzlei, buchhaltung, buchhaltungsburo,
    contabilidade, contador, commercialista, studio commercialista, boekhouder, boekhoudkantoor,
    accountantskantoor, accountancy practice, payroll services, auditor, chartered accountant, asesoria,
    belastingadviseur, steuerburo
7276 8931: tax preparation, tax advisor, tax adviser, tax preparer, tax consultant
8111: lawyer, law firm, solicitor, attorney, legal services, law office, law practice, abogado, abogados,
    despacho de abogados, bufete, avocat, cabinet d'avocats, rechtsanwalt, kanzlei, anwaltskanzlei,
    rechtsanwaltskanzlei, advogado, escritorio de advocacia, advocacia, avvocato, studio legale, advocaat,
    advocatenkantoor, solicitors, barrister, conveyancing, advogados, immigration lawyer
7273 7299: dating agency, dating app, dating service, dating site, matchmaking, escort service, escort
    agency
7277 7299: marriage counselling, counselling centre
7299 7278 8999: event planning, event planner, events company, organisation d'evenements,
    organizacion de eventos, eventplanung, organizzazione eventi, organizacao de eventos
7299 7278: personal services, wedding planner, event planner, event planning, wedding planning, party
    planner, eventagentur, event agency, organizacion de eventos, agence evenementielle, organizador de
    eventos, wedding planning agency, evenementenbureau, organizzazione eventi, tattoo studio, tattoo
    parlour, tattoo parlor, tattoo shop, tattoo, tattooing, piercing studio, tatuajes, estudio de
    tatuajes, salon de tatouage, tatoueur, tattoostudio, estudio de tatuagem, studio di tatuaggi,
    astrologer, fortune teller, psychic, tarot, house sitting, errand service, concierge, bodas,
    hochzeitsplaner, eventos, event management, event company, evenementiel, personal stylist, personal
    shopper
7361: recruitment agency, employment agency, staffing agency, recruitment, recruiter, temp agency, agencia
    de empleo, cabinet de recrutement, agence d'interim, personalvermittlung, zeitarbeit, agencia de
    recrutamento, agenzia per il lavoro, uitzendbureau, staffing, headhunter, personalberatung, executive
    search
7393: security company, security services, security guards, private detective, seguridad privada, agence
    de securite, sicherheitsdienst, detective agency, security guard, beveiligingsbedrijf, vigilancia,
    armoured cars, security firm
7394 7299 6513: equipment rental, tool hire, tool rental, equipment hire, party rental, furniture rental,
    alquiler de maquinaria, location de materiel, maschinenverleih, party hire, aluguel de equipamentos,
    bouncy castle hire, marquee hire, bike hire, bike rental, bicycle rental, fahrradverleih, location de
    velos, alquiler de bicicletas, fietsverhuur, kayak rental, surfboard hire, ski rental, costume
    equipment, noleggio biciclette, av hire, event hire, plant hire, skip hire, location de materiel,
    noleggio, aluguel de bicicletas, kayak hire, scooter rental, skiverleih
7375: information services, data provider, market data
7395: photo lab, photofinishing, photo printing
7399 5712 8999: interior design, interior designer, interior design studio
7399 7392: business services, virtual assistant, virtual office, coworking, coworking space, co-working
    space, coworking space rental, mailbox service, packing service, call centre, fulfilment, fulfillment,
    trade show, espacio de coworking, espace de coworking, spazio di coworking, mailing service, office
    services, packaging service, outsourcing
7692: welding shop, welding service, soldadura, soudure
8734: testing laboratory
9399: government service
7299 0742 7298 5995: dog groomers, grooming parlour, dog grooming salon, cat grooming, toilettage canin,
    salon de toilettage, toiletteur, toiletteuse, hundefriseur, hundepflege, peluquero canino,
    toilettatura, dog wash
7299 0742: board dogs, board dogs and cats, train dogs, puppy classes, puppy training, puppy school, dog
    school, hundetrainer, education canine, educateur canin, adiestramiento canino, adiestrador, educacion
    canina, hondenschool, adestramento de caes, pet sitter, dog sitting, cat sitting, kennels, boarding
    kennels, dog day care, pet boarding, hundepension, tierpension, pension canine, pension pour chiens,
    residencia canina, guarderia canina, dierenpension, hondenopvang, horse training, hotel para mascotas,
    hundebetreuung, gassi service
8999 7392: notary public, notar, notario, notaire, voice over, voiceover artist, freelance designer and
    writer, editing, proofreader, ghostwriter, journalist, court interpreter, sign language interpreter,
    dolmetscher, traductor, traductora, traductrice, traducteur, tradutor, tradutora, traduttore,
    vertaler, geologist, land valuation, auctions, subastas, ventes aux encheres, actuary, genealogist,
    genealogy, weather consulting, cartographer
7299: tattoo artist, tattooist, tattoos, tatowierer, tatouage, tatuador, tatuagem, studio tatuaggi,
    tatuaggi, tattoo en piercing, piercing, body piercing, event organiser, party planning, organizacion
    de bodas, wedding planner y eventos, organisation de mariages, hochzeitsplanung, hochzeitsplanerin,
    veranstaltungsagentur, organizacao de eventos, cerimonialista, trouwplanner, weddingplanner, dating,
    babysitter service, genealogy service, concierge service, conciergerie, shopping concierge, tarot
    reading, palm reading, hypnotherapy stop smoking, doula, celebrant, funeral celebrant,
    hochzeitsredner, officiant, declutter, organiser, professional organiser, car valet parking
7216 7211: textile cleaning, ironing service, ironing, shirt service, curtain cleaning, wedding dress
    cleaning, wascherei, heissmangel, blanchisserie, lavanderia y tintoreria, lavandaria, waesscherei,
    stomerijen, planchado
7251 7699: shoe repairs, heel bar, shoe cobbler, schuhreparatur, schuhmacherei, reparacion de calzado,
    zapateria de arreglo, cordonnerie, calzoleria, schoenmakerij, saddle repair, sapataria rapida
7622 7699 4812: phone repairs, mobile repair, mobile repairs, cell phone repair, iphone repair, tablet
    repair, screen repair, phone and laptop repair, phone and tablet repair, handyreparaturen, smartphone
    reparatur, smartphone-reparatur, reparacion de celulares, reparation de smartphones, reparation
    smartphone, assistencia tecnica de celulares, riparazione smartphone, riparazione cellulari,
    telefoonreparatie, console repair, drone repair
7623 1711: air conditioning repair, refrigeration engineer, fridge repair, aircon servicing, aircon
    repair, kaltetechnik, frigoriste, refrigeracion, aire acondicionado reparacion, koeltechniek
7629 7699: washing machine repair, white goods repair, appliance repairs, vacuum repair, hausgerate
    reparatur, reparacion de electrodomesticos, depannage electromenager, riparazione elettrodomestici,
    conserto de eletrodomesticos, small engine repair
7631 5944: watch repairs, reparation de montres, reparation d'horlogerie, uhrenreparatur,
    reparacion de relojes, riparazione orologi, conserto de relogios,
    watch and clock repair, clock repair, clocks, clockmaker, jewellery repair,
    jewelry repair, uhrenreparatur, reparacion de relojes, orologiaio, horlogemaker
7641 5712: furniture restorer, french polishing, reupholstery, chair caning, polsterer, raumausstatter,
    tapisserie, restauracion de muebles, restauration de meubles, restauro mobili, meubelstoffeerder,
    meubelrestauratie, antique restoration
7699 5733: piano tuning, tune and restore pianos, tune pianos, klavierstimmer, accordeur de piano,
    afinador de pianos
7699: repair service, saw sharpening, tool sharpening, clock restoration, instrument maker, organ builder,
    gun repair, engine repair, boat builder and repair, boat repairs, saddle maker, camera repair, bike
    mechanic, mobile bike mechanic, taller de bicicletas, taller de reparacion de bicicletas, reparacion
    de bicicletas, atelier velo, reparation de velos, fahrradreparatur, riparazione biciclette, negozio e
    riparazione biciclette, fietsreparatie, locksmiths, locksmith services, llaves y cerraduras, key
    cutter, keys cut, restoration, sharpening, restauro, septic tank, septic tanks, fosse septique,
    vidange, drain clearing, ceramic restoration, welding repairs, wheel repair, alloy wheel repair
7276 8931: tax returns, tax filing, tax accountant, income tax, lohnsteuerhilfe, lohnsteuerhilfeverein,
    declaraciones de renta
8931 7392: bookkeeping for small firms, books for small businesses, payroll, payroll bureau, fiduciary,
    fiduciaire, treuhand, treuhandburo, wirtschaftsprufer, wirtschaftsprufung, buchhalter, buchhalterin,
    comptable, expertise comptable, experte-comptable, asesoria contable, asesoria laboral, contabilidad,
    contadora, contadores, escritorio de contabilidade, contabilista, consulente del lavoro, ragioniere,
    administratiekantoor, fiscalist, ca firm, chartered accountants, cpa, cpa firm, audit firm,
    steuerbuero
8111: lawyers, attorneys, attorney at law, attorneys at law, immigration law, family law, legal practice,
    solicitors' firm, advocate, advocates, advocates and solicitors, legal aid, mediation, mediator,
    patent attorney, trademark attorney, conveyancer, conveyancers, will writing, wills and probate,
    abogacia, despacho juridico, procurador, estudio juridico, bufete de abogados, cabinet juridique,
    huissier, huissier de justice, commissaire de justice, etude notariale, rechtsanwalte, rechtsanwaltin,
    patentanwalt, kanzlei fur, consultoria juridica, consulenza legale, studio notarile,
    gerechtsdeurwaarder, notariskantoor, juridisch advies, advogada, legal firm, legal office
7311: ad agency, advertising firm, billboard advertising, outdoor advertising, media agency, media buying,
    publicity, publicite, werbung, werbetechnik, social media manager, social media management, social
    media marketing agency, seo, ppc, lead generation, email marketing, influencer agency, agencia
    creativa, agencia de comunicacion, agencia de medios, brand agency, marketing consultancy, growth
    agency, marketing studio, publicidade, comunicacao visual, pubblicita
7333 7221 7399: drone photography, drone filming, aerial photography, product photography, product
    photographer, real estate photography, newborn photographer, family photographer, event photographer,
    pet photography, photographie, photographe de mariage, photographe mariage, hochzeitsfotografie,
    hochzeitsfotograf, hochzeitsfotografin, fotografia de bodas, fotografo de bodas, fotografia de
    casamento, fotografo di matrimoni, bruidsfotograaf, bruidsfotografie, photo booth, photo booths,
    photobooth hire, fotobox, branding photographer, school photos, portraits, animation, 3d rendering, 3d
    visualisation, motion graphics, logo designer, design agency, diseno grafico y web, illustratrice,
    illustrateur, ilustradora, ilustrador, grafikerin, grafiker, mediengestaltung, grafisch ontwerper,
    vormgeving, ux design, ui design, packaging design
2741 7338 7333: printers, printing house, printing services, printing press, offset printing, flyers,
    business cards, banners and signs, sign making, signwriting, signwriter, vehicle wraps, car wraps,
    vinyl wrapping, stickers, sticker printing, label printing, textile printing, textildruck,
    digitaldruck, buchdruck, siebdruck, beschriftungen, werbetechnik und druck, impression, impression
    numerique, serigraphie, enseigniste, impresion digital, impresion digital y carteleria, impresion,
    carteleria, serigrafia, rotulos, rotulacion, artes graficas, estampacion de camisetas, personalizados,
    estamparia, grafica rapida, impressao, stampa, stampa digitale, serigrafia e stampa, drukwerk,
    zeefdruk, 3d printing, 3d print, laser engraving, engraving, engraver, gravure, gravur, gravuren,
    grabado laser, promotional products, promotional items, werbeartikel, objets publicitaires, articulos
    promocionales, brindes, brindes personalizados, merchandising, embroidery services, bookbinder,
    bookbinding, t-shirt printer, bordados
7392 7399: business adviser, business advisor, hr consulting, recruitment consultancy, engineering
    consultancy, sustainability consultancy, energy consultancy, food safety consultancy, health and
    safety consultancy, quality management, grant writer, grant writing, leadership training, mentoring,
    coach, coaching individual, coach de vie, coach en entreprise, business coaching, mindset coach,
    career coach, consultor, consultora de negocios, consultoria empresarial, consultoria de empresas,
    conseil en gestion, conseil aux entreprises, consultante, consultant en, unternehmensberater,
    organisationsberatung, wirtschaftsberatung, energieberatung, energieberater, assessoria empresarial,
    assessoria, consulente, adviseur, organisatieadvies, procurement consultancy, strategy, expert
    witness, analyst firm, market research, marktforschung, etudes de marche, investigacion de mercados
7361: recruiting, personaldienstleister, zeitarbeitsfirma, recrutement, empresa de trabajo temporal,
    seleccion de personal, agencia de empregos, recursos humanos, werving en selectie, au pair agency,
    nanny agency, talent agency, model agency, modelagentur, labour hire, manpower agency, domestic helper
    agency
7393: private security, guarding, bodyguard, bouncers, door supervisors, event security, private
    investigator, investigations, dog handlers, alarm monitoring, sicherheitsfirma, wachdienst, bewachung,
    bewachungsgewerbe, objektschutz, veranstaltungsschutz, werkschutz, detektei, detektiv, securite
    privee, societe de securite, gardiennage, detective prive, empresa de seguridad, vigilantes, detective
    privado, seguranca privada, empresa de seguranca, vigilanza, vigilanza privata, investigazioni,
    beveiliging, recherchebureau, manned guarding, k9 security
7394: party rentals, event rental, furniture hire, bounce house rental, bouncy castles, bounce houses,
    inflatables, inflatable hire, marquees, tent rental, tent hire, table and chair hire, audio visual
    hire, sound and lighting hire, stage hire, generator hire, skips, dumpster rental, container hire,
    portable toilets, portable toilet hire, portaloo, crockery hire, wedding hire, prop hire, scaffold
    hire, scaffolding hire, camera hire, camera rental, lens rental, werkzeugverleih, baumaschinenverleih,
    baumaschinenvermietung, mietservice, hupfburgverleih, hupfburgen, zeltverleih, partyverleih,
    eventausstattung, veranstaltungstechnik, containerdienst, location de chapiteaux, location de
    mobilier, location de vaisselle, structures gonflables, alquiler de herramientas, alquiler de
    castillos hinchables, castillos hinchables, alquiler de carpas, alquiler de sillas y mesas, aluguel de
    brinquedos, aluguel de mesas e cadeiras, noleggio attrezzature, noleggio gonfiabili, tentverhuur,
    partyverhuur, springkussens, springkussenverhuur, gereedschapverhuur, av rental, forklift hire, crane
    hire, digger hire, heater hire
0763: farming, cooperativa agricola, agriculture, crops, dairy farm, cattle, livestock, poultry farm,
    poultry farming, fish farm, fish farming, aquaculture, bauernhof, landwirt, landwirtschaft,
    landwirtschaftlicher betrieb, biohof, exploitation agricole, agriculteur, agricultor, agricultura,
    granja, finca agricola, fazenda, azienda agricola, boerderij, akkerbouw, coffee farm, vegetable farm,
    egg farm, flower farm, agribusiness, ferme
7372 7379 5734: software platform, platform for, booking platform, subscription software, cloud software,
    cloud platform, b2b software, b2b saas, saas startup, saas product, software product, enterprise
    software, erp software, erp, hr software, analytics platform, data platform, data analytics, ai
    startup, ai software, ai platform, ai tools, machine learning, app company, fintech app, education
    app, fitness app, erp system, edtech platform, edtech, software as service, programmer,
    programmierung, software-entwicklung, softwareentwickler, softwarefirma, softwarehaus,
    softwareunternehmen, app-entwicklung, appentwicklung, developpeur, developpeuse, developpeur web,
    developpement logiciel, developpement informatique, edition de logiciels, logiciels, startup
    logicielle, desarrolladora, desarrollador web, desarrollo web, desarrollo de aplicaciones,
    aplicaciones moviles, programacion, programador, plataforma online, plataforma digital, plataforma
    saas, desenvolvimento web, desenvolvedor, desenvolvimento de aplicativos, aplicativo, sviluppo web,
    sviluppatore, siti web, applicazioni, webshop ontwikkeling, softwarebedrijf, websites bouwen, website
    builder service, website developer, web designers, websites for, wordpress, plugins, plugin developer,
    wordpress plugins, apps, chrome extension, api platform, cyber, game developers, vr software, computer
    programming, blockchain development, subscription app
7379 7372 7392: it consultant, it consultants, it support for, it provider, network support, it
    technician, computer support, cloud services, cloud hosting and support, data recovery, datenrettung,
    computerservice, edv-service, edv service, it dienstleistungen, edv, informaticien, depannage
    informatique, maintenance informatique, infogerance, mantenimiento informatico, reparacion
    informatica, servicios it, suporte de ti, suporte tecnico, assistencia tecnica informatica, assistenza
    informatica, assistenza tecnica, computerhulp, systeembeheer, ict, ict-dienstverlening, data entry,
    data processing, digital transformation, automation services
7379: data processing service, document scanning, scanning services
8734: testing lab, calibration laboratory, water testing, soil testing
"""
