/** The class by which a note may name a medicine, told by its name. Written here, after the stems of USAN and INN. */
const CLASSES: readonly (readonly [name: string, says: RegExp])[] = [
  [
    'antibiotic',
    /cillin$|cycline$|floxacin$|mycin$|micin$|^cef|^ceph|^(?:co-amoxiclav|co-trimoxazole|trimethoprim|nitrofurantoin|metronidazole|linezolid|vancomycin|rifampicin)$/,
  ],
  ['statin', /vastatin$/],
  [
    'nsaid',
    /^(?:ibuprofen|naproxen|diclofenac|indomethacin|indometacin|ketorolac|meloxicam|piroxicam|celecoxib|etoricoxib)$/,
  ],
  [
    'steroid',
    /^(?:prednis|methylprednis|dexameth|hydrocort|betameth|cortisone|budesonide|beclomet|flutic|mometasone|triamcin)/,
  ],
  [
    'antihistamine',
    /^(?:cetirizine|levocetirizine|loratadine|desloratadine|fexofenadine|diphenhydramine|chlorphenamine|promethazine)$/,
  ],
  [
    'antidepressant',
    /oxetine$|^(?:sertraline|citalopram|escitalopram|venlafaxine|mirtazapine|amitriptyline|nortriptyline|duloxetine|trazodone|bupropion)$/,
  ],
  ['anticoagulant', /xaban$|parin$|^(?:warfarin|dabigatran)$/],
  [
    'opioid',
    /^(?:codeine|dihydrocodeine|tramadol|morphine|oxycodone|hydrocodone|fentanyl|methadone|buprenorphine|tapentadol)$/,
  ],
  ['diuretic', /thiazide$|semide$|^(?:spironolactone|indapamide|bumetanide|eplerenone|amiloride)$/],
  ['painkiller', /^(?:paracetamol|acetaminophen|ibuprofen|naproxen|codeine|co-codamol|tramadol|aspirin|diclofenac)$/],
  ['inhaler', /^(?:salbutamol|albuterol|tiotropium|salmeterol|formoterol|beclometasone|beclomethasone|budesonide)$/],
  ['insulin', /^(?:glargine|lispro|aspart|detemir|degludec)$/],
  ['antiviral', /cyclovir$|ciclovir$|^(?:oseltamivir|valaciclovir)$/],
]

export const classesOf = (generic: string): string[] =>
  CLASSES.flatMap(([name, says]) => (says.test(generic) ? [name] : []))
