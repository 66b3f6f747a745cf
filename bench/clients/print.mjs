/** Tells the bench what came of a call, and what should have: what a plain request gets, its words, or a text. */
export const print = (what, got, wanted = 'transcript') => console.log(JSON.stringify({ what, got, wanted }))
