"""Wholesale, import and making.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

WHOLESALE = """
5122 5912: pharmaceutical wholesaler, drug wholesaler, online pharmacy, pharma distributor
5094: diamond dealer, precious metal, bullion dealer, gold dealer, coin dealer wholesale, gold bullion
5045 5734: computer store, computers, computer hardware, laptops, computer shop, informatica, materiel
    informatique, it hardware
5047: medical supplies, medical equipment, dental supplies, medical device
5046: restaurant equipment, commercial equipment, shop fittings
5065: electrical parts, electrical supplies, electronic components
5072: hardware wholesaler, fasteners
5074: plumbing supplies, heating supplies, bathroom showroom
5085: industrial supplies, machinery, industrial machinery, maschinenbau, maquinaria industrial, machine
    tools, packaging supplies, industrial equipment, maquinaria
5099 5399: durable goods, import export, import and export, importer, import, exporter, wholesale,
    wholesaler, general trading, trading company, grosshandel, grossiste, mayorista, atacado, ingrosso,
    groothandel, importadora, distributor, distribution company, import-export, distribuidora
5131: textiles, textile wholesaler, haberdashery wholesale, fabric wholesaler, wholesale of fabrics,
    wholesale of fabric
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
5046 5999: catering equipment, kitchen equipment, bar equipment, vending machines, vending, gastrobedarf,
    gastronomiebedarf, hosteleria maquinaria, refrigeration equipment, shop equipment, coffee machine
    supplier
5193 5261: flower bulbs, bulb grower, bulb exporter, cut flowers, rose grower, flower export, flower
    exporter, horticultural wholesale, blumengrosshandel, blumenzwiebeln, bloembollen, plantes en gros
5131 5137 5139: cloth wholesaler, fabric wholesale, wholesale fabric, wholesale fabric shop, textile mill,
    textile exporter, textile manufacturer, textile factory, garment exporter, garments export, clothing
    wholesale, wholesale clothing, shoe wholesaler, wholesale shoes, towels manufacturer, yarn mill,
    knitwear factory, confeccion textil, confeccao
5085 5046 5099: machine shop, cnc machining, machining, precision engineering, tool making, toolmaker,
    injection moulding, plastics manufacturer, plastic moulding, rubber products, manufacturing,
    manufacturer, manufacturing company, factory, machine manufacturer, pump supplier, bearings, safety
    equipment, ppe supplier, packaging supplier, packaging company, packaging manufacturer, boxes,
    cardboard boxes, pallets, pallet supplier, glass bottles, dreherei, maschinenbau betrieb, werkzeugbau,
    metallverarbeitung, decolletage, mecanique de precision, mecanizados, torneria, usinagem, officina di
    precisione, fabriek, metaalbewerking, 3d printer manufacturer, electronics manufacturer
5047 5122: medical wholesaler, medical devices, medical device distributor, dental supplier, laboratory
    equipment, hospital supplies, ppe and masks
5065 5732: electrical wholesaler, led lighting wholesaler, electronics wholesaler, electronics
    distributor, component distributor, cable supplier
5072 5251: wholesale hardware, tool distributor, fixings
5099 5199 5399: import/export, export company, exporters, importers, importer of, export of, import of,
    trading firm, commodity trading, commodities, b2b supplier, wholesale trade, wholesale trading,
    wholesale supplier, wholesale distributor, wholesale business, distribution, distributors,
    distribuidor, distribuidores, comercio al por mayor, venta al por mayor, vente en gros, negoce,
    importation, import-export de, handelsvertretung, handelsunternehmen, handelsagentur, comercio
    atacadista, atacadista, comercio exterior, import ed export, commercio all'ingrosso, groothandelaar,
    handelsonderneming, general merchant, general merchants, merchandise wholesale, buying agent, sourcing
    agent, kunststoffgrosshandel
5169 5198: cleaning supplies, cleaning products, detergents, paint manufacturer, paint factory, adhesives,
    industrial gases, fertiliser, fertilisers, pesticides, agrochemicals, resins
5051 7692: metal fabricator, fabrication, steel fabrication, steel fabricators, welders, welding services,
    weldings, stahlbau, schweisserei, schweisser, schlosser, chaudronnerie, soudeur, soldador, calderia,
    estructuras metalicas, estruturas metalicas, solda, saldatura, constructiewerkplaats, lasbedrijf,
    lasser, aluminium fabrication, iron works, foundry, giesserei
5111 5199: paper wholesaler, paper products, tissue paper, paper bags, disposable packaging, disposables,
    food packaging, packaging and disposables
5192: book distributor, magazines, newspapers, magazine publisher, newspaper publisher, zeitschriften
5094: precious stones, gemstones, gems, diamonds wholesale, gold trading, jewellery wholesaler, watch
    wholesaler, pearls
5013 5533: auto parts wholesaler, tyre wholesaler, truck parts wholesaler, tyres wholesale
5039 5211: building material wholesaler, timber wholesaler, tile wholesaler, glass wholesaler,
    construction materials, construction material
5021 5712: furniture manufacturer, furniture factory, furniture wholesaler, school furniture, office
    chairs wholesale, mobelhersteller, fabrique de meubles, fabrica de muebles, fabrica de moveis
5044 5045: computer wholesaler, it distributor, pos systems, till systems, cash registers, copier dealer,
    printers and copiers
"""
