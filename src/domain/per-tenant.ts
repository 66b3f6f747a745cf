/** A number for all tenants; some may have one of their own. 0 is without limit. */
export interface PerTenant {
  byDefault: number
  ofTenant: Readonly<Record<string, number>>
}

/** The tenant's number; undefined where there is no limit. */
export function limitOf({ byDefault, ofTenant }: PerTenant, tenantId: string): number | undefined {
  return (ofTenant[tenantId] ?? byDefault) || undefined
}
