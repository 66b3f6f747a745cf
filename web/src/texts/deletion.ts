// What is deleted and may be returned: English, French, Spanish.
export const DELETION_TEXTS = {
  byMistake: ['recorded by mistake', 'enregistrée par erreur', 'grabada por error'],
  deletedBy: ['Deleted {0} by {1}: {2}', 'Supprimée le {0} par {1} : {2}', 'Eliminada el {0} por {1}: {2}'],
  deletedConsultations: ['Deleted consultations', 'Consultations supprimées', 'Consultas eliminadas'],
  deleteSure: [
    'Delete the recording, its transcript and all documents? For a while they can be returned from “Deleted consultations”; then they are gone for good.',
    'Supprimer l’enregistrement, sa transcription et tous les documents ? Pendant un certain temps, ils peuvent être rétablis depuis « Consultations supprimées » ; ensuite, c’est définitif.',
    '¿Eliminar la grabación, su transcripción y todos los documentos? Durante un tiempo se pueden recuperar desde «Consultas eliminadas»; después desaparecen para siempre.',
  ],
  deletionReason: ['Reason', 'Motif', 'Motivo'],
  duplicate: ['there twice', 'en double', 'duplicada'],
  keptUntil: ['can be returned until {0}', 'peut être rétablie jusqu’au {0}', 'se puede recuperar hasta el {0}'],
  nothingDeleted: ['Nothing is deleted.', 'Rien n’est supprimé.', 'No hay nada eliminado.'],
  returnDeleted: ['Return: {0}', 'Rétablir : {0}', 'Recuperar: {0}'],
  trial: ['a trial', 'un essai', 'una prueba'],
  wrongPatient: ['wrong patient', 'mauvais patient', 'paciente equivocado'],
} satisfies Record<string, [english: string, french: string, spanish: string]>
