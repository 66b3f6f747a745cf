/** A release of ICD-10-CM as small as a test needs it, in the columns of the official order file. */
export const ORDER_FILE = [
  orderLine(1, 'I10', 1, 'Essential (primary) hypertension', 'Essential (primary) hypertension'),
  orderLine(2, 'J45', 0, 'Asthma', 'Asthma'),
  orderLine(3, 'J45909', 1, 'Unspecified asthma, uncomplicated', 'Asthma of a later release, uncomplicated'),
  orderLine(4, 'R059', 0, 'Cough', 'Cough, now with codes below it'),
]

/** A line: order number, code without its point, whether it can be billed, short and long description. */
export function orderLine(order: number, code: string, flag: 0 | 1, short: string, long: string): string {
  return `${String(order).padStart(5, '0')} ${code.padEnd(7)} ${flag} ${short.padEnd(60)} ${long}`
}
