"""Shops of every kind, on the street and online.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

RETAIL = """
5999 5993 5499 5912: cbd store, cbd shop, hemp store, hemp shop, cannabis dispensary, dispensary, cbd, cbd
    oil, hanfladen, cbd oils, cannabis, hemp product
5912 5122: pharmacy, drugstore, chemist, independent pharmacy, pharmacie, farmacia, apotheke, apotheek,
    parapharmacie, parafarmacia, drogerie, drogisterij, dispensing chemist, chemist shop
5944 5094: jewellery store, jewelry store, jeweller, jeweler, jewellery shop, jewelry shop, jewellery,
    jewelry, goldsmith, silversmith, watch shop, watchmaker, watches, bijouterie, joyeria, relojeria,
    juwelier, goldschmiede, goldschmied, schmuckladen, joalharia, joalheria, gioielleria, orafo, jewellery
    studio, handmade jewellery, horlogerie, engagement ring, diamond, uhrmacher, juwelierszaak
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
5995 0742: pet shop, pet store, pet supplies, pet food, aquarium shop, tienda de mascotas, animalerie,
    tierhandlung, zoofachhandel, pet shop loja, negozio di animali, dierenwinkel, dog treats, dog food,
    cat food, tiernahrung, aquatics, mascotas, tierbedarf
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
5713 5719: carpet shop, flooring shop, flooring store, flooring, rugs, carpets, teppiche, alfombras,
    tapis, rug shop, tappeti, rug, carpet, parkett
5931 5651: boutique de vetements d'occasion, vetements d'occasion, friperie, ropa de segunda mano,
    secondhand-kleidung, abbigliamento usato, roupa em segunda mao, tweedehands kleding
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
5815 5818: e-books, ebooks, digital music, movies download, online video, digital media, podcast, online
    magazine, stock photos
5816 7994: video games, mobile games, online games, game developer, indie game studio, mobile game
5817 5818 7372: mobile apps, app store
5818 5815: digital downloads, digital goods, templates, digital products, digital planner, printables,
    digital template
5977 5999: cosmetics, cosmetics shop, beauty products, perfumery, perfume shop, perfumes, skincare, skin
    care, make-up, makeup, parfumerie, perfumeria, kosmetik, perfumaria, profumeria, natural cosmetics,
    naturkosmetik, cosmeticos, cosmetiques, skincare brand, hair products, wigs, fragrance, perfume,
    organic skincare, beauty store, hair extensions, beard oil
5995: aquarium
5976 5047: orthopaedic shop, prosthetics, mobility aids, wheelchairs, ortopedia, sanitatshaus, mobility
    scooter, orthopedie
5983: fuel dealer, heating oil, coal merchant, firewood, propane, brennholz, lpg
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
5941 5655: materiel d'escalade, materiel de montagne, materiel de sport, escalade, alpinisme, bergsport,
    kletterausrustung, material de montana
5931 5999: flea market, jumble, upcycled goods, refurbished goods, second hand goods, trodel, trodelladen,
    bazar solidaire
5992 5193: flower stall, flower delivery, floral designer, wedding flowers, bouquets, blumen- und
    pflanzenladen, floristik, floristin, fleurs, artisan fleuriste, composition florale, flores, ramos de
    flores, tienda de flores, fiori, bloemen, dried flowers
5261 5193: garden machinery, lawn mowers, lawnmowers, lawn mower sales and repair, garden nursery, nursery
    plants, trees, compost, garden shop, garden store, gartenbedarf, samen, plantes, graines, plantas,
    semillas, garden furniture and plants, vivai, piante, planten, kwekerij, cacti, bonsai, tree nursery,
    christmas trees, hydroponics, hydroponic supplies, baumschule, viveiro, viveiro de plantas
5995 0742: pet accessories, aquariums, tropical fish, reptiles, reptile shop, dog accessories,
    zoohandlung, tierfutter, croquettes, comida para mascotas, petshop, pet shop online, hondenvoer, horse
    feed, animal feed, pet boutique, dog collars
5942 5192: children's books, secondhand books, used bookshop, religious bookshop, comics, manga, manga
    shop, graphic novels, buchhandel, bucher, kinderbucher, livres, libros, libros de segunda mano, libri,
    livros, boeken, sebo, textbooks, antiquarian books, zines
5943 5111: notebooks, planners, paper goods, stationery online, gift cards, cards and stationery, art
    supplies and stationery, schreibwarenladen, papeterie en ligne, material de oficina, material escolar,
    papeleria y libreria, briefpapier, pens, fountain pens, journals, washi tape, school supplies, wedding
    stationery, wedding invitations
