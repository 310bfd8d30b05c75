"""Schools, sport, associations and religion.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

LEARNING = """
8398 8699: animal charity, animal shelter, animal rescue, charity, charitable organisation, nonprofit,
    non-profit, non profit, not for profit, community choir, choir, not-for-profit, foundation, ngo, food
    bank, ong, association caritative, fundacion, wohltatigkeitsverein, gemeinnutziger verein, tierheim,
    tierschutzverein, refuge animalier, protectora de animales, instituicao de caridade, associazione
    benefica, onlus, goed doel, stichting, community organisation, youth charity, homeless shelter,
    registered charity, charitable trust, social services, donkey sanctuary, animal sanctuary,
    beneficence, hospice charity, cat shelter, dog shelter, dog rescue, cat rescue, community food bank
8661: church, mosque, synagogue, iglesia, eglise, kirche, igreja, chiesa, kerk, gurdwara, religious
    organisation, ministry, congregation
8641 8699: club, civic association, social club, youth club, community centre, sports association, alumni
    association, verein, asociacion cultural, association culturelle, rotary, neighborhood association,
    community center
8699: membership organisation, trade association, professional association
8699: business association, chamber of commerce
8651: political party, political organisation
8299 5815 5818: online courses, online cooking courses, cooking courses, language school, language
    courses, music school, online course, e-learning, tutoring, tutor, tuition centre, tutoring centre,
    tuition center, driving school, cooking school, art classes, art school, music lessons, piano lessons,
    language lessons, coding bootcamp, dance school, training, training provider, academia de idiomas,
    escuela de idiomas, autoescuela, auto-ecole, ecole de langues, ecole de musique, cours en ligne,
    soutien scolaire, fahrschule, sprachschule, musikschule, nachhilfe, escola de idiomas, autoescola,
    cursos online, cursos, scuola guida, scuola di lingue, taalschool, rijschool, muziekschool, clases
    particulares, education, courses, cooking classes, pottery classes, sewing classes, first aid
    training, coaching classes, coaching centre, flying school, surf school, ski school, escuela de surf,
    skischule, skischool, driving lessons, online kurse, formation, organisme de formation, e-learning
    platform, exam prep, driving instructor, guitar lessons, escuela de musica
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
7911: dance academy, ballet, ballet classes, zumba, salsa classes, pole dance studio, pole dancing,
    ballettschule, tanzstudio, danse, danza, escuela de danza y ballet, dance lessons, dance teacher,
    balletschool, dancing school
7997: yoga teacher, yoga instructor, yogalehrerin, yogalehrer, professeur de yoga, professeure de yoga,
    profesora de yoga, yoga school, yoga retreats, pilates classes, pilates teacher, pilatesstudio,
    reformer pilates, personal training studio, fitness coach, fitness trainer, fitness classes, bootcamp,
    boot camp, crossfit gimnasio, gimnasio de crossfit, box de crossfit, salle de crossfit, salle de
    fitness, coach sportif, coaching sportif, entrenador personal, entrenamiento personal,
    personaltrainer, kampfsportschule, kampfsport, boxing club, boxing classes, boxschule, mma gym, jiu
    jitsu, bjj academy, taekwondo, karate, aikido, judo, capoeira, fencing club, gymnastics club,
    gymnastics, turnverein, sportverein, tennis lessons, tennis coaching, tennis academy, tennishalle,
    padel, padel club, squash club, golf lessons, golfclub, golf pro, swim club, swimming club, running
    club, cycling club, ladies gym, 24 hour gym, weightlifting, strength gym, ems studio, ems-studio,
    crossfitbox, boxe, arti marziali, artes marciais, artes marciales, calisthenics, aerial yoga, barre
    studio, spinning, members club, yacht club, sailing club, shooting club membership, sportschule,
    working men's club, country club membership, bowls club, bridge club, stand up paddle club, centro
    deportivo
