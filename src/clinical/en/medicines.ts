/**
 * Names of medicines in primary and secondary care, one word each, as said in the United States, the United Kingdom and
 * Africa. Written here from general knowledge, by class; generic names are INN, USAN or BAN. What is an ordinary word
 * too ("iron", "calcium", "oxygen") is left out here and read as a phrase in prescriptions.ts.
 */
const GENERICS = new Set(
  [
    // Pain, fever, inflammation, migraine, gout.
    'acetaminophen paracetamol aspirin ibuprofen naproxen diclofenac indomethacin indometacin ketorolac meloxicam piroxicam',
    'celecoxib etoricoxib nabumetone etodolac codeine dihydrocodeine tramadol tapentadol morphine oxycodone hydrocodone',
    'hydromorphone fentanyl pethidine meperidine methadone buprenorphine naloxone naltrexone co-codamol co-dydramol',
    'lidocaine lignocaine bupivacaine capsaicin menthol sumatriptan rizatriptan zolmitriptan erenumab allopurinol',
    'febuxostat colchicine probenecid nsaid nsaids',
    // Muscles, joints, bones.
    'baclofen cyclobenzaprine methocarbamol tizanidine carisoprodol orphenadrine diazepam methotrexate sulfasalazine',
    'hydroxychloroquine leflunomide adalimumab etanercept infliximab rituximab tocilizumab alendronate risedronate',
    'ibandronate denosumab teriparatide raloxifene glucosamine',
    // Heart, vessels, blood.
    'lisinopril enalapril ramipril captopril perindopril benazepril quinapril losartan valsartan candesartan irbesartan',
    'telmisartan olmesartan sacubitril amlodipine nifedipine felodipine diltiazem verapamil atenolol metoprolol bisoprolol',
    'carvedilol propranolol labetalol nebivolol sotalol furosemide frusemide bumetanide torsemide hydrochlorothiazide',
    'chlorthalidone chlortalidone indapamide bendroflumethiazide metolazone spironolactone eplerenone amiloride triamterene',
    'doxazosin prazosin terazosin clonidine hydralazine minoxidil methyldopa isosorbide nitroglycerin glyceryl nicorandil',
    'ivabradine ranolazine digoxin amiodarone flecainide dronedarone adenosine atropine adrenaline epinephrine noradrenaline',
    'atorvastatin simvastatin rosuvastatin pravastatin lovastatin ezetimibe fenofibrate gemfibrozil niacin warfarin heparin',
    'enoxaparin dalteparin rivaroxaban apixaban dabigatran edoxaban clopidogrel prasugrel ticagrelor dipyridamole alteplase',
    'tranexamic erythropoietin filgrastim cyanocobalamin hydroxocobalamin',
    // Sugar, thyroid, hormones.
    'metformin insulin glargine lispro aspart detemir degludec gliclazide glipizide glyburide glibenclamide glimepiride',
    'sitagliptin linagliptin saxagliptin empagliflozin dapagliflozin canagliflozin liraglutide semaglutide dulaglutide',
    'exenatide tirzepatide pioglitazone acarbose glucagon levothyroxine thyroxine liothyronine carbimazole methimazole',
    'propylthiouracil prednisone prednisolone methylprednisolone dexamethasone hydrocortisone cortisone fludrocortisone',
    'betamethasone estradiol medroxyprogesterone norethisterone norethindrone levonorgestrel desogestrel drospirenone',
    'etonogestrel clomiphene letrozole tamoxifen anastrozole finasteride dutasteride tamsulosin alfuzosin desmopressin',
    'octreotide cabergoline bromocriptine oxytocin misoprostol mifepristone',
    // Chest and allergy.
    'albuterol salbutamol levalbuterol terbutaline salmeterol formoterol vilanterol ipratropium tiotropium umeclidinium',
    'beclomethasone beclometasone budesonide fluticasone mometasone ciclesonide montelukast theophylline aminophylline',
    'cetirizine levocetirizine loratadine desloratadine fexofenadine diphenhydramine chlorpheniramine chlorphenamine',
    'promethazine hydroxyzine cyproheptadine pseudoephedrine phenylephrine oxymetazoline xylometazoline guaifenesin',
    'dextromethorphan benzonatate carbocisteine acetylcysteine omalizumab dupilumab',
    // Stomach, bowel, bladder.
    'omeprazole esomeprazole pantoprazole lansoprazole rabeprazole famotidine ranitidine cimetidine sucralfate gaviscon',
    'metoclopramide domperidone ondansetron prochlorperazine cyclizine hyoscine dicyclomine mebeverine loperamide simethicone',
    'bisacodyl senna lactulose docusate psyllium macrogol polyethylene mesalamine mesalazine azathioprine ursodiol',
    'pancrelipase oxybutynin tolterodine solifenacin mirabegron phenazopyridine sildenafil tadalafil vardenafil',
    // Infections.
    'penicillin amoxicillin ampicillin flucloxacillin cloxacillin dicloxacillin piperacillin tazobactam co-amoxiclav',
    'clavulanate cephalexin cefalexin cefuroxime cefixime ceftriaxone cefdinir cefotaxime ceftazidime meropenem imipenem',
    'ertapenem azithromycin erythromycin clarithromycin clindamycin doxycycline minocycline tetracycline ciprofloxacin',
    'levofloxacin moxifloxacin ofloxacin gentamicin amikacin streptomycin vancomycin linezolid daptomycin trimethoprim',
    'sulfamethoxazole co-trimoxazole cotrimoxazole nitrofurantoin fosfomycin metronidazole tinidazole mupirocin fusidic',
    'chloramphenicol rifampicin rifampin isoniazid pyrazinamide ethambutol bedaquiline fluconazole itraconazole',
    'ketoconazole clotrimazole miconazole terbinafine nystatin griseofulvin acyclovir aciclovir valacyclovir valaciclovir',
    'oseltamivir tenofovir lamivudine emtricitabine zidovudine abacavir efavirenz nevirapine dolutegravir lopinavir',
    'ritonavir atazanavir darunavir sofosbuvir ledipasvir albendazole mebendazole ivermectin praziquantel permethrin',
    'artemether lumefantrine artesunate amodiaquine quinine chloroquine primaquine mefloquine proguanil atovaquone',
    'sulfadoxine pyrimethamine antibiotic antibiotics antiviral antivirals',
    // Mind, nerves, sleep.
    'sertraline fluoxetine paroxetine citalopram escitalopram fluvoxamine venlafaxine desvenlafaxine duloxetine bupropion',
    'mirtazapine trazodone amitriptyline nortriptyline imipramine clomipramine doxepin buspirone lorazepam alprazolam',
    'clonazepam temazepam midazolam zolpidem zopiclone eszopiclone melatonin lithium quetiapine olanzapine risperidone',
    'aripiprazole haloperidol chlorpromazine clozapine ziprasidone fluphenazine methylphenidate amphetamine lisdexamfetamine',
    'atomoxetine gabapentin pregabalin carbamazepine oxcarbazepine phenytoin valproate valproic lamotrigine levetiracetam',
    'topiramate phenobarbital phenobarbitone levodopa carbidopa ropinirole pramipexole selegiline donepezil memantine',
    'rivastigmine benztropine disulfiram acamprosate varenicline ketamine',
    // Skin, eyes, cancer, transplants, vitamins.
    'clobetasol triamcinolone isotretinoin tretinoin adapalene benzoyl salicylic calamine calcipotriene tacrolimus',
    'pimecrolimus cyclosporine ciclosporin mycophenolate sirolimus latanoprost timolol dorzolamide cyclophosphamide',
    'cisplatin carboplatin paclitaxel docetaxel doxorubicin fluorouracil capecitabine hydroxyurea hydroxycarbamide imatinib',
    'trastuzumab pembrolizumab nivolumab bevacizumab folate cholecalciferol ergocalciferol multivitamin multivitamins',
    'thiamine pyridoxine dioralyte antihistamine antihistamines steroid steroids statin statins antacid antacids painkiller',
    'painkillers laxative laxatives decongestant decongestants diuretic diuretics vitamin vitamins',
  ].flatMap((names) => names.split(' ')),
)

