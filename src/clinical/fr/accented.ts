/** "Où" asks for a place, "ou" joins. */
export const ACCENTED = /^où$/
