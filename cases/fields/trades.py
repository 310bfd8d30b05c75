"""Lines of business in several languages and the merchant category codes (ISO 18245) that fit them.

One entry a trade: the codes, best first, then the words people use for it, singular, without accents;
indented lines go on with the entry above.
"""

TRADES = """
5814 5812: coffee shop, coffee house, coffee bar, coffee roastery cafe, cafe, coffee stand, coffee cart,
    coffee truck, coffee, espresso bar, tea room, tea house, teahouse, tearoom, tea shop, bubble tea shop,
    bubble tea, boba shop, cafeteria, cafetaria, cafeteria y pasteleria, salon de the, kaffeehaus,
    kaffeebar, koffiebar, koffietent, koffiehuis, kaffeerosterei, padaria cafe, caffetteria, kissaten,
    juice bar, smoothie bar
5814 5812: food truck, food cart, taco truck, street food, takeaway, take-away, takeout, fast food, chip
    shop, fish and chip shop, fish and chips, kebab shop, burger joint, burger bar, burger van, pizza
    takeaway, sandwich shop, sandwich bar, deli counter, snack bar, snackbar, foodtruck, camion de comida,
    camion de tacos, imbiss, imbissstube, doner laden, friterie, frituur, lanchonete, hamburgueria,
    paninoteca, hot dog stand, noodle bar, poke bar, salad bar, food stall, hawker stall, mama put, buka,
    shawarma
5812 5814: restaurant, ristorante, restaurante, gaststatte, gasthaus, gasthof, wirtshaus, bistro,
    brasserie, trattoria, osteria, pizzeria, pizzaria, pizza place, pizza restaurant, steakhouse, diner,
    eatery, grill, tapas bar, bar de tapas, taverna, taperia, sushi bar, sushi restaurant, ramen shop,
    ramen bar, izakaya, curry house, gastropub, noodle shop, dhaba, tiffin service, churrascaria,
    marisqueria, asador, creperie, eetcafe, restobar, dumpling house, bbq joint, barbecue restaurant,
    supper club, canteen, meson, chippy, restaurant and bar
5813 5812: bar, pub, wine bar, cocktail bar, nightclub, night club, taproom, tap room, beer garden,
    brewpub, tavern, kneipe, weinbar, vinoteca bar, bar a vin, bodega bar, cerveceria, biergarten,
    discotheque, discoteca, boate, kroeg, bruin cafe, enoteca, speakeasy, shisha lounge, micropub
5811: caterer, catering, catering company, catering business, catering service, party service, traiteur,
    servicio de catering, private chef, meal prep
5462 5499: bakery, bakehouse, bake shop, patisserie, pastry shop, cake shop, cupcake shop, cake maker,
    cake maker, donut shop, doughnut shop, bagel shop, bageri, boulangerie, boulangerie patisserie,
    backerei, konditorei, panaderia, pasteleria, reposteria, padaria, confeitaria, panetteria,
    pasticceria, forno, bakkerij, banketbakkerij, artisan bread, wedding cake, cake, bread
5441 5499: chocolate shop, chocolatier, candy store, sweet shop, confectioner, confectionery,
    confectionery shop, chocolaterie, confiserie, bomboneria, schokoladenladen, chocolaterie,
    cioccolateria, snoepwinkel, mithai shop, chocolate
5451 5499: dairy, cheese shop, cheesemonger, fromagerie, queseria, kaseladen, latteria, kaaswinkel,
    creamery
5814 5451: ice cream shop, ice cream parlour, ice cream parlor, gelateria, gelato shop, heladeria,
    glacier, eisdiele, eiscafe, sorveteria, ijssalon, ice cream van, ice cream, gelato
5422 5499: butcher, butcher shop, butchery, meat shop, boucherie, carniceria, metzgerei, fleischerei,
    acougue, macelleria, slagerij, charcuterie, fishmonger, fish market, poissonnerie, pescaderia,
    fischhandel, peixaria, pescheria, viswinkel
5411 5499 5422: grocery store, grocery, grocer, greengrocer, supermarket, supermercado, supermarche,
    supermarkt, supermercato, minimart, mini market, epicerie, tienda de ultramarinos, abarroteria,
    lebensmittelladen, mercearia, alimentari, buurtwinkel, kirana store, provision store, fruit and veg
    shop, farm shop, fruteria, organic grocery, asian supermarket, obst und gemuseladen, groentewinkel,
    verduleria, primeur
5499 5411: convenience store, corner shop, health food shop, health food store, delicatessen, deli, spice
    shop, organic shop, bioladen, epicerie fine, tea merchant, olive oil, honey, spices, hot sauce,
    vitamins, supplements, nutrition shop, feinkost, feinkostladen, gourmet food, farm produce, aceite de
    oliva, aceite, huile d'olive, olio d'oliva, olio extravergine, azeite, olivenol, miel, honig, epices,
    gewurze, te, productos gourmet, produits du terroir, prodotti tipici, wholefood shop, zero waste shop,
    unverpacktladen, food hall, tea, loose leaf tea, specialty food, delikatessen, protein powder, nut
    butter, jam, granola, coffee bean, roasted coffee, meal kit
5499 5814: coffee roaster, coffee roastery, roastery, torrefaction, torrefacteur, tostadora de cafe,
    torrefazione, koffiebranderij, rosterei
5921 5813: liquor store, getrankemarkt, getrankehandel, beverage store, drinks shop, wine shop, bottle
    shop, off-licence, off licence, off-license, wine merchant, vinoteca, cave a vin, caviste,
    weinhandlung, weinladen, weinhandel, adega, enoteca vini, slijterij, bodega, licoreria, craft beer
    shop, distillery, brewery, craft brewery, microbrewery, winery, vineyard, brauerei, weingut,
    cerveceria artesanal, brasserie artisanale, domaine viticole, birrificio, cervejaria, brouwerij, gin
    distillery, cider maker, cidery, wine, craft beer, gin, bodega de vino
5993 5999: tobacconist, tobacco shop, smoke shop, cigar shop, vape shop, vape store, e-cigarette shop,
    bureau de tabac, estanco, tabakladen, tabaccheria, tabacaria, sigarenwinkel, vaping, head shop, vapes,
    e-cigarettes, cigar lounge
5999 5993 5499 5912: cbd store, cbd shop, hemp store, hemp shop, cannabis dispensary, dispensary, cbd, cbd
    oil, hanfladen, cbd oils, cannabis, hemp product
5912 5122: pharmacy, drugstore, chemist, independent pharmacy, pharmacie, farmacia, apotheke, apotheek,
    parapharmacie, parafarmacia, drogerie, drogisterij, dispensing chemist, chemist shop
5122 5912: pharmaceutical wholesaler, drug wholesaler, online pharmacy, pharma distributor
5944 5094: jewellery store, jewelry store, jeweller, jeweler, jewellery shop, jewelry shop, jewellery,
    jewelry, goldsmith, silversmith, watch shop, watchmaker, watches, bijouterie, joyeria, relojeria,
    juwelier, goldschmiede, goldschmied, schmuckladen, joalharia, joalheria, gioielleria, orafo, jewellery
    studio, handmade jewellery, horlogerie, engagement ring, diamond, uhrmacher, juwelierszaak
5094: diamond dealer, precious metal, bullion dealer, gold dealer, coin dealer wholesale, gold bullion
5941 5999 5099: firearms dealer, gun shop, gun store, gun dealer, gunsmith, ammunition, firearm, firearms,
    armeria, armurerie, waffengeschaft, archery shop
5941 5655 5699: surf shop, skate shop, ski shop, sporting goods store, sports shop, sport shop, sporting
    goods, outdoor shop, outdoor store, fishing tackle shop, tackle shop, golf shop, dive shop, climbing
    shop, running shop, sports equipment, sportgeschaft, magasin de sport, tienda de deportes, negozio di
    sport, sportwinkel, loja de esporte, surfboard, kayak, camping gear, fishing gear, tennis shop, hiking
    gear, outdoor gear, gear shop, outdoor gear shop, sports gear, outdoor clothing, outfitter, bait and
    tackle, hunting gear, tienda de surf, yoga mat, snowboard shop, camping store, outdoor equipment
5940 7699: bike shop, bicycle shop, bicycle store, cycle shop, bicycle, bicycles, bikes, e-bike shop,
    e-bike, fahrradladen, fahrradgeschaft, magasin de velo, velociste, tienda de bicicletas, negozio di
    biciclette, fietsenwinkel, fietsenmaker, bicicletaria, loja de bicicletas, bike store, bike workshop,
    fahrradwerkstatt, fahrrader, bicicletas, velos, bike
7699 7622 5940: bike repair, bicycle repair, shoe repair, cobbler, watch repair, repair shop, locksmith,
    key cutting, cerrajero, cerrajeria, serrurier, schlusseldienst, slotenmaker, chaveiro, fabbro,
    schuster, schuhmacher, cordonnier, zapatero, sapateiro, calzolaio, schoenmaker, furniture repair,
    instrument repair, piano tuner, knife sharpening, phone repair, phone repair shop, mobile phone
    repair, handyreparatur, reparation de telephone, reparacion de moviles, appliance repair, tool repair,
    sewing machine repair, boat repair, repair cafe, guitar repair
7622 7699 7629: tv repair, electronics repair, radio repair
7379 7622: computer repair, pc repair, computer repair shop, it repair, laptop repair, computer
    maintenance, reparacion de ordenadores
5697 5699 5691 5621: tailor, tailoring, tailoring shop, seamstress, dressmaker, dressmaking, alterations,
    couture, bespoke tailor, schneiderei, anderungsschneiderei, sastreria, modista, atelier de couture,
    couturiere, sartoria, kleermaker, alfaiataria, tailor shop, costurera, bespoke suit
5621 5651 5699: boutique, women's clothing, womens clothing, ladies fashion, fashion boutique, dress shop,
    bridal shop, bridal boutique, ladies wear, womenswear, modeboutique, damenmode, boutique de mode,
    boutique de moda, moda femenina, pret-a-porter, loja de roupas femininas, abbigliamento donna,
    damesmode, wedding dress, brautmode, saree shop, saris, sarees, lingerie shop, lingerie, maternity
    wear, sari shop
5611 5651: men's clothing, menswear, mens clothing, suit hire, herrenmode, herenmode, gentlemen's
    outfitter
5641 5651: children's clothing, kids clothing, baby clothes, childrenswear, baby shop, kinderkleidung,
    kindermode, ropa infantil, vetements pour enfants, kinderkleding, babywear, children's wear, roupa
    infantil
5651 5691 5699 5311: clothing store, clothes shop, clothing shop, clothing, apparel, fashion store,
    fashion brand, fashion, fashion label, clothing brand, streetwear, streetwear brand, t-shirts, tienda
    de ropa, magasin de vetements, bekleidungsgeschaft, modegeschaft, kleidung, loja de roupas, negozio di
    abbigliamento, kledingwinkel, knitwear, activewear, sportswear, sustainable fashion, mode, moda, ropa,
    roupas, abbigliamento, clothing line, clothes, ropa deportiva, handloom
5661 5699: shoe shop, shoe store, shoes, footwear, sneaker store, sneakers, zapateria, magasin de
    chaussures, schuhgeschaft, schuhladen, sapataria, negozio di scarpe, schoenenwinkel, zapatos, boots,
    sneaker shop
5948 5699: leather goods, handbags, luggage, leather workshop, bags, maroquinerie, marroquineria,
    lederwaren, pelletteria, handbag, bolsos, bolsas, bolsas de cortica, sacs, taschen, borse, tassen,
    leather bag
5699 5947: accessories, hat shop, hats, milliner, socks, sunglasses, uniforms, workwear, costume shop,
    umbrella
5931 5932 5699: second hand shop, second-hand shop, thrift store, thrift shop, charity shop, consignment
    store, vintage shop, vintage store, used goods, secondhandladen, friperie, tienda de segunda mano,
    kringloopwinkel, brecho, usato, vintage clothing, vintage clothing shop, pre-loved, second hand
    clothing
5932 5931 5971: antique shop, antiques, antique store, antiques dealer, antiquitaten, antiquaire,
    anticuario, antiquario, antiek, antique dealer, brocante
5971 5999: art gallery, art dealer, gallery, galerie, galerie d'art, galeria de arte, kunstgalerie,
    galleria d'arte, art prints, paintings, artworks, artwork
5942 5192: bookshop, bookstore, book shop, book store, bookseller, libreria, librairie, buchhandlung,
    buchladen, livraria, boekhandel, boekwinkel, comic shop, comic book store, comic store, books,
    second-hand books, used books, antiquariat, bouquiniste
5943 5111: stationery, stationery shop, office supplies, papeterie, papeleria, schreibwaren, papelaria,
    cartoleria, kantoorartikelen, stationer, greeting cards
5994: newsagent, news stand, newsstand, kiosk, kiosko, kiosque, edicola, zeitungsladen
5945 5999: toy shop, toy store, toys, game store, board game shop, hobby shop, board games, model shop,
    jugueteria, magasin de jouets, spielwarenladen, spielzeug, spielwaren, loja de brinquedos, negozio di
    giocattoli, speelgoedwinkel, puzzles, trading cards, wooden toys, juguetes, jouets, brinquedos, games
    shop, wooden toy, board game cafe
5970 5999: craft shop, art supplies, art supply store, craft supplies, crafts, kunstlerbedarf,
    handicrafts, artesania, artisanat, artesanato, handmade crafts, pottery supplies, ceramics, pottery,
    pottery studio, ceramic studio, keramik, topferei, ceramica, ceramique, poterie, olaria, keramiek,
    candle, candles, candle maker, soap maker, handmade soap, soaps, kerzen, bougies, velas, candle shop,
    handicraft
5949 5131: fabric shop, fabric store, haberdashery, yarn shop, yarn store, wool shop, knitting shop,
    sewing shop, mercerie, merceria, stoffladen, wollladen, telas, tissus, tessuti, stoffenwinkel, yarn,
    fabrics, wolle, textile
5946 7333: camera shop, camera store, cameras, photo equipment
5947 5999: gift shop, souvenir shop, gifts, souvenirs, card shop, gift store, tienda de regalos, boutique
    de cadeaux, geschenkeladen, geschenkladen, loja de presentes, negozio di souvenir, cadeauwinkel,
    novelty, gift boxes, hampers, gift basket, gift hamper, souvenirladen, gift box
5992 5193: florist, flower shop, flowers, floral studio, floristry, fleuriste, floristeria, blumenladen,
    florista, fiorista, fioraio, bloemenwinkel, bloemist, bloemenzaak, floreria, blumen, floricultura,
    florist shop, floral design
5261 5193: garden centre, garden center, plant nursery, nursery and garden, plant shop, plants,
    houseplants, seeds, jardineria tienda, jardinerie, gartencenter, gartnerei, vivero, tuincentrum,
    vivaio, pepiniere, pflanzen, lawn and garden, house plants, succulents
0780: landscaping, landscaper, landscape gardener, landscape gardening, gardener, gardening, gardening
    service, lawn care, tree surgeon, arborist, jardinero, jardineria, paisajista, paysagiste, jardinier,
    gartenbau, gartner, galabau, jardineiro, paisagismo, giardiniere, hovenier, tree service, garden
    design, garden maintenance, jardinagem, lawn mowing
0742: vet, veterinary clinic, veterinarian, vet clinic, veterinary practice, veterinary surgery,
    veterinary, clinica veterinaria, veterinaire, clinique veterinaire, tierarztpraxis, tierarzt,
    dierenarts, veterinario, animal hospital, vet practice, cabinet veterinaire
0763: agricultural cooperative, farm cooperative, farming cooperative, farmers cooperative
5995 0742: pet shop, pet store, pet supplies, pet food, aquarium shop, tienda de mascotas, animalerie,
    tierhandlung, zoofachhandel, pet shop loja, negozio di animali, dierenwinkel, dog treats, dog food,
    cat food, tiernahrung, aquatics, mascotas, tierbedarf
7299 5995 0742: dog grooming, pet grooming, dog groomer, pet groomer, dog walking, dog walker, pet
    sitting, hundesalon, toilettage, peluqueria canina, banho e tosa, toelettatura, hondentrimsalon,
    trimsalon, dog daycare, doggy daycare, kennel, boarding kennel, dog boarding, dog training, dog
    trainer, hundeschule, cattery, mobile dog grooming
8398 8699: animal charity, animal shelter, animal rescue, charity, charitable organisation, nonprofit,
    non-profit, non profit, not for profit, community choir, choir, not-for-profit, foundation, ngo, food
    bank, ong, association caritative, fundacion, wohltatigkeitsverein, gemeinnutziger verein, tierheim,
    tierschutzverein, refuge animalier, protectora de animales, instituicao de caridade, associazione
    benefica, onlus, goed doel, stichting, community organisation, youth charity, homeless shelter,
    registered charity, charitable trust, social services, donkey sanctuary, animal sanctuary,
    beneficence, hospice charity, cat shelter, dog shelter, dog rescue, cat rescue, community food bank
8661: church, mosque, temple, synagogue, iglesia, eglise, kirche, igreja, chiesa, kerk, parish, gurdwara,
    religious organisation, ministry, congregation
8641 8699: club, civic association, social club, youth club, community centre, sports association, alumni
    association, verein, asociacion cultural, association culturelle, rotary, neighborhood association,
    community center
8699: membership organisation, association, trade association, professional association
8699: business association, chamber of commerce
8651: political party, political organisation
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
1740: mason, masonry, bricklayer, tiler, tiling, plasterer, stonework, insulation, stonemason, drywall,
    fliesenleger, carreleur, maurer, macon, maconnerie, pedreiro, muratore, metselaar, tegelzetter,
    stucadoor, albanil, plastering, stukadoor
1750: carpenter, carpentry, joiner, joinery, cabinet maker, cabinetmaker, carpinteria, carpintero,
    menuiserie, menuisier, tischlerei, schreinerei, tischler, schreiner, marcenaria, carpintaria,
    falegnameria, falegname, timmerman, timmerbedrijf, schreinerbetrieb, ebeniste, woodworking, bespoke
    joinery, fitted kitchens, kitchen fitter
1761: roofer, roofing, roofing contractor, roofing company, dachdecker, couvreur, tejados, telhados,
    dakdekker, sheet metal, siding, dachdeckerei, lattoneria
1771: concrete contractor, concrete, paving, driveways
1799 1520: painter and decorator, painting and decorating, decorator, house painter, house painting,
    painter, painting contractor, maler, malerbetrieb, malermeister, pintor, peintre en batiment,
    imbianchino, schilder, schildersbedrijf, fencing contractor, fencing, demolition, swimming pool
    builder, pool builder, scaffolding, glazier, glazing, window fitting, flooring contractor, scaffolding
    company, vitrier, glaserei, flooring installer, groundworks, scaffolder, contractor
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
5251 5200 5211: hardware store, hardware shop, diy store, ironmonger, ferreteria, quincaillerie,
    eisenwarenhandel, baumarkt, ferragens, ferramenta, doe-het-zelf, ijzerhandel, tools, tool shop, power
    tools, ferreteria industrial, hardware
5211 5039: building supplies, building materials, lumber yard, timber merchant, timber, builders merchant,
    baustoffhandel, materiaux de construction, materiales de construccion, material de construcao,
    bouwmaterialen, lumber
5231 5198: paint shop, paint store, wallpaper, paint, glass shop
5712 5719 5021: furniture store, furniture shop, furniture, furniture maker, mobel, mobelhaus,
    mobelgeschaft, meubles, magasin de meubles, muebles, muebleria, tienda de muebles, moveis, loja de
    moveis, mobili, arredamento, meubelzaak, meubelwinkel, mattress store, mattresses, beds, sofa, custom
    furniture, handmade furniture, sofas, bed shop, meubelmaker, upholstered furniture, bespoke furniture
7641 5712: upholsterer, upholstery, furniture restoration, tapicero, tapiceria, tapissier, polsterei,
    tappezziere, stoffeerder, estofador
5713 5719: carpet shop, flooring shop, flooring store, flooring, rugs, carpets, teppiche, alfombras,
    tapis, rug shop, tappeti, rug, carpet, parkett
5714 5719: curtains, blinds, drapery, window blinds, cortinas, vorhange, rideaux, gordijnen
5719 5999 5964 5399: kitchenware, kitchenware shop, homeware, homewares, home decor, home goods,
    housewares, cookware, tableware, home furnishings, lighting shop, lamps, lighting, decoracion,
    decoration, decoracion del hogar, haushaltswaren, wohnaccessoires, articles de maison, arts de la
    table, articoli per la casa, woonwinkel, woonaccessoires, utilidades domesticas, interior decor,
    kitchen knives, home accessories, menaje, mugs, lifestyle store, linens, bedding, crockery,
    kuchenutensilien, kookwinkel, bed linen
5722 5732: appliance store, household appliances, appliances, home appliances, electrodomesticos,
    electromenager, haushaltsgerate, eletrodomesticos, elettrodomestici, witgoed, white goods
5732 5734 4812: electronics store, electronics shop, electronics, consumer electronics, electronica,
    electronique, elektronik, elektronikladen, eletronicos, elettronica, elektronica, hi-fi shop, audio
    equipment, gadgets, headphones, drones, elektronikgeschaft, tech gadgets
4812 5732: phone shop, mobile phone shop, phone store, mobile phones, cell phone store, phone accessories,
    mobile accessories, handyladen, telefonia, tienda de moviles, boutique de telephonie, loja de
    celulares, telefoonwinkel, cellphone accessories, smartphones, gsm shop
5045 5734: computer store, computers, computer hardware, laptops, computer shop, informatica, materiel
    informatique, it hardware
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
4816 7372: web hosting, hosting, hosting provider, vpn, data hosting, internet service provider, online
    forum, server hosting, isp, domain registration
4814: telecom, telecommunications, telephone service, voip, calling cards
4899: cable tv, satellite tv, streaming service
5815 5818: e-books, ebooks, digital music, movies download, online video, digital media, podcast, online
    magazine, stock photos
5816 7994: video games, mobile games, online games, game developer, indie game studio, mobile game
5817 5818 7372: mobile apps, app store
5818 5815: digital downloads, digital goods, templates, digital products, digital planner, printables,
    digital template
8299 5815 5818: online courses, online cooking courses, cooking courses, language school, language
    courses, music school, online course, e-learning, tutoring, tutor, tuition centre, tutoring centre,
    tuition center, driving school, cooking school, art classes, art school, music lessons, piano lessons,
    language lessons, coding bootcamp, dance school, training, training provider, academia de idiomas,
    escuela de idiomas, autoescuela, auto-ecole, ecole de langues, ecole de musique, cours en ligne,
    soutien scolaire, fahrschule, sprachschule, musikschule, nachhilfe, escola de idiomas, autoescola,
    cursos online, cursos, scuola guida, scuola di lingue, taalschool, rijschool, muziekschool, clases
    particulares, education, courses, workshops, cooking classes, pottery classes, sewing classes, first
    aid training, coaching classes, coaching centre, flying school, surf school, ski school, escuela de
    surf, skischule, skischool, driving lessons, online kurse, formation, organisme de formation,
    e-learning platform, exam prep, driving instructor, guitar lessons, escuela de musica
8211: school, primary school, private school, secondary school, colegio, ecole, schule, escola, scuola
8220: university, college, universidad, universite, hochschule
8241: correspondence school, distance learning
8244: business school, secretarial school
8249: vocational school, trade school, technical school
8351: nursery school, childcare, child care, daycare, day care, kindergarten, creche, preschool,
    guarderia, escuela infantil, kita, kindertagesstatte, creche parentale, asilo nido, kinderdagverblijf,
    kinderopvang, after school club, jardim de infancia, babysitting, nursery for children, micro-creche,
    day nursery, montessori nursery, childminder
7911: dance studio, dance hall, dance classes, academia de baile, tanzschule, ecole de danse, escuela de
    danza, scuola di danza, dansschool, escuela de baile, ballet school, salsa school, estudio de danza
7997 7941 8299: gym, fitness studio, fitness club, yoga studio, pilates studio, crossfit box, crossfit
    gym, crossfit, fitness centre, fitness center, health club, golf club, tennis club, sports club,
    boxing gym, martial arts, martial arts school, martial arts studio, karate school, judo club, climbing
    gym, climbing wall, personal training, personal trainer, gimnasio, salle de sport, fitnessstudio,
    academia de ginastica, palestra, sportschool, yoga, pilates, club de fitness, estudio de yoga, studio
    de yoga, yogastudio, yogaschule, boulderhalle, country club, fitness coaching, spin studio, academia,
    fitnessclub, swim school, estudio de pilates, tennisclub, yoga classes, kletterhalle, rowing club,
    football club, cricket club, martial arts gym, bouldering gym, gym and fitness
7230 7298: hair salon, hairdresser, barber shop, barber, barbershop, barbers, beauty salon, nail salon,
    nail bar, salon, hair and beauty, hair and beauty salon, peluqueria, barberia, salon de belleza, salon
    de coiffure, coiffeur, coiffeuse, institut de beaute, friseur, friseursalon, frisor, kosmetikstudio,
    nagelstudio, cabeleireiro, salao de beleza, barbearia, parrucchiere, parrucchieri, barbiere,
    estetista, centro estetico, kapper, kapsalon, schoonheidssalon, beautician, lash studio, lashes, brow
    bar, hairdressing, eyelash extensions, lash bar, waxing salon, braiding salon, hair braiding, hair
    stylist, mobile hairdresser, barberia y peluqueria, beauty parlour, kosmetiksalon, manicure,
    hairdressers, peluqueria y estetica, braids
7298 7297 7230: spa, day spa, health spa, wellness centre, sauna, wellness spa, tanning salon, med spa,
    medspa, wellness, aesthetics clinic, laser hair removal, float spa, hammam, thermal spa, centro de
    estetica, tanning studio
7297 7298: massage, massage studio, massage parlour, massage therapist, massage therapy, masajes,
    massagepraxis, massagesalon, massagem, massaggi, massagepraktijk, thai massage
7296 5699: costume hire, costume rental, formal wear hire, tuxedo rental, dress hire, suit rental, dress
    rental
5977 5999: cosmetics, cosmetics shop, beauty products, perfumery, perfume shop, perfumes, skincare, skin
    care, make-up, makeup, parfumerie, perfumeria, kosmetik, perfumaria, profumeria, natural cosmetics,
    naturkosmetik, cosmeticos, cosmetiques, skincare brand, hair products, wigs, fragrance, perfume,
    organic skincare, beauty store, hair extensions, beard oil
7210 7211: laundry, laundry service, laverie, lavanderia self service, waschsalon, wasserij
7211 7210 7216: laundromat, launderette, coin laundry, self-service laundry, wasserette, laverie
    automatique
7216 7211: dry cleaner, dry cleaning, dry cleaners, tintoreria, pressing, reinigung, textilreinigung,
    lavanderia, stomerij, tinturaria, lavasecco
7217 7349: carpet cleaning, upholstery cleaning
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
    copywriting, copywriter, notary, auctioneer, auction house, appraiser, interior design, interior
    designer, interior design studio, interiorismo, architecte d'interieur, innenarchitektur, design de
    interiores, interieurontwerp, proofreading, interior decorator, ubersetzungen, auktionshaus,
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
8011 8099: doctor, physician, medical practice, gp practice, medical clinic, family doctor, dermatologist,
    dermatology, dermatology clinic, cardiology, pediatrics, orthopedics, arztpraxis, cabinet medical,
    consultorio medico, medico, clinica medica, studio medico, huisarts, huisartsenpraktijk,
    paediatrician, pediatrician, gp surgery, hausarztpraxis, pediatric clinic, psychiatrist, family
    practice
8021: dentist, dental clinic, dental practice, dental surgery, orthodontist, dental, dentista, clinica
    dental, dentiste, cabinet dentaire, zahnarztpraxis, zahnarzt, consultorio dentario, clinica dentaria,
    clinica odontologica, studio dentistico, tandarts, tandartspraktijk, dental office, dental studio,
    orthodontics, zahnarztin, orthodontic practice, odontologia
8031: osteopath, osteopathy, osteopathe, osteopathie
8041: chiropractor, chiropractic clinic, chiropractic, chiropraktiker
8042 5976: optometrist, optometry
5995: aquarium
8043 5995: optician, eyewear store, glasses shop, opticians, optica, opticien, optiker, otica, ottica,
    ottico, opticiens, eyewear, spectacles, augenoptiker, optik
8049 8099: podiatrist, chiropodist, podiatry, foot clinic, podologo, podologue, podologie, podologia,
    pedicure medical, podoloog, podiatry clinic
8099 8049 8011: physiotherapist, physiotherapy, physiotherapy clinic, physio, physical therapy, physical
    therapist, fisioterapia, clinica de fisioterapia, fisioterapeuta, kinesitherapeute, kine,
    physiotherapiepraxis, physiotherapie, fysiotherapie, fisioterapista, fysiotherapeut, acupuncture,
    acupuncturist, psychologist, psychology practice, psychotherapy, psychotherapist, therapist,
    counselling, counsellor, nutritionist, dietitian, psicologo, psychologue, psychologische praxis,
    psicologia, speech therapy, speech therapist, hearing aids, telehealth, health clinic, clinic,
    wellness clinic, midwife, logopedie, heilpraktiker, naturopath, naturheilpraxis, ergotherapie,
    occupational therapy, clinica, homeopath, counseling, praktijk voor fysiotherapie, homeopathy, mental
    health clinic, physio clinic, logopadie
8050: nursing home, care home, home care, residential care, residencia de ancianos, ehpad, pflegeheim,
    pflegedienst, casa di riposo, verpleeghuis, lar de idosos, home care agency, care agency, aged care,
    thuiszorg, domiciliary care
8062: hospital, krankenhaus, hopital, ospedale, ziekenhuis
8071: medical laboratory, medical lab, dental laboratory, dental lab, diagnostic lab, laboratorio clinico,
    diagnostic centre, laboratoire d'analyses, zahntechnik, dentallabor
5976 5047: orthopaedic shop, prosthetics, mobility aids, wheelchairs, ortopedia, sanitatshaus, mobility
    scooter, orthopedie
5047: medical supplies, medical equipment, dental supplies, medical device
7261: funeral home, funeral director, undertaker, crematorium, funeral directors, funeraria, pompes
    funebres, bestattungsinstitut, bestatter, agenzia funebre, uitvaartonderneming, uitvaartverzorger,
    funeral parlour, bestattungen
7273 7299: dating agency, dating app, dating service, dating site, matchmaking, escort service, escort
    agency
7277 7299: marriage counselling, counselling centre
7299 7278: personal services, wedding planner, event planner, event planning, wedding planning, party
    planner, eventagentur, event agency, organizacion de eventos, agence evenementielle, organizador de
    eventos, wedding planning agency, evenementenbureau, organizzazione eventi, tattoo studio, tattoo
    parlour, tattoo parlor, tattoo shop, tattoo, tattooing, piercing studio, tatuajes, estudio de
    tatuajes, salon de tatouage, tatoueur, tattoostudio, estudio de tatuagem, studio di tatuaggi,
    astrologer, fortune teller, psychic, tarot, house sitting, errand service, concierge, bodas,
    hochzeitsplaner, eventos, event management, event company, evenementiel, personal stylist, personal
    shopper
7349 7342: cleaning, cleaning company, cleaning service, cleaning services, cleaner, window cleaning,
    window cleaner, janitorial, office cleaning, house cleaning, domestic cleaning, limpieza, empresa de
    limpieza, servicio de limpieza, entreprise de nettoyage, nettoyage, reinigungsfirma, gebaudereinigung,
    limpeza, empresa de limpeza, impresa di pulizie, pulizie, schoonmaakbedrijf, maid service, commercial
    cleaning, pressure washing, end of tenancy cleaning, putzfirma, schoonmaak, cleaning business,
    domestic cleaner
7342 7349: pest control, exterminator, disinfection, control de plagas, deratisation,
    schadlingsbekampfung, controle de pragas, ongediertebestrijding, fumigation, disinfestazioni,
    dedetizacao, desinsectisation
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
7399 7392: business services, virtual assistant, virtual office, coworking, coworking space, co-working
    space, coworking space rental, mailbox service, packing service, call centre, fulfilment, fulfillment,
    trade show, espacio de coworking, espace de coworking, mailing service, office services, packaging
    service, outsourcing
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
4468: marina, boatyard, marine supplies, boat services
4511: airline, air charter, charter flights
4582: airport
4789: transportation service, cable car, horse carriage
4900: utility, electricity supplier, energy supplier, water supplier, waste management, recycling, waste
    collection, recycling company, energieversorger, junk removal, septic service, energy company
5983: fuel dealer, heating oil, coal merchant, firewood, propane, brennholz, lpg
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
5733: music shop, music store, musical instruments, guitar shop, instruments, guitars, pianos, tienda de
    musica, magasin de musique, musikgeschaft, musikhaus, loja de instrumentos, strumenti musicali,
    muziekwinkel, piano shop, violin maker, luthier, instrumentenbau, guitar store, liutaio
5735 5733: record shop, record store, vinyl records, records, disquaire, tienda de discos, plattenladen,
    schallplatten, platenzaak, vinyl, negozio di dischi, loja de discos, vinyl shop
5996 1799: swimming pool supplies, hot tubs, pools, pool supplies, pool maintenance, piscinas, piscines,
    poolbau, pool cleaning, zwembaden, pool service
5997: electric razor
5998: tent, awnings, tents
5975 8099: hearing aid, hearing aid centre, horgerate, audioprothesiste, audifonos, hearing centre,
    hoortoestellen
5937: crafts import reproductions
5950: glassware, crystal, glass studio, glassblowing
5972: coins, stamps, coin shop, stamp dealer, numismatics, coin dealer
5973: religious goods, church supplies, religious books
5978: typewriters
5300: wholesale club
5309: duty free
5310: discount store, dollar store, pound shop, euro shop
5311 5399: department store, warenhaus, grandes almacenes, grand magasin
5331: variety store, bazar, bazaar
5262 5399 5651 5999: online marketplace, marketplace, marktplatz, place de marche, e-commerce marketplace,
    mercado en linea
5964 5399 5999: mail order, mail-order, catalogue sales, dropshipping, drop shipping, versandhandel
5967 7841 7273: adult content, adult entertainment, adult website, adult content subscriptions, webcam
    site, cam site, onlyfans
5968 5964: subscription box, subscription service, subscription boxes, membership site, box subscription,
    abobox, meal subscription, box mensuelle, coffee subscription
5963: door to door sales, direct sales
5962 4722: travel club
5966: telemarketing
5999 5399: specialty shop, fireworks, fireworks shop, flags, sex shop, adult shop, sex toys, party
    supplies, party shop, balloons, trophies, medals, crystals, trophy shop, religious articles,
    e-commerce, ecommerce, online shop, online store, online retailer, online retail, web shop, webshop,
    onlineshop, onlinehandel, tienda online, tienda en linea, boutique en ligne, loja online, loja
    virtual, negozio online, onlinewinkel, magasin en ligne, trader, retail, retailer, beekeeping
    supplies, beekeeper, medical marijuana, telescopes, adult store, esoterik, magic shop, balloon shop,
    loja, shop, store, tienda, negozio, winkel, magasin, laden
5046: restaurant equipment, commercial equipment, shop fittings
5065: electrical parts, electrical supplies, electronic components
5072: hardware wholesaler, fasteners
5074: plumbing supplies, heating supplies, bathroom showroom
5085: industrial supplies, machinery, industrial machinery, maschinenbau, maquinaria industrial, machine
    tools, packaging supplies, industrial equipment, maquinaria
5099 5399: durable goods, import export, import and export, importer, import, exporter, wholesale,
    wholesaler, general trading, trading company, grosshandel, grossiste, mayorista, atacado, ingrosso,
    groothandel, importadora, distributor, distribution company, import-export, distribuidora
5131: textiles, textile wholesaler, haberdashery wholesale, fabric wholesaler
5137: uniform supplier, clothing wholesaler, garment manufacturer, garment factory, clothing manufacturer,
    uniform
5139: footwear wholesaler
5169: chemicals, chemical supplier
5192: newspaper, magazine, book wholesaler
5193: flower wholesaler, nursery stock
5199: nondurable goods, packaging
5111: paper supplier, office supplies wholesaler
5013: motor vehicle supplies
5021: office furniture, commercial furniture
5044: office equipment, photocopiers
5051: metal supplier, steel supplier, steel, metalworking, metal fabrication, schlosserei, metallbau,
    serralharia, carpenteria metallica, welding, welder, metal workshop, herreria, metallerie
7692: welding shop, welding service, soldadura, soudure
5499 5411: food wholesaler, food manufacturer, food producer, food distributor
1799: special trade contractor
8734: testing laboratory
9399: government service
"""