5947 5999: gift baskets, gift hampers, souvenir stall, souvenirwinkel, gift boutique, novelties,
    personalised gifts, personalized gifts, geschenke, geschenkartikel, cadeaux, regalos, articulos de
    regalo, presentes, regali, articoli da regalo, cadeaus, cards and gifts, christmas shop, christmas
    decorations, scented candles, soy candles, velas aromaticas, candele, incense, dream catchers, pop
    culture merchandise, merch, merchandise, band merch, fan merchandise, geschenkeshop
5945 5999: lego, miniatures, wargames, tabletop games, warhammer, model trains, model railway, model kits,
    model cars, hobby store, craft kits, slot cars, rc cars, rc models, drones and models, plush toys,
    dolls, teddy bears, kites, pokemon cards, collectible cards, collectibles, action figures, figurines,
    jigsaw puzzles, escape games boxed, educational toys, modellbau, modelleisenbahn, brettspiele, jeux de
    societe, juegos de mesa, jogos de tabuleiro, giochi, spellen, game shop, trading card games,
    sammelkarten, toy cars
5949 5131: fabric, wool, knitting, knitting wool, quilting, quilt shop, sewing supplies, sewing machines,
    sewing, needlework, stoffe, handarbeit, nahbedarf, laine, laines, lanas, tecidos, armarinho, filati,
    stoffen, embroidery supplies, buttons, ribbons, crochet, crochet patterns
5970 5999: artist supplies, ceramics studio, potter, porcelain, keramikwerkstatt, potier, pottenbakkerij,
    ceramista, artesanias, artigianato, kunsthandwerk, macrame, resin art, calligraphy supplies, beads,
    bead shop, paintings and prints, handmade ceramics, picture framing, picture framer, framing, framer,
    encadreur, enmarcacion, bilderrahmen, lijsten, handmade soap and crafts, woodcraft, wood carving,
    wooden crafts, woodturning, marquetry
5977 5999: soap, bath bombs, natural soap, seifen, seife, savon, savons, savonnerie, jabones, jabon
    artesanal, sapone, saponi, zeep, sabonetes, beauty supplies, hair care, haircare, essential oils,
    aromatherapy, nail polish, cosmetic products, natural skincare, beauty brand, cosmetica natural,
    cosmetica, perfumeria y cosmetica, parfum, parfums, parfumerie en ligne, shea butter, lipstick, wig
    shop, hair pieces
5944 5094: wedding rings, gold jewellery, silver jewellery, watch dealer, jewelry designer, jewellery
    designer, jewellery maker, jewelry maker, beaded jewellery, costume jewellery, bijoux, bijoux
    artisanaux, schmuck, schmuckdesign, uhren, uhren und schmuck, joyas, joyeria artesanal, bisuteria,
    gioielli, sieraden, joias, semijoias, trauringe, bijoutier, joalheiro, horloger, horlogerie
    bijouterie, relojero
5621 5651 5699 5691: dresses, bridal wear, bridal gowns, bridal, bridalwear, wedding dresses, wedding
    gowns, prom dresses, vestidos de novia, vestidos, vestidos de quinceanera, vestidos de fiesta, robes
    de mariee, robes, brautkleider, brautmoden, abiti da sposa, trouwjurken, bruidsmode, vestidos de
    noiva, abendmode, evening wear, women's fashion, abayas, hijabs, modest fashion, saris and kurtis,
    kurtis, lehengas, ethnic wear, ladies clothing, swimwear, bikinis, underwear, maternity clothes,
    lenceria, dessous, wasche, lingerie boutique, corsetry
5611 5651: men's fashion, mens fashion, menswear shop, ropa de hombre, moda masculina, vetements pour
    hommes, herrenbekleidung, abbigliamento uomo, gents wear
5641 5651: children's fashion, kids wear, kidswear, baby goods, baby products, prams, pushchairs,
    strollers, school uniforms, uniformes escolares, puericulture, babyausstattung, puericultura, enxoval,
    articulos de bebe, babywinkel
