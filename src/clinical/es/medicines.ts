/**
 * Brands of Spain and Mexico, and names that the international spelling does not give (`medicine-names.ts`), with the generic
 * name. After the AEMPS's CIMA (cima.aemps.es) and Mexico's Compendio Nacional de Insumos para la Salud.
 */
export const MEDICINES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'gelocatil=paracetamol efferalgan=paracetamol apiretal=paracetamol tempra=paracetamol tylenol=paracetamol dolocatil=paracetamol dalsy=ibuprofeno espidifen=ibuprofeno neobrufen=ibuprofeno ' +
    'advil=ibuprofeno motrin=ibuprofeno nolotil=metamizol metamizol=metamizol neo-melubrina=metamizol dipirona=metamizol enantyum=dexketoprofeno dexketoprofeno=dexketoprofeno voltaren=diclofenaco ' +
    'cataflam=diclofenaco adiro=aspirina aspirina=aspirina aas=aspirina cafiaspirina=aspirina sintrom=acenocumarol acenocumarol=acenocumarol adolonta=tramadol zaldiar=zaldiar eutirox=levotiroxina ' +
    'dianben=metformina glafornil=metformina lantus=insulina novorapid=insulina humalog=insulina janumet=janumet ventolin=salbutamol terbasmin=terbutalina pulmicort=budesonida symbicort=symbicort ' +
    'seretide=seretide singulair=montelukast augmentine=augmentine amoxil=amoxicilina zitromax=azitromicina monurol=fosfomicina urfamycin=tianfenicol bactrim=bactrim septrin=bactrim flagyl=metronidazol ' +
    'orfidal=lorazepam trankimazin=alprazolam tafil=alprazolam lexatin=bromazepam bromazepam=bromazepam rivotril=clonazepam valium=diazepam stilnox=zolpidem prozac=fluoxetina besitran=sertralina altruline=sertralina ' +
    'seroxat=paroxetina lyrica=pregabalina neurontin=gabapentina tegretol=carbamazepina keppra=levetiracetam depakine=valproato nexium=esomeprazol losec=omeprazol almax=almagato almagato=almagato primperan=metoclopramida ' +
    'motilium=domperidona buscapina=butilescopolamina fortasec=loperamida imodium=loperamida zyrtec=cetirizina clarityne=loratadina ebastina=ebastina ebastel=ebastina bilastina=bilastina polaramine=dexclorfeniramina urbason=metilprednisolona ' +
    'dacortin=prednisona eliquis=apixaban xarelto=rivaroxaban pradaxa=dabigatran plavix=clopidogrel clexane=enoxaparina seguril=furosemida lasix=furosemida lipitor=atorvastatina zarator=atorvastatina crestor=rosuvastatina ' +
    'norvas=amlodipino norvasc=amlodipino cozaar=losartan litio=litio hierro=hierro cortisona=cortisona sulfas=sulfas sulfa=sulfas colirio=colirio anticoagulante=anticoagulante anticonceptivos=anticonceptivos'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** What people are allergic to besides medicines. After the allergens of the WHO/IUIS nomenclature (allergen.org) by their everyday names; without accents. */
export const ALLERGENS: ReadonlySet<string> = new Set(
  (
    'cacahuate cacahuates cacahuete cacahuetes nueces frutos marisco mariscos camaron camarones gambas pescado huevo huevos leche gluten soja soya latex polen polenes gramineas olivo ' +
    'acaros polvo gato gatos perro perros avispas abejas yodo niquel kiwi melocoton durazno fresas moho sesamo'
  ).split(' '),
)