8299: tuition, private tuition, tutors, maths tuition, math tutoring, math and science tutoring, maths
    tutor, science tutoring, english lessons, english classes, english school, english academy, spanish
    lessons, german courses, music teacher, piano teacher, piano lessons studio, violin lessons, guitar
    teacher, singing lessons, singing teacher, drum lessons, vocal coach, drama school, acting school,
    acting classes, theatre school, stage school, art lessons, painting classes, life drawing, craft
    workshops, ceramics classes, baking classes, cookery school, barista training, beauty school, beauty
    academy, makeup academy, first aid courses, cpr training, health and safety training, safety training,
    driver training, hgv training, forklift training, truck driving school, motorcycle training,
    fahrschulen, fahrlehrer, nachhilfeinstitut, nachhilfeunterricht, musikunterricht, klavierunterricht,
    gitarrenunterricht, gesangsunterricht, klavierlehrerin, kochschule, kochkurse, malschule, kunstschule,
    volkshochschule, seminare, workshops und seminare, weiterbildung, ecole de conduite, cours
    particuliers, cours de musique, cours de piano, cours de langue, cours de cuisine, cours de dessin,
    centre de formation, formations, formations professionnelles, ateliers creatifs, academia de
    oposiciones, preparacion de oposiciones, oposiciones, academia de ingles, clases de ingles, clases de
    musica, clases de piano, clases de cocina, academia de musica, academia de repaso, refuerzo escolar,
    curso online, cursos de formacion, formacion, centro de formacion, formador, escola de musica, aulas
    particulares, aulas de ingles, escola de ingles, reforco escolar, curso preparatorio, corsi, corsi
    online, corsi di lingua, lezioni private, lezioni di musica, ripetizioni, scuola di musica, scuola di
    cucina, bijles, bijlesinstituut, muzieklessen, pianolessen, cursussen, rijles, opleidingen,
    schrijfcursus, study abroad consultancy, exam preparation, test prep, sat prep, ielts coaching, neet
    coaching, coaching institute, coaching classes for students, coding school, coding classes, robotics
    classes, chess classes, chess school, homeschool co-op, forest school, kids coding, abacus classes,
    quran classes, weekend school, sunday school, language centre, language teacher, language tutor,
    online tutoring, online training, webinars, online academy, online school, memory training, public
    speaking training, montessori training, flight school, flugschule, pilot training, dive courses
8249: welding school, beauty college, hairdressing academy, culinary school, berufsschule, escuela de
    hosteleria, nursing school, trade college, security training, bartending school, barber school,
    cosmetology school
8351: nursery care, kids club, playgroup, pre-school, spielgruppe, tagesmutter, kinderbetreuung,
    assistante maternelle, garderie, halte-garderie, ludotheque, jardin infantil, jardin de infantes,
    centro infantil, bercario, gastouder, gastouderopvang, bso, nanny, nannies, holiday club, out of
    school club, wrap around care
8398 8641: community trust, foodbank, rescue centre, homeless charity, fundraising, donations, relief
    organisation, humanitarian organisation, community group, gemeinnutzige organisation,
    wohltatigkeitsorganisation, hilfsorganisation, stiftung, spendenorganisation, association humanitaire,
    association loi 1901, association a but non lucratif, fondation, banque alimentaire, refuge pour
    animaux, organizacion sin animo de lucro, organizacion sin fines de lucro, asociacion sin animo de
    lucro, banco de alimentos, comedor social, asociacion benefica, entidade sem fins lucrativos,
    organizacao nao governamental, fundacao, associacao beneficente, associazione di volontariato,
    fondazione, organizzazione non profit, voedselbank, dierenasiel, hospice, volunteer organisation,
    refugee charity, social enterprise
8661: parish church, chapel, ministries, religious organization, faith community, cathedral, monastery,
    prayer hall, tabernacle, worship centre, kirchengemeinde, freikirche, pfarrei, moschee, paroisse,
    mosquee, parroquia, congregacion, mezquita, paroquia, parrocchia, parochie, moskee, kerkgenootschap,
    buddhist temple, hindu temple, mission church
8641 8699: scout group, scouts, rotary club, residents' association, parent teacher association, cultural
    association, kulturverein, musikverein, asociacion de vecinos, associacao cultural, associazione
    culturale, vereniging, wijkcentrum, chor, chorale, coro, orchestra society, historical society,
    dorfverein, forderverein, allotment association, women's institute, men's shed
8651: parti politique, partido politico
8675: automobile club, motor club
8699: trade union, professional body, gewerkschaft, syndicat, sindicato
"""