5651 5691 5699: t shirts, tees, hoodies, jeans, denim, outerwear, jumpers, knitwear brand, print on demand
    clothing, ethical clothing, ethical fashion, organic clothing, surfwear, skatewear, vetements, mode
    ethique, kleider, bekleidung, modeladen, tienda de moda, ropa y complementos, ropa y accesorios,
    camisetas, roupa, vestuario, moda sostenible, moda sustentavel, vestiti, kleding, kledingmerk,
    kledingzaak, garments, readymade garments, ready-made garments, handlooms, textiles and garments,
    african prints, ankara fashion, ankara, cosplay, western wear, fashion accessories, clothing boutique,
    clothing retailer, online clothing, fashion designer, fashion house
5661 5699: trainers, sandals, heels, handmade shoes, espadrilles, calzado, calzados, alpargatas, schuhe,
    chaussures, calcados, scarpe, schoenen, flip flops, cowboy boots, orthopaedic shoes, shoe boutique,
    shoe retailer
5948 5699 5947: saddles and bridles, saddlery, saddler, leather, leatherwork, leather craft, wallets,
    belts, purses, backpacks, suitcases, cuir, maroquinier, leder, ledertaschen, sattlerei, sattler,
    cuero, guarnicionero, guarnicioneria, marroquinero, couro, borse in pelle, tassen en koffers,
    sellerie, sellier, selleria
5941 5940 5655: ski equipment, skis, snowboards, skateboards, skateboard shop, kayaks, paddle boards,
    paddleboards, sup boards, wetsuits, tents and camping, climbing gear, golf clubs, golf equipment,
    tackle, bait, fishing rods, football shirts, sports apparel and equipment, gym equipment, fitness
    equipment, martial arts equipment, archery, billiard tables, scuba gear, dive equipment, horse riding
    gear, equestrian supplies, tack shop, reitsport, reitsportgeschaft, sportartikel, sportladen,
    angelladen, angelbedarf, articles de sport, articulos deportivos, artigos esportivos, articoli
    sportivi, sportartikelen, material deportivo, boxing gear, bowls equipment, running shoes, cricket
    gear, army surplus, military surplus, knives, hunting shop, jagdbedarf, airsoft, airguns, magasin de
    peche, peche
5940 7699: bicycle dealer, bicycles and e-bikes, bike sales, cycles, e bikes, ebikes, cargo bikes,
    fahrrad, radladen, radshop, velo, velos electriques, vente de velos, bicis, tienda de bicis, fietsen,
    elektrische fietsen, biciclette, bici, lastenrader, tandem bikes, scooters electriques
5732 5734 4812 5999: phone cases, phone cases and gadgets, gadgets and phone cases, gaming pcs, gaming
    consoles, consoles, refurbished phones, refurbished laptops, tv and audio, televisions, camera
    equipment, hi-fi, hifi, speakers, smart home devices, smart home, led lights, cctv cameras, electronic
    gadgets, tech accessories, electronique grand public, unterhaltungselektronik, aparatos electronicos,
    electronica de consumo, batteries
5734 5045 5732: computer accessories, computer parts, pc parts, laptop sales, gaming computers, custom
    pcs, printers and ink, ink cartridges, toner, ordenadores, ordinateurs, computerladen, pc laden,
    componentes informaticos
5712 5719 5021: wood furniture, wooden furniture, kitchens, kitchen showroom, bedroom furniture, office
    chairs, rattan furniture, garden furniture, mobilier, ebenisterie, ebanista, ebanisteria, muebles a
    medida, mobel nach mass, kuchenstudio, einbaukuchen, cuisiniste, cuisines, cucine, mobilia, moveis
    planejados, marceneiro, meubelen, keukens, keukenzaak, falegnameria mobili, cabinetry, cabinet making,
    bespoke furniture maker, reclaimed wood furniture, mattress, colchones, colchoneria, matratzen,
    literie, materassi, bedding store, teak furniture, upcycled furniture
5714 5719: curtain maker, curtains and blinds, blinds and shutters, shutters, soft furnishings, awnings
    and blinds, stores et rideaux, persianas, persianas y toldos, toldos, jalousien, sonnenschutz,
    rolladen, rollladen, zonwering, raamdecoratie
5719 5999: home furnishing, interiors shop, cushions, throws, wall art, picture frames, kitchen gadgets,
    pots and pans, vases, japanese ceramics, tableware and ceramics, home fragrance, deco, deko,
    dekoration, dekoladen, wohndeko, decoration interieure, decoracion de interiores tienda, hogar y
    decoracion, articulos para el hogar, menaje del hogar, casalinghi, oggettistica, huishoudelijke
    artikelen, utensilios de cocina, linge de maison, household goods, homewares shop, lampen, leuchten,
    luminaires, lamparas, iluminacion, illuminazione, verlichting
