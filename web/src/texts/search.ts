// How consultations are looked for: English, French, Spanish.
export const SEARCH_TEXTS = {
  fromDay: ['From', 'Du', 'Desde'],
  medicine: ['Medicine', 'Médicament', 'Medicamento'],
  moreFilters: ['More filters', 'Plus de filtres', 'Más filtros'],
  patientNameOrNumber: ['Name or number of the patient', 'Nom ou numéro du patient', 'Nombre o número del paciente'],
  results: ['Results', 'Résultats', 'Resultados'],
  reviewFirst: ['all, to review first', 'tous, à relire d’abord', 'todos, por revisar primero'],
  unsearchable: [
    '{0} consultations are not searched yet: they will be in a few minutes.',
    '{0} consultations ne sont pas encore prises en compte : elles le seront dans quelques minutes.',
    '{0} consultas aún no se incluyen en la búsqueda: lo estarán en unos minutos.',
  ],
  untilDay: ['To', 'Au', 'Hasta'],
} satisfies Record<string, [english: string, french: string, spanish: string]>
