/**
 * Brands of France, Belgium, Switzerland and Québec, and names that the international spelling does not give
 * (`medicine-names.ts`), with the generic name. After the Base de données publique des médicaments
 * (base-donnees-publique.medicaments.gouv.fr) and Health Canada's Drug Product Database.
 */
export const MEDICINES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'doliprane=paracétamol dafalgan=paracétamol efferalgan=paracétamol tylenol=acétaminophène acétaminophène=acétaminophène advil=ibuprofène nurofen=ibuprofène ' +
    'spedifen=ibuprofène voltarène=diclofénac aspégic=aspirine kardégic=aspirine aspirine=aspirine spasfon=phloroglucinol phloroglucinol=phloroglucinol acupan=néfopam néfopam=néfopam ' +
    'lamaline=lamaline ixprim=ixprim topalgic=tramadol skénan=morphine oxynorm=oxycodone solupred=prednisolone cortancyl=prednisone célestène=bétaméthasone ' +
    'lévothyrox=lévothyroxine synthroid=lévothyroxine glucophage=metformine stagid=metformine diamicron=gliclazide lantus=insuline novorapid=insuline ' +
    'amlor=amlodipine coversyl=périndopril triatec=ramipril aprovel=irbésartan cozaar=losartan lasilix=furosémide lasix=furosémide aldactone=spironolactone ' +
    'cardensiel=bisoprolol bisoce=bisoprolol ténormine=aténolol tahor=atorvastatine crestor=rosuvastatine zocor=simvastatine plavix=clopidogrel eliquis=apixaban ' +
    'xarelto=rivaroxaban previscan=fluindione fluindione=fluindione coumadine=warfarine coumadin=warfarine lovenox=énoxaparine ventoline=salbutamol bricanyl=terbutaline ' +
    'seretide=seretide symbicort=symbicort flixotide=fluticasone becotide=béclométasone singulair=montélukast aerius=desloratadine zyrtec=cétirizine ' +
    'clarityne=loratadine xyzall=lévocétirizine polaramine=dexchlorphéniramine augmentin=augmentin clamoxyl=amoxicilline orelox=cefpodoxime cefpodoxime=cefpodoxime zithromax=azithromycine ' +
    'pyostacine=pristinamycine pristinamycine=pristinamycine monuril=fosfomycine ciflox=ciprofloxacine bactrim=bactrim flagyl=métronidazole ' +
    'inexium=ésoméprazole mopral=oméprazole nexium=ésoméprazole pantoloc=pantoprazole inipomp=pantoprazole gaviscon=gaviscon smecta=diosmectite imodium=lopéramide ' +
    'motilium=dompéridone primpéran=métoclopramide vogalène=métopimazine métopimazine=métopimazine forlax=macrogol xanax=alprazolam lexomil=bromazépam bromazépam=bromazépam ' +
    'seresta=oxazépam oxazépam=oxazépam stilnox=zolpidem imovane=zopiclone ativan=lorazépam lyrica=prégabaline rivotril=clonazépam laroxyl=amitriptyline deroxat=paroxétine ' +
    'seroplex=escitalopram zoloft=sertraline prozac=fluoxétine effexor=venlafaxine dépakine=valproate keppra=lévétiracétam sulfamides=sulfamides sulfamide=sulfamides ' +
    'pilule=pilule cortisone=cortisone anticoagulant=anticoagulant anticoagulants=anticoagulant antidouleur=antidouleur collyre=collyre fer=fer'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** What people are allergic to besides medicines. After the allergens of the WHO/IUIS nomenclature (allergen.org) by their everyday names. */
export const ALLERGENS: ReadonlySet<string> = new Set(
  (
    'arachide arachides cacahuète cacahuètes noix noisettes fruits crevettes crustaces poisson oeufs oeuf lait gluten soja latex pollen pollens graminées acariens ' +
    'poussière chat chats chien chiens guêpes abeilles iode nickel bouleau moisissures kiwi sésame fraises'
  ).split(' '),
)
