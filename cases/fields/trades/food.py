"""Food and drink, to eat in, take away or cook.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

FOOD = """
5814 5812: coffee shop, coffee house, coffee bar, coffee roastery cafe, cafe, coffee stand, coffee cart,
    coffee truck, coffee, espresso bar, tea room, tea house, teahouse, tearoom, bubble tea shop, bubble
    tea, boba shop, cafeteria, cafetaria, cafeteria y pasteleria, salon de the, kaffeehaus, kaffeebar,
    koffiebar, koffietent, koffiehuis, kaffeerosterei, padaria cafe, caffetteria, kissaten, juice bar,
    smoothie bar
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
5422 5499 0763: ostreiculteur, ostreiculture, huitres, oyster farm, oyster farmer, oysters, ostricoltura,
    mussel farm, fish farm, shellfish
5813 5812: pub, wine bar, sake bar, cocktail bar, nightclub, night club, taproom, tap room, beer garden,
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
    gewurze, productos gourmet, produits du terroir, prodotti tipici, wholefood shop, zero waste shop,
    unverpacktladen, food hall, tea, loose leaf tea, specialty food, delikatessen, protein powder, nut
    butter, jam, granola, coffee bean, roasted coffee, meal kit
5499 5814: tea shop, coffee roaster, coffee roastery, roastery, torrefaction, torrefacteur, tostadora de
    cafe, torrefazione, koffiebranderij, rosterei
5921 5813: liquor store, getrankemarkt, getrankehandel, beverage store, drinks shop, wine shop, bottle
    shop, off-licence, off licence, off-license, wine merchant, vinoteca, cave a vin, caviste,
    weinhandlung, weinladen, weinhandel, adega, enoteca vini, slijterij, bodega, licoreria, craft beer
    shop, distillery, brewery, craft brewery, microbrewery, winery, vineyard, brauerei, weingut,
    cerveceria artesanal, brasserie artisanale, domaine viticole, birrificio, cervejaria, brouwerij, gin
    distillery, cider maker, cidery, wine, craft beer, gin, bodega de vino
5993 5999: tobacconist, tobacco shop, smoke shop, cigar shop, vape shop, vape store, e-cigarette shop,
    bureau de tabac, estanco, tabakladen, tabaccheria, tabacaria, sigarenwinkel, vaping, head shop, vapes,
    e-cigarettes, cigar lounge
5499 5411: food wholesaler, food manufacturer, food producer, food distributor
5812 5814: family restaurant, italian restaurant, indian restaurant, chinese restaurant, thai restaurant,
    mexican restaurant, seafood restaurant, vegan restaurant, carvery, biryani house, restaurant libanais,
    traiteur restaurant, speisegaststatte, landgasthof, wirtschaft, besenwirtschaft, heuriger,
    buschenschank, beisl, cantina mexicana, parrilla, chiringuito, sidreria, pulperia, fonda, comedor,
    cevicheria, restaurante italiano, ristorante pizzeria, restaurant japonais, restaurant italien, nasi
    kandar, warung, hot pot restaurant, korean bbq, brunch place, brunch cafe, bouchon, rotisserie,
    guinguette, auberge, tratoria, churrasqueria, churrasqueira, rodizio, kopitiam, family diner
5814 5812: doner, donerladen, dogner, doner kebab, kebab, kebab house, currywurst, foodtruck burger,
    burgers, burger, tacos, taco stand, taqueria, empanadas, arepas, crepes, waffles, waffle stand,
    chicken shop, fried chicken, pizza, pizza delivery, sandwiches, snacks, snack, bento, sushi takeaway,
    sushi delivery, dark kitchen, ghost kitchen, cloud kitchen, street food stall, jacket potatoes, hot
    dogs, churreria, churros, frietkraam, pommesbude, wurstchenbude, bubble tea laden, smoothies, juices,
    juice shop, milkshakes, suya, shawarma stand, food kiosk
5813 5812: public house, freehouse, free house, sports bar, karaoke bar, dive bar, gin bar, whisky bar,
    tiki bar, bar de copas, bar a cocktails, bar a vins, cave a manger, cocktailbar, bierkneipe,
    weinstube, bruine kroeg, botequim, boteco, chopperia, pub restaurant, ale house, beer hall, lounge
    bar, club night, shisha bar, hookah lounge, disco, diskothek, nachtclub, boite de nuit, shebeen
5811: wedding catering, event catering, caterers, mobile catering, catering de eventos, organisation de
    buffets, cuisine a domicile, chef a domicile, private dining, mietkoch, partyservice, corporate
    catering, outdoor catering, tiffin catering, banqueting, bbq catering, hog roast
5462 5499: baker, bakers, baked goods, bakes, cookies, cookie shop, brownies, pastries, bagels, donuts,
    doughnuts, cupcakes, celebration cakes, birthday cakes, sourdough, artisan bakery, home bakery, home
    baker, patissier, boulangerie-patisserie, boulanger, patisserie fine, backstube, biobackerei,
    zuckerbackerei, tartas, tartas personalizadas, bolleria, obrador, obrador de pan, pan artesano, horno,
    bolos, doces, paes, torte, dolci, biscottificio, gebak, taarten, koek, croissanterie, macarons,
    biscuits, pie shop, pasty shop, tortilleria
5441 5499: sweets, sweet maker, candy, candies, chocolates, handmade chocolates, fudge, nougat, pralines,
    indian sweets, mithai, lollies, toffee, bonbons, dragees, turron, schokolade, pralinen, chocolat,
    confiseur, caramelos, chuches, gominolas, cioccolato, suikerwaren, halva, baklava, namkeen, sugar
    candy, popcorn, marshmallows
