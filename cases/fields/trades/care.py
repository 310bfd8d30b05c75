"""Health, beauty and animals.

One entry a trade: the codes, best first, then the words people use for it, singular or plural, without
accents; indented lines go on with the entry above.
"""

CARE = """
0742: vet, veterinary clinic, veterinarian, vet clinic, veterinary practice, veterinary surgery,
    veterinary, clinica veterinaria, veterinaire, clinique veterinaire, tierarztpraxis, tierarzt,
    dierenarts, veterinario, animal hospital, vet practice, cabinet veterinaire
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
7261: funeral home, funeral director, undertaker, crematorium, funeral directors, funeraria, pompes
    funebres, bestattungsinstitut, bestatter, agenzia funebre, uitvaartonderneming, uitvaartverzorger,
    funeral parlour, bestattungen
7261: funeral services, funeral parlor, undertakers, mortuary, bestattungshaus, tanatorio, agencia
    funeraria, impresa funebre, onoranze funebri, pompe funebri, uitvaart, uitvaartverzorging,
    begrafenisonderneming, pet cremation, natural burials
7230 7298: nail studio, nail tech, nail technician, nail artist, nails, nail art, nail salon and spa, gel
    nails, manicure and pedicure, manicures, hair stylists, hair studio, haircuts, hair braider, braider,
    braids and locs, locs, dreadlocks, barbering, mens barber, gents barber, mens grooming, unisex salon,
    beauty studio, beauty room, beauty clinic, beauty therapist, beauty treatments, brows, brows and
    lashes, eyebrow threading, threading, make-up artist, makeup artist, permanent makeup, microblading,
    cosmetician, facials, estheticienne, onglerie, prothesiste ongulaire, coiffure, coiffure a domicile,
    barbier, salon de beaute, nagelstudio mobil, fusspflege, kosmetik und fusspflege, kosmetikinstitut,
    herrenfriseur, friseurin, friseurmeisterin, barbershop und friseur, haarsalon, haarstudio, peluquera,
    peluquero, peluquerias, estetica, centro de belleza, salon de unas, unas, manicura, manicura y
    pedicura, salon de beleza, esteticista, salao de cabeleireiro, unhas, nail designer, barbeiro, salone
    di bellezza, salone parrucchiere, acconciature, unghie, nagelsalon, nagelstyliste,
    schoonheidsspecialiste, haarwerk, kappers, hairdressing salon, afro hair salon, curly hair salon, kids
    haircuts, hair loss clinic, perruquier
7298 7230 7297: beauty spa, wellness studio, salt cave, floatation, infrared sauna, cryotherapy, ayurveda,
    ayurvedic spa, thermes, balneario, termas, wellnessoase, kosmetik und wellness, institut de bien-etre,
    slimming clinic, skin clinic, aesthetic clinic, botox, laser clinic, medizinische kosmetik, medicina
    estetica, clinica estetica, estetica avanzada, solarium, sonnenstudio, tanning, spray tan, spray
    tanning, onsen, hot springs, teeth whitening, bathhouse
7297 8099: sports massage, swedish massage, massages, masseur, masseuse, massage therapy clinic,
    reflexology, reiki, shiatsu, masaje, masajista, centro de masajes, wellnessmassage, wellnessmassagen,
    masseurin, masoterapia, massagista, massaggiatore, sportmassage, deep tissue massage, remedial massage
8021: dental care, dental clinics, dentists, orthodontist practice, denture clinic, dentures, prothesiste
    dentaire, zahnlabor, zahnarzte, kieferorthopade, kieferorthopadie, orthodontiste, chirurgien-dentiste,
    ortodoncia, implantes dentales, odontologo, odontologa, ortodontia, ortodonzia, mondhygienist,
    mondhygieniste, orthodontiepraktijk, teeth aligners, dental hygienist
8011 8099 8062: surgery, doctors' surgery, medical centre, medical center, private doctor, paediatric
    clinic, plastic surgeon, plastic surgery, fertility clinic, vein clinic, dermatologue, gynaecologist,
    gynecologist, gynaecology, urologist, ent clinic, cardiologist, orthopaedic surgeon, hausarzt,
    facharzt, hautarzt, hautarztpraxis, frauenarzt, kinderarzt, kinderarztpraxis, gemeinschaftspraxis,
    medecin, medecin generaliste, cabinet de medecine, pediatre, dermatologo, dermatologa, pediatra,
    ginecologo, clinica privada, consulta medica, clinica dermatologica, medica, clinica de estetica
    medica, poliambulatorio, medische praktijk, urgent care, walk-in clinic, travel clinic, vaccination
    clinic, polyclinic, private clinic, specialist clinic
8043 5995: optical shop, eyeglasses, eye clinic optician, optician's, magasin d'optique, lunettes,
    lunetterie, optique, opticien lunetier, brillen, brillenladen, brillenfachgeschaft, augenoptik,
    optikergeschaft, gafas, tienda de gafas, oculos, occhiali, brillenwinkel, contact lenses, lentilles,
    kontaktlinsen, lentillas, prescription glasses, optical
8062: private hospital, klinik, clinique, rehab hospital, maternity home
8050: residential care home, retirement home, elderly care home, altenheim, seniorenheim, maison de
    retraite, residencia de mayores, verzorgingshuis
8071: laboratory, pathology lab, blood tests
8099: live-in care, ambulanter pflegedienst, aide a domicile, soins a domicile, infirmiere liberale,
    infirmier liberal, ayuda a domicilio, cuidadores, midwives, hebamme, sage-femme, matrona,
    verloskundige, logopade, logopadin, orthophoniste, logopeda, occupational therapist,
    ergotherapiepraxis, ergotherapeut, ergotherapeute, psychotherapie, psychotherapeutin, psychotherapeut,
    heilpraktikerin, naturopathe, naturopathie, homeopatia, sophrologue, sophrologie, hypnotherapist,
    hypnotherapy, hypnose, psicologa, gabinete de psicologia, psicoterapia, psicoterapeuta, psychologe,
    psychologin, psycholoog, psychologenpraktijk, terapeuta, terapia, dietista, nutricionista,
    dieteticienne, ernahrungsberatung, ernahrungsberaterin, diatologin, dietist, nutrizionista, physical
    therapy clinic, krankengymnastik, physiotherapeut, physiotherapeutin, kinesitherapie, fisioterapista
    studio, clinica de reabilitacao, addiction clinic, rehab, rehab centre, sober living, drug testing,
    ambulance service, private ambulance, first responders medical, hearing clinic, sleep clinic,
    counselling service, couples therapy, family therapy, art therapy, music therapy, acupuntura,
    akupunktur, tcm, chinese medicine, herbalist, ayurvedic clinic, iv therapy, telemedicine
0742: small animal vet clinic, veterinary surgeon, mobile vet, horse vet, equine vet, tierarztin,
    tierklinik, tierheilpraktiker, veterinaria, hospital veterinario, ambulatorio veterinario,
    dierenkliniek, dierenartsenpraktijk, pet clinic, animal clinic
"""
