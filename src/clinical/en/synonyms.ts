/** Words that clinicians write for what people say; each row is one thing. Written here, conservative. */
const ROWS = [
  'dyspnea shortness breathless breathlessness',
  'emesis vomiting vomit throwing',
  'syncope fainting faint passed passing',
  'hypertension hypertensive pressure',
  'edema oedema swelling swollen swell',
  'erythema redness red',
  'ecchymosis bruising bruise bruises bruised',
  'pyrexia fever fevers febrile feverish',
  'pruritus itching itch itchy',
  'fatigue fatigued tired tiredness exhausted',
  'cephalgia headache headaches',
  'hyperlipidemia cholesterol',
  'paresthesia tingling numbness numb',
  'dizziness dizzy lightheaded lightheadedness',
  'nausea nauseous nauseated sick',
  'weakness weak weaker',
  'pain painful pains hurt hurts hurting ache aches aching sore soreness',
  'anxiety anxious',
  'depression depressed depressive',
  'diabetes diabetic',
  'stiffness stiff',
  'tenderness tender',
  'smoke smokes smoking smoker smoked',
  'drink drinks drinking',
  'sleep sleeps sleeping slept',
  'infection infected',
  'pregnant pregnancy',
  'constipation constipated',
].map((row) => row.split(' '))

/** A word with the others that mean the same. */
export function synonymsOf(word: string): string[] {
  return [word, ...ROWS.filter((row) => row.includes(word)).flat()]
}