5451 5499: cheese, cheeses, milk, yoghurt, dairy farm shop, fromager, queso, quesos, kase, kaserei,
    formaggi, caseificio, kaas, laticinios, dairy products, milk delivery, milkman, raw milk
5422 5499: meat, meats, meat market, meat counter, meat delivery, freezer meats, fish, seafood, fresh
    fish, fish counter, oysters, family butcher, halal butcher, halal meat, fleisch, metzger, fischladen,
    fisch, viande, poisson, boucher, carne, carnes, carnicero, pescado, mariscos, carnicas, frutos del
    mar, macellaio, pesce, vishandel, slager, poultry, charcutier, boucherie charcuterie, wildfleisch,
    wild meat, sausages, biltong, jamoneria, jamon, talho
5411 5499: general store, village shop, village store, general stores, kirana, kirana and general store,
    provisions, fruit and vegetables, fruit and veg, fruit and vegetable shop, vegetables, veg boxes, veg
    box, groceries, halal grocery, asian groceries, african groceries, polish shop, international
    supermarket, food store, food market, fruits et legumes, alimentation generale, superette, epicerie de
    quartier, dorfladen, tante emma laden, obst und gemuse, obsthandler, biomarkt, ultramarinos, colmado,
    tienda de comestibles, comestibles, abarrotes, alimentacion, fruta, frutas y verduras, fruta y
    verdura, hortifruti, quitanda, mercadinho, minimercado, ortofrutta, frutta e verdura, buurtsuper,
    groenten en fruit, toko, sari-sari store, spaza shop, spaza
5499 5411: hofladen, raw honey, eggs, eier, biogemuse, bio-gemuse, gemuse, ab hof verkauf, vente a la
    ferme, produits de la ferme, produits fermiers, cire, apiculture, apiculteur, apicultrice, imkerei,
    imker, apicultor, apicultura, bienenhonig, beeswax candles, honing, mushrooms, microgreens, organic
    vegetables, organic produce, organic food, dried fruit, nuts, spices and herbs, herbs, condiments,
    pickles, chutney, chutneys, sauces, jams, preserves, olives, olive oils, teas, kaffee, kaffeebohnen,
    cafe en grains, beans, pulses, rice, rice and beans, palm oil, seasoning, hot sauces, pasta, fresh
    pasta, ravioli, healthy snacks, protein bars, protein, nutritional supplements, sports nutrition, food
    supplements, nahrungserganzungsmittel, complements alimentaires, suplementos, integratori, baby food,
    pet food and farm feed, gourmet, delicatessen shop, feinkostgeschaft, traiteur italien, epicerie
    italienne, tienda gourmet, ecotienda, herboristeria, herbolario, reformhaus, naturkost, magasin bio,
    biowinkel, natuurwinkel, unverpackt, olivenol handel, gewurzhandel, water delivery, bottled water,
    wholefoods, matcha, kombucha, sea moss, country market, farmers market, farm stand, farmstand,
    smallholding, orchard, cheese and wine, frozen food, ready meals, meal prep delivery, meal boxes,
    jerky
5921 5813: bottle store, off licence shop, offie, spirits, whisky, whiskey, rum, vodka, mead, meadery,
    ales, cask ale, brewing company, brewing, wines, wine shop online, wine importer, natural wine, wine
    club, winegrower, wine estate, winzer, winzerin, winzerhof, weinbau, schnapsbrennerei, brennerei,
    destillerie, distillerie, vigneron, vigneronne, vignoble, vins, cave a vins, bieres, cervezas, cerveza
    artesanal, vino, vinos, vinho, vinhos, vini, cantina vinicola, azienda vinicola, birra artigianale,
    wijn, wijnhandel, wijnwinkel, biere artisanale, sake, destileria, cider, cidre, kellerei,
    weinkellerei, sekt, champagne, cantina, bodegas
5993 5999: vape, vapes and e liquids, e liquids, e-liquids, vaping products, cigars, tobacco, tabak,
    tabac, tabaco, cigarette electronique, e-zigaretten, cigarrillos electronicos, sigarette elettroniche,
    pipes and tobacco, shisha, hookah, tabacos, smokeshop, e zigaretten
5411 5499 5199: food wholesale, wholesale food, wholesale foods, food import, food importer, food imports,
    food trading, grocery wholesaler, grocery wholesale, asian groceries wholesale, rice wholesaler,
    wholesale of rice, wholesale rice, wholesale fruit, fruit wholesaler, fruit importer, fruit and
    vegetable wholesaler, vegetable wholesaler, meat wholesaler, seafood wholesaler, fish wholesaler,
    seafood exporter, coffee importer, green coffee, tea exporter, spice exporter, spice exports, food
    export, food exports, cash and carry, foodstuffs, foodstuff, food stuff, foodstuff seller, wholesale
    bakery, food processing, food manufacturing, food factory, snack manufacturer, flour mill, rice mill,
    oil mill, edible oil, grain merchant, lebensmittelgrosshandel, lebensmittelproduktion,
    agroalimentaire, grossiste alimentaire, mayorista de alimentacion, distribucion alimentaria,
    conservas, atacado de alimentos, ingrosso alimentari, horecagroothandel, versgroothandel, beverage
    distributor, beverages, beverage company, drinks distributor, drinks wholesaler, soft drinks, water
    bottling, pure water, sachet water
"""
