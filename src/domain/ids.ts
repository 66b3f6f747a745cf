import { v7, validate } from 'uuid'

/** A UUID of version 7, so that ids sort by the time they were made. */
export const newId = v7

export const isId = validate
