import type { NoteKindName } from '../../../src/domain/note-kinds.ts'

/** What each kind of document is: French, Spanish. The English sentence is the server's. */
export const KIND_TEXTS: Readonly<Record<Exclude<NoteKindName, 'answer'>, readonly [french: string, spanish: string]>> =
  {
    soap_note: [
      'Ce que le patient rapporte, ce qui a été constaté, ce que le médecin en pense et ce qui est à faire.',
      'Lo que refiere el paciente, lo que se encontró, lo que opina el médico y lo que se hará.',
    ],
    summary: [
      'Les quelques phrases qu’un confrère voudrait connaître d’abord.',
      'Las pocas frases que un colega querría saber primero.',
    ],
    history_and_physical: [
      'Une observation complète : l’anamnèse par parties, l’examen, les résultats, l’évaluation et le plan.',
      'Una historia completa: la anamnesis por partes, la exploración, los resultados, la valoración y el plan.',
    ],
    clerking: [
      'L’anamnèse, l’examen et la conclusion, comme à l’admission dans un service.',
      'La anamnesis, la exploración y la impresión, como al ingresar en planta.',
    ],
    treatment_plan: [
      'Ce que le médecin veut faire : médicaments, examens, conseils et suivi.',
      'Lo que el médico quiere hacer: medicación, pruebas, consejos y seguimiento.',
    ],
    op_note: [
      'Une opération dictée, de l’indication aux consignes postopératoires.',
      'Una operación dictada, de la indicación al plan posoperatorio.',
    ],
    entity_list: [
      'Problèmes, médicaments, allergies, examens, actes et mesures.',
      'Problemas, medicación, alergias, pruebas, procedimientos y mediciones.',
    ],
    orders: [
      'Ce que le médecin prescrit : médicaments, biologie, imagerie et suivi.',
      'Lo que el médico indica: medicación, laboratorio, imagen y seguimiento.',
    ],
    icd_codes: [
      'Codes de diagnostic des affections du patient ; aucun symptôme à côté de ce qui l’explique.',
      'Códigos de diagnóstico de las enfermedades del paciente; ningún síntoma junto a lo que lo explica.',
    ],
    normalized_data: [
      'Affections présentes, possibles, passées ou écartées, celles de la famille et valeurs mesurées, codées.',
      'Enfermedades presentes, posibles, pasadas o descartadas, las de la familia y valores medidos, codificados.',
    ],
    patient_instructions: [
      'Ce que le patient doit faire après la consultation.',
      'Lo que el paciente debe hacer después de la consulta.',
    ],
    referral_letter: [
      'Une lettre à un confrère : pourquoi le patient est adressé, l’histoire, ce qui a été constaté et fait.',
      'Una carta a un colega: por qué se deriva al paciente, la historia, lo encontrado y lo hecho.',
    ],
    discharge_letter: [
      'Une lettre à qui poursuit les soins : motif, constatations, traitement et suivi.',
      'Una carta a quien sigue la atención: motivo, hallazgos, tratamiento y seguimiento.',
    ],
    sick_note: [
      'Un certificat pour le travail ou l’école : ce que le médecin a dit ; le reste est à remplir.',
      'Un justificante para el trabajo o la escuela: lo que dijo el médico; lo demás queda por rellenar.',
    ],
    patient_letter: [
      'Ce qui a été constaté et ce qu’il faut faire, comme cela a été dit au patient.',
      'Lo que se encontró y lo que hay que hacer, como se dijo al paciente.',
    ],
    general_medicine: [
      'Une consultation de médecine générale, chaque partie sous son titre.',
      'Una consulta de medicina general, cada parte con su título.',
    ],
    general_medicine_ap_merged: [
      'Une consultation de médecine générale, évaluation et plan réunis.',
      'Una consulta de medicina general, con valoración y plan en una sección.',
    ],
    well_child_care: [
      'L’examen d’un enfant bien portant : alimentation, développement et vaccins.',
      'La revisión de un niño sano: alimentación, desarrollo y vacunas.',
    ],
    well_child_care_soap: [
      'L’examen d’un enfant bien portant dans les quatre parties d’une note SOAP.',
      'La revisión de un niño sano en las cuatro partes de una nota SOAP.',
    ],
    cardiology: [
      'Une consultation de cardiologie, avec les risques cardiovasculaires.',
      'Una consulta de cardiología, con el riesgo cardiovascular.',
    ],
    psychiatry: [
      'Une consultation de psychiatrie, avec l’examen de l’état mental.',
      'Una consulta de psiquiatría, con la exploración del estado mental.',
    ],
    diet: [
      'Une consultation de diététique : habitudes, hygiène de vie, mesures et objectifs.',
      'Una consulta de nutrición: hábitos, estilo de vida, mediciones y objetivos.',
    ],
    psychology: [
      'Une séance de psychologie : motif, antécédents et observations.',
      'Una sesión de psicología: motivo, antecedentes y observaciones.',
    ],
    suggestions: [
      'Ce que les recommandations demandent et que la consultation n’a pas abordé.',
      'Lo que las guías preguntan y la consulta no trató.',
    ],
    differential_diagnosis: [
      'Les diagnostics que le médecin envisage et, à part, ceux que les références rappellent.',
      'Los diagnósticos que el médico considera y, aparte, los que recuerdan las referencias.',
    ],
    followup_instructions: [
      'Quand revenir, ce qui rendrait cela urgent et, à part, les conseils des références.',
      'Cuándo volver, qué lo haría urgente y, aparte, los consejos de las referencias.',
    ],
    practice_guidelines: [
      'Recommandations publiées pour les plaintes du patient.',
      'Guías publicadas para las quejas del paciente.',
    ],
    call_center_results: [
      'Motif de l’appel, ce qui a été résolu ou non, ce qui a été promis, numéros à rappeler.',
      'Motivo de la llamada, lo resuelto y lo pendiente, lo prometido, números de referencia.',
    ],
    call_center_agent_score: [
      'Combien de points d’une liste fixe l’agent a dits, et ce qui n’a pas été entendu.',
      'Cuántos puntos de una lista fija dijo el agente, y lo que no se oyó.',
    ],
    call_center_agent_score_category: [
      'La note de l’agent en un mot : bonne, moyenne ou faible.',
      'La puntuación del agente en una palabra: buena, regular o mala.',
    ],
    call_center_product_info: [
      'Ce qui a été dit des produits, des prix et des conditions.',
      'Lo que se dijo de productos, precios y condiciones.',
    ],
    call_center_product_insights: [
      'Ce que l’appelant souhaite, ce qui lui manque ou lui est difficile.',
      'Lo que el interlocutor desea, echa en falta o encuentra difícil.',
    ],
    call_center_compliance: [
      'Ce que les règles de la vente par téléphone exigent, et ce qui n’a pas été entendu.',
      'Lo que exigen las reglas de la venta telefónica, y lo que no se oyó.',
    ],
    call_center_feedback: ['Ce que l’appelant dit du service.', 'Lo que el interlocutor dice del servicio.'],
    call_center_sentiment: [
      'Le ressenti de l’appelant au cours de l’appel, et les mots qui le montrent.',
      'Cómo se siente el interlocutor durante la llamada, y las palabras que lo muestran.',
    ],
    meeting_notes_participants: [
      'Qui est là d’après ce qui a été dit, dans quel rôle, et qui manque.',
      'Quién está según lo dicho, con qué función, y quién falta.',
    ],
    meeting_notes_decisions: [
      'Ce qui a été décidé, dans les mots de la décision.',
      'Lo que se decidió, en las palabras de la decisión.',
    ],
    meeting_notes_action_items: [
      'Ce qui est à faire, par qui et pour quand, si cela a été dit.',
      'Lo que hay que hacer, quién y para cuándo, si se dijo.',
    ],
    meeting_notes_key_topics: [
      'L’objet de la réunion : l’ordre du jour et ce qui est revenu le plus.',
      'De qué trató la reunión: el orden del día y lo que más se repitió.',
    ],
    meeting_notes_next_steps: [
      'Ce qui suit la réunion, et la prochaine date.',
      'Lo que sigue a la reunión, y la próxima fecha.',
    ],
    legal_court_hearing: [
      'Le procès-verbal : affaire, tribunal, comparutions, pièces, décisions et débats dans l’ordre.',
      'El acta: causa, tribunal, comparecencias, pruebas, resoluciones y actuaciones en orden.',
    ],
  }