5722 5732: fridges, washing machines, ovens, vacuum cleaners, sewing machine shop, kitchen appliances, air
    fryers, refurbished appliances, coffee machines, kaffeemaschinen, espresso machines, electrodomesticos
    y cocinas
5251 5200: ironmongery, ironmongers, diy shop, diy, home improvement store, eisenwaren, werkzeuge,
    werkzeughandel, bricolage, magasin de bricolage, herramientas, bricolaje, utensili, gereedschap, loja
    de ferragens, ferragem, locks and keys, nuts and bolts, keys and locks, sanitaryware
5211 5200: building supply, bricks, cement, roof tiles, tiles, tile shop, tile showroom, fliesen,
    fliesenhandel, carrelages, azulejos, piastrelle, tegels, tegelhandel, timber yard, wood merchant,
    holzhandel, windows and doors, door shop, fencing supplies, fencing panels, insulation materials,
    aggregates, sand and gravel, plywood, parquet flooring supplies, kitchen worktops, granite worktops,
    stone supplier, naturstein, marmol, marmoristeria, menuiserie pvc, pavers, roofing supplies
5231 5198: paints, decorating supplies, wallpapers, glazier supplies, verre, vidrio, vidros, farben,
    farben und lacke, peintures, pinturas, tienda de pinturas, tintas, colori, verf, verfwinkel, spray
    paint, droguerie peinture
5733 5999: guitar, violins, drums, drum shop, piano, piano dealer, pianohaus, keyboards, brass
    instruments, instruments de musique, instrumentos musicales, guitarras, sheet music, musikinstrumente,
    flutes, bagpipes, accordions
5735 5733: cds, cds and vinyl, music records, discos, vinilos, disques, vinyles, schallplattenladen,
    grammofoonplaten
5975 8099: hearing aid acoustician, horakustik, horakustiker, horgerateakustik, audioprothese,
    gehoorapparaten
5976 5047: orthotics, orthopaedic supplies, mobility scooters, orthopadietechnik, materiel medical,
    ortopedia tecnica, productos ortopedicos, articoli sanitari, hulpmiddelen, stairlifts, home medical
    equipment, breathing aids, incontinence products
5973 5999: religious goods shop, candles and icons, rosaries, islamic clothing and books, judaica, hindu
    religious items, pooja items, devotionalien, articulos religiosos
5996 1799: hot tub dealer, pool shop, swimming pools, swimming pool maintenance, construccion de piscinas,
    mantenimiento de piscinas, piscines et spas, pisciniste, schwimmbadbau, spas and hot tubs, saunas and
    pools, zwembadbouw
5999: flags and banners, garden gnomes, mobility shop, crystal shop, crystals and tarot, witchcraft
    supplies, tombstones, headstones, memorials, monumental mason, steinmetz grabsteine, grabmale,
    marbrerie funeraire, lapidas, urns, trophies and awards, party balloons, balloon decoration, balloon
    artist, art fair, adult toys, erotic shop, sexshop, erotik, fireworks retailer, pyrotechnik,
    feuerwerk, feux d'artifice, pirotecnia, telescope shop, map shop, maps, magic tricks, e-scooters and
    accessories, pet urns, stamps and coins, solar lamps, sunglasses stall, novelty shop, lifestyle shop,
    lifestyle products, kitchenware and gifts, umbrellas, online retail shop, online boutique, webwinkel,
    boutique en ligne de, tienda virtual, shopify store, ecommerce brand, e-commerce brand, ecommerce
    store, e-commerce store
5261 7699 5251: chainsaws, mowers, lawn mower repair, gartengerate, motoculture
5983: gas bottles, firewood logs, logs and kindling, wood pellets, pellets, pelets, lena, bois de
    chauffage, combustibles, carburantes, gas delivery, coal, kohlenhandel, heizol, brandhout, legna,
    diesel delivery, lpg gas distributor
5968: subscription coffee, monthly box, monthly boxes, subscription club, paid newsletter, newsletter
    subscriptions, book box, wine subscription, snack box, beauty box, vegetable box subscription
5818 5816: digital files, sewing patterns, svg files, presets, lightroom presets, sample packs, game
    items, game keys, skins, in-game items, fonts, e-book, digital courses and ebooks, website templates,
    notion templates, software licences, software keys, steam keys, music downloads, audiobooks, digital
    art, stock footage, clipart
5815: streaming, streaming platform, podcast network, video on demand, vod, subscription videos
"""
