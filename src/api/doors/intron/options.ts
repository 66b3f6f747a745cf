/**
 * Intron's post-processing options by file category, as its upload pages list them. `get_summary` asks for the
 * document kind `summary`, whose text comes back as `transcript_summary`; so do all others.
 */
const TELEHEALTH = [
  'get_summary',
  'get_entity_list',
  'get_treatment_plan',
  'get_soap_note',
  'get_clerking',
  'get_icd_codes',
  'get_suggestions',
  'get_differential_diagnosis',
  'get_followup_instructions',
  'get_practice_guidelines',
]

export const CATEGORIES: Record<string, readonly string[]> = {
  file_category_general: ['get_summary'],
  file_category_telehealth: TELEHEALTH,
  file_category_procedure: [
    'get_summary',
    'get_entity_list',
    'get_treatment_plan',
    'get_op_note',
    'get_icd_codes',
    'get_suggestions',
  ],
  file_category_call_center: [
    'get_summary',
    'get_call_center_results',
    'get_call_center_agent_score',
    'get_call_center_agent_score_category',
    'get_call_center_product_info',
    'get_call_center_product_insights',
    'get_call_center_compliance',
    'get_call_center_feedback',
    'get_call_center_sentiment',
  ],
  file_category_legal: ['get_legal_court_hearing'],
  file_category_meeting_notes: [
    'get_summary',
    'get_meeting_notes_participants',
    'get_meeting_notes_decisions',
    'get_meeting_notes_action_items',
    'get_meeting_notes_key_topics',
    'get_meeting_notes_next_steps',
  ],
}

export const DEFAULT_CATEGORY = 'file_category_telehealth'

export const kindOfOption = (option: string) => option.replace(/^get_/, '')
/** What a customer's own template gives comes as `transcript_template`. */
export const resultKeyOfKind = (kind: string) => `transcript_${kind.replace(/:.*/, '')}`