/** Brand to generic name, where the brand means one in every country; the names of labels and formularies. */
const BRANDS: Record<string, string> = Object.fromEntries(
  (
    'tylenol=acetaminophen panadol=paracetamol calpol=paracetamol advil=ibuprofen motrin=ibuprofen nurofen=ibuprofen brufen=ibuprofen ' +
    'aleve=naproxen naprosyn=naproxen voltaren=diclofenac voltarol=diclofenac cataflam=diclofenac mobic=meloxicam celebrex=celecoxib ' +
    'toradol=ketorolac feldene=piroxicam ultram=tramadol oxycontin=oxycodone roxicodone=oxycodone dilaudid=hydromorphone ' +
    'duragesic=fentanyl suboxone=buprenorphine narcan=naloxone imitrex=sumatriptan maxalt=rizatriptan zyloprim=allopurinol ' +
    'uloric=febuxostat colcrys=colchicine flexeril=cyclobenzaprine robaxin=methocarbamol zanaflex=tizanidine skelaxin=metaxalone ' +
    'soma=carisoprodol fosamax=alendronate boniva=ibandronate prolia=denosumab humira=adalimumab enbrel=etanercept ' +
    'remicade=infliximab plaquenil=hydroxychloroquine arava=leflunomide zestril=lisinopril prinivil=lisinopril vasotec=enalapril ' +
    'altace=ramipril tritace=ramipril cozaar=losartan diovan=valsartan atacand=candesartan avapro=irbesartan micardis=telmisartan ' +
    'benicar=olmesartan norvasc=amlodipine istin=amlodipine adalat=nifedipine procardia=nifedipine cardizem=diltiazem ' +
    'calan=verapamil tenormin=atenolol lopressor=metoprolol toprol=metoprolol zebeta=bisoprolol coreg=carvedilol inderal=propranolol ' +
    'bystolic=nebivolol lasix=furosemide bumex=bumetanide demadex=torsemide aldactone=spironolactone inspra=eplerenone ' +
    'cardura=doxazosin minipress=prazosin hytrin=terazosin catapres=clonidine aldomet=methyldopa imdur=isosorbide nitrostat=nitroglycerin ' +
    'lanoxin=digoxin cordarone=amiodarone pacerone=amiodarone lipitor=atorvastatin zocor=simvastatin crestor=rosuvastatin ' +
    'pravachol=pravastatin zetia=ezetimibe tricor=fenofibrate coumadin=warfarin lovenox=enoxaparin clexane=enoxaparin xarelto=rivaroxaban ' +
    'eliquis=apixaban pradaxa=dabigatran plavix=clopidogrel effient=prasugrel brilinta=ticagrelor glucophage=metformin ' +
    'lantus=insulin humalog=insulin novolog=insulin levemir=insulin tresiba=insulin actrapid=insulin mixtard=insulin diamicron=gliclazide glucotrol=glipizide ' +
    'daonil=glibenclamide amaryl=glimepiride januvia=sitagliptin tradjenta=linagliptin jardiance=empagliflozin farxiga=dapagliflozin ' +
    'forxiga=dapagliflozin invokana=canagliflozin victoza=liraglutide saxenda=liraglutide ozempic=semaglutide wegovy=semaglutide ' +
    'rybelsus=semaglutide trulicity=dulaglutide byetta=exenatide mounjaro=tirzepatide actos=pioglitazone synthroid=levothyroxine ' +
    'levoxyl=levothyroxine eltroxin=levothyroxine tapazole=methimazole deltasone=prednisone medrol=methylprednisolone ' +
    'decadron=dexamethasone premarin=estrogens nexplanon=etonogestrel implanon=etonogestrel mirena=levonorgestrel clomid=clomiphene ' +
    'femara=letrozole nolvadex=tamoxifen arimidex=anastrozole proscar=finasteride propecia=finasteride avodart=dutasteride ' +
    'flomax=tamsulosin ventolin=salbutamol proair=albuterol proventil=albuterol xopenex=levalbuterol serevent=salmeterol ' +
    'atrovent=ipratropium spiriva=tiotropium qvar=beclomethasone pulmicort=budesonide flovent=fluticasone flonase=fluticasone ' +
    'nasonex=mometasone nasacort=triamcinolone singulair=montelukast zyrtec=cetirizine claritin=loratadine clarinex=desloratadine ' +
    'allegra=fexofenadine benadryl=diphenhydramine piriton=chlorphenamine phenergan=promethazine atarax=hydroxyzine ' +
    'sudafed=pseudoephedrine afrin=oxymetazoline mucinex=guaifenesin robitussin=guaifenesin tessalon=benzonatate epipen=epinephrine prilosec=omeprazole ' +
    'losec=omeprazole nexium=esomeprazole protonix=pantoprazole prevacid=lansoprazole aciphex=rabeprazole pepcid=famotidine ' +
    'zantac=ranitidine tagamet=cimetidine carafate=sucralfate reglan=metoclopramide maxolon=metoclopramide motilium=domperidone ' +
    'zofran=ondansetron compazine=prochlorperazine stemetil=prochlorperazine buscopan=hyoscine bentyl=dicyclomine imodium=loperamide ' +
    'dulcolax=bisacodyl senokot=senna colace=docusate metamucil=psyllium miralax=polyethylene movicol=macrogol tums=antacid ' +
    'imuran=azathioprine ditropan=oxybutynin detrol=tolterodine vesicare=solifenacin myrbetriq=mirabegron pyridium=phenazopyridine ' +
    'viagra=sildenafil cialis=tadalafil levitra=vardenafil amoxil=amoxicillin augmentin=co-amoxiclav keflex=cephalexin ' +
    'ceftin=cefuroxime rocephin=ceftriaxone omnicef=cefdinir suprax=cefixime zithromax=azithromycin biaxin=clarithromycin cleocin=clindamycin ' +
    'vibramycin=doxycycline cipro=ciprofloxacin levaquin=levofloxacin avelox=moxifloxacin bactrim=co-trimoxazole septra=co-trimoxazole ' +
    'septrin=co-trimoxazole macrobid=nitrofurantoin macrodantin=nitrofurantoin flagyl=metronidazole bactroban=mupirocin ' +
    'diflucan=fluconazole lamisil=terbinafine canesten=clotrimazole lotrimin=clotrimazole zovirax=acyclovir valtrex=valacyclovir ' +
    'tamiflu=oseltamivir viread=tenofovir stromectol=ivermectin vermox=mebendazole coartem=artemether-lumefantrine ' +
    'lonart=artemether-lumefantrine fansidar=sulfadoxine-pyrimethamine malarone=atovaquone-proguanil zoloft=sertraline ' +
    'prozac=fluoxetine paxil=paroxetine celexa=citalopram lexapro=escitalopram luvox=fluvoxamine effexor=venlafaxine ' +
    'pristiq=desvenlafaxine cymbalta=duloxetine wellbutrin=bupropion zyban=bupropion remeron=mirtazapine desyrel=trazodone ' +
    'elavil=amitriptyline pamelor=nortriptyline tofranil=imipramine buspar=buspirone ativan=lorazepam xanax=alprazolam ' +
    'klonopin=clonazepam valium=diazepam restoril=temazepam ambien=zolpidem lunesta=eszopiclone seroquel=quetiapine ' +
    'zyprexa=olanzapine risperdal=risperidone abilify=aripiprazole haldol=haloperidol largactil=chlorpromazine clozaril=clozapine ' +
    'ritalin=methylphenidate concerta=methylphenidate adderall=amphetamine vyvanse=lisdexamfetamine strattera=atomoxetine ' +
    'neurontin=gabapentin lyrica=pregabalin tegretol=carbamazepine trileptal=oxcarbazepine dilantin=phenytoin depakote=valproate ' +
    'epilim=valproate lamictal=lamotrigine keppra=levetiracetam topamax=topiramate requip=ropinirole mirapex=pramipexole ' +
    'sinemet=carbidopa-levodopa aricept=donepezil namenda=memantine exelon=rivastigmine antabuse=disulfiram chantix=varenicline champix=varenicline ' +
    'accutane=isotretinoin differin=adapalene temovate=clobetasol kenalog=triamcinolone protopic=tacrolimus prograf=tacrolimus ' +
    'cellcept=mycophenolate xalatan=latanoprost gleevec=imatinib herceptin=trastuzumab keytruda=pembrolizumab'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** Brands of several substances together, or of a method, which stand for themselves. */
const COMBINATIONS = new Set(
  (
    'percocet vicodin norco lortab excedrin combivent duoneb advair seretide symbicort breo trelegy anoro dulera entresto ' +
    'hyzaar zestoretic janumet caduet vytorin harvoni epclusa mavyret biktarvy truvada descovy genvoya phexxi depo-provera ' +
    'depo nyquil dayquil alka-seltzer pepto-bismol z-pak z-pack zpak medrol-dosepak gaviscon polysporin neosporin cellgevity ' +
    'orlistat lomotil maalox mylanta robaxacet paxlovid'
  ).split(' '),
)

/** Every name of the lists above, in lower case. */
/** Names that are printed with a capital. */
export const BRAND_NAMES: ReadonlySet<string> = new Set(Object.keys(BRANDS))

export const MEDICINE_NAMES: readonly string[] = [...GENERICS, ...Object.keys(BRANDS), ...COMBINATIONS]

/** Stems of the USAN and INN programmes. "April" ends like one. */
const ENDINGS =
  /(?<!^a)(cillin|cycline|floxacin|mycin|oxacin|pril|sartan|olol|statin|prazole|conazole|dipine|gliptin|gliflozin|tidine|triptan|parin|xaban|semide|thiazide|azepam|oxetine|profen|coxib|sone|lukast|nidazole|bendazole|oxazole|tegravir|fovir|cyclovir|navir|vudine|virenz|fenac|oxicam|alopram|triptyline|traline|glitazone|atadine|tirizine)$|^cef\w{4,}/

/** True for the name of a medicine, generic or brand, or of a class of them. `word` is in lower case. */
export function isMedicineName(word: string): boolean {
  return GENERICS.has(word) || Object.hasOwn(BRANDS, word) || COMBINATIONS.has(word) || ENDINGS.test(word)
}

/** The generic name of a brand, and any other name as it is. */
export function genericOf(name: string): string {
  return (Object.hasOwn(BRANDS, name) && BRANDS[name]) || name
}
