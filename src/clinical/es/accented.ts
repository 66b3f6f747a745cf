/** "Sí" is yes, "si" if; "empecé" is said of oneself, "sangre" is blood. */
export const ACCENTED = /^(?:sí|él|mí|tú)$|é$/
