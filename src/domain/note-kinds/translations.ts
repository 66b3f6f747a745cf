import { type LanguageTag, serves } from '../language.ts'
import { keyOfTitle } from '../template.ts'

/**
 * Titles of kinds and sections in other languages, by the English one: French, Spanish. French ones are those of a letter or
 * "observation médicale" (HAS, "Dossier du patient"), Spanish ones those of an "historia clínica" (Real Decreto 1093/2010).
 */
const ROWS = `
SOAP note | Note SOAP | Nota SOAP
Subjective | Subjectif | Subjetivo
Objective | Objectif | Objetivo
Assessment | Évaluation | Valoración
Plan | Plan | Plan
Summary | Résumé | Resumen
Key points | Points clés | Puntos clave
History and physical | Observation médicale | Historia clínica
Chief complaint | Motif de consultation | Motivo de consulta
History of present illness | Histoire de la maladie | Enfermedad actual
Review of systems | Revue des systèmes | Anamnesis por aparatos
Past medical history | Antécédents médicaux | Antecedentes personales
Past surgical history | Antécédents chirurgicaux | Antecedentes quirúrgicos
Medications | Médicaments | Medicación
Allergies | Allergies | Alergias
Family history | Antécédents familiaux | Antecedentes familiares
Social history | Mode de vie | Hábitos y situación social
Vitals | Constantes | Constantes vitales
Physical exam | Examen clinique | Exploración física
Results | Résultats | Resultados
Assessment and plan | Évaluation et plan | Valoración y plan
Clerking | Observation d’entrée | Nota de ingreso
Presenting complaint | Motif d’admission | Motivo de ingreso
History of presenting complaint | Histoire de la maladie | Historia de la enfermedad actual
Examination | Examen | Exploración
Investigations | Examens complémentaires | Pruebas complementarias
Impression | Conclusion | Impresión diagnóstica
Treatment plan | Plan de traitement | Plan de tratamiento
Advice | Conseils | Recomendaciones
Follow-up | Suivi | Seguimiento
Operation note | Compte rendu opératoire | Nota operatoria
Indication | Indication | Indicación
Procedure | Intervention | Intervención
Team | Équipe | Equipo
Anesthesia | Anesthésie | Anestesia
Position | Installation | Posición
Findings | Constatations | Hallazgos
Description | Description | Descripción
Implants | Implants | Implantes
Specimens | Prélèvements | Muestras
Blood loss | Pertes sanguines | Pérdida sanguínea
Counts | Comptes | Recuento
Complications | Complications | Complicaciones
Disposition | Devenir | Destino
Entities | Entités | Entidades
Problems | Problèmes | Problemas
Procedures | Actes | Procedimientos
Measurements | Mesures | Mediciones
Orders | Prescriptions | Órdenes
Laboratory | Biologie | Laboratorio
Imaging | Imagerie | Imagen
ICD-10-CM codes | Codes CIM-10-CM | Códigos CIE-10-CM
Codes | Codes | Códigos
Normalized data | Données normalisées | Datos normalizados
Conditions | Affections | Enfermedades
Observations | Observations | Observaciones
Instructions for the patient | Consignes au patient | Indicaciones para el paciente
Instructions | Consignes | Indicaciones
Answer | Réponse | Respuesta
What was said about it | Ce qui en a été dit | Lo que se dijo
General medicine | Médecine générale | Medicina general
Past obstetric history | Antécédents obstétricaux | Antecedentes obstétricos
Current medications | Traitement en cours | Tratamiento actual
Immunizations | Vaccinations | Vacunas
Lab results | Résultats biologiques | Resultados de laboratorio
Imaging results | Résultats d’imagerie | Resultados de imagen
Prescription | Ordonnance | Receta
Appointments | Rendez-vous | Citas
Well child care | Suivi de l’enfant | Control del niño sano
Cardiology | Cardiologie | Cardiología
Cardiovascular risks | Risques cardiovasculaires | Riesgo cardiovascular
Psychiatry | Psychiatrie | Psiquiatría
Mental health exam | Examen psychiatrique | Exploración psicopatológica
Diet | Diététique | Nutrición
Lifestyle | Hygiène de vie | Estilo de vida
Medical history | Antécédents | Antecedentes
Eating habits | Habitudes alimentaires | Hábitos alimentarios
Referral letter | Lettre d’adressage | Carta de derivación
To | À | A la atención de
Salutation | Formule d’appel | Saludo
Dear colleague, | Chère consœur, cher confrère, | Estimado/a colega:
Reason for referral | Motif de l’adressage | Motivo de derivación
Closing | Formule de politesse | Despedida
Yours sincerely, | Cordialement, | Atentamente,
Discharge letter | Lettre de sortie | Informe de alta
Diagnoses | Diagnostics | Diagnósticos
Sick note | Certificat médical pour l’employeur | Justificante médico de baja
Diagnosis | Diagnostic | Diagnóstico
Fitness for work | Aptitude au travail | Aptitud para el trabajo
Period | Période | Periodo
Letter to the patient | Lettre au patient | Carta al paciente
Dear patient, | Chère patiente, cher patient, | Estimado/a paciente:
What we found | Ce que nous avons constaté | Lo que encontramos
What we think it is | Ce que nous en pensons | Lo que pensamos que es
What to do | Ce qu’il faut faire | Lo que hay que hacer
When to come back | Quand revenir | Cuándo volver
Words explained | Mots expliqués | Palabras explicadas
Patient | Patient | Paciente
Date | Date | Fecha
Reference | Référence | Referencia
Signed | Signé | Firmado
Draft: nobody has signed this. | Brouillon : personne n’a signé. | Borrador: nadie lo ha firmado.
Objectives | Objectifs | Objetivos
Psychology | Psychologie | Psicología
History of complaint | Histoire du trouble | Historia del problema
Mental health history | Antécédents psychiatriques | Antecedentes de salud mental
Suggestions | Suggestions | Sugerencias
Questions to ask | Questions à poser | Preguntas pendientes
Instructions to give | Consignes à donner | Indicaciones pendientes
Differential diagnosis | Diagnostic différentiel | Diagnóstico diferencial
Named by the clinician | Évoqués par le médecin | Nombrados por el médico
To consider for what was complained of | À envisager devant les plaintes | A considerar por los síntomas
Follow-up instructions | Consignes de suivi | Indicaciones de seguimiento
Come back if | Revenir si | Volver si
Advice for what was complained of | Conseils pour les plaintes | Consejos para los síntomas
Practice guidelines | Recommandations | Guías de práctica
Guidelines | Recommandations | Guías
Result of the call | Résultat de l’appel | Resultado de la llamada
Reason for the call | Motif de l’appel | Motivo de la llamada
Resolved | Résolu | Resuelto
Not resolved | Non résolu | Sin resolver
Promised | Promis | Prometido
Reference numbers | Numéros de référence | Números de referencia
Agent's score | Note de l’agent | Puntuación del agente
Score | Note | Puntuación
Points | Points | Puntos
Agent's assessment | Évaluation de l’agent | Evaluación del agente
Product information | Informations sur les produits | Información de productos
Products | Produits | Productos
Product insights | Attentes sur les produits | Opiniones sobre productos
Insights | Attentes | Opiniones
Compliance | Conformité | Cumplimiento
Said | Dit | Dicho
Feedback | Retour | Opinión
Caller's sentiment | Ressenti de l’appelant | Sentimiento del interlocutor
Course | Évolution | Evolución
Caller's words | Paroles de l’appelant | Palabras del interlocutor
Participants | Participants | Participantes
Apologies | Excusés | Ausencias
Decisions | Décisions | Decisiones
Action items | Actions | Tareas
Key topics | Sujets principaux | Temas principales
Topics | Sujets | Temas
Next steps | Prochaines étapes | Próximos pasos
Court hearing | Audience | Audiencia
Case | Affaire | Causa
Court | Tribunal | Tribunal
Appearances | Comparutions | Comparecencias
Exhibits | Pièces | Pruebas
Rulings and orders | Décisions et ordonnances | Resoluciones
Proceedings | Débats | Actuaciones
`

const TITLES: readonly (readonly string[])[] = ROWS.trim()
  .split('\n')
  .map((row) => row.split(' | '))
const BY_ENGLISH = new Map(TITLES.map((row) => [row[0] ?? '', row]))
const COLUMNS: readonly LanguageTag[] = ['en', 'fr', 'es']

const columnOf = (language: LanguageTag) =>
  Math.max(
    0,
    COLUMNS.findIndex((tag) => serves(tag, language)),
  )

/** A title of a kind or section in a language; the English one where there is no other. */
export const titleIn = (title: string, language: LanguageTag): string =>
  BY_ENGLISH.get(title)?.[columnOf(language)] ?? title

/** The keys that a clinician's title stands for, by its words in the language or in English. */
export function keysOfTitle(title: string, language: LanguageTag): string[] {
  const wanted = keyOfTitle(title)
  const column = columnOf(language)
  const known = TITLES.filter((row) => row.some((one, at) => (at === 0 || at === column) && keyOfTitle(one) === wanted))
  return [wanted, ...known.map(([english = '']) => keyOfTitle(english))]
}
